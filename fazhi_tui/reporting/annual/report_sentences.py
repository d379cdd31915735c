"""Sentences of an annual report out of what was answered; nothing is said that was not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from fazhi_tui.domain.answers import Evidence, Opinion
from fazhi_tui.domain.filling.note_parts import note_parts
from fazhi_tui.domain.local_mark import LOCAL
from fazhi_tui.domain.reviewing.standing import standing
from fazhi_tui.domain.rows import Board, Row
from fazhi_tui.domain.unit import UNIT

_NAMED = 5
_ENDS = "。！？"
_PAUSES = "，、；：,;"
_CLOSERS = "”’）》」"
_PROPOSAL = " → "
_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def flowing(text: str) -> str:
    """Several lines as one run of text, a semicolon where a line has no end of its own."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return "".join(
        line if n == len(lines) or line[-1] in _ENDS + _PAUSES else f"{line}；"
        for n, line in enumerate(lines, start=1)
    )


def closed(text: str) -> str:
    """The text with a full stop at its end, none where it is empty or ends in one."""
    flat = flowing(text).rstrip(_PAUSES)
    if not flat or flat.rstrip(_CLOSERS)[-1:] in _ENDS:
        return flat
    return f"{flat}。"


def account(row: Row, board: Board) -> str:
    """What the officer wrote and filled in about one row, with its 核算; empty for nothing."""
    text = note_parts(row.answer.note).text
    figures = "；".join(_figures(row, board))
    if not text or not figures:
        return closed(text or figures)
    return closed(f"{closed(text).removesuffix('。')}（{figures}）")


def objects_of(rows: Iterable[Row]) -> str:
    """The names of what the rows are about, the first few where they are many; empty for the unit."""
    names = list(dict.fromkeys(row.sheet.object for row in rows if row.sheet.kind != UNIT))
    if len(names) <= _NAMED:
        return "、".join(names)
    return f"{'、'.join(names[:_NAMED])}等{len(names)}件"


def of_object(row: Row, text: str) -> str:
    """The text behind the name of the matter, case file, person or document it is about."""
    return text if row.sheet.kind == UNIT else f"{row.sheet.object}：{text}"


def items_of(rows: Iterable[Row]) -> tuple[str, ...]:
    """The items as a margin reference names them, those of one object together, the unit's own first."""
    by_object: dict[str, dict[str, None]] = {}
    for row in rows:
        name = "" if row.sheet.kind == UNIT else row.sheet.object
        local = f"（{LOCAL}）" if row.item.is_local else ""
        by_object.setdefault(name, {})[f"{row.item.id}{local}"] = None
    own = by_object.pop("", {})
    of_objects = (f"{name}：{'、'.join(ids)}" for name, ids in by_object.items())
    return (*(("、".join(own),) if own else ()), *of_objects)


def refs_of(rows: Iterable[Row]) -> tuple[str, ...]:
    """The items, and behind them the evidence."""
    every = tuple(rows)
    evidence = dict.fromkeys(_evidence_words(e) for row in every for e in row.answer.evidence)
    return (*items_of(every), *((f"佐证{'、'.join(evidence)}",) if evidence else ()))


def is_doubted(row: Row) -> bool:
    """Whether the officer's 存疑 has not been answered by the adviser."""
    review = standing(row)
    return row.answer.doubt and (review is None or review.opinion is Opinion.RETURN)


def chinese_date(day: date) -> str:
    """2024年3月1日."""
    return f"{day.year}年{day.month}月{day.day}日"


def of_item(row: Row) -> str:
    """The item's id, with the object where it is not the unit: zdjc-15-qixian（文旅发展规划）."""
    return row.item.id if row.sheet.kind == UNIT else f"{row.item.id}（{row.sheet.object}）"


def _evidence_words(evidence: Evidence) -> str:
    more = "，".join(field for field in (evidence.number, evidence.date, evidence.place) if field)
    return f"{evidence.title}（{more}）" if more else evidence.title


def _figures(row: Row, board: Board) -> Iterator[str]:
    """The arithmetic of the 核算 without the verdict it proposes, and the facts that are not in it."""
    found, rule = board.sum_of(row), row.item.rule
    summed: set[str] = set()
    if rule is not None and found is not None and found.proposal is not None:
        summed = {*rule.facts, *rule.exceptions}
        yield found.text.partition(_PROPOSAL)[0]
    for spec in row.item.facts:
        value = row.answer.facts.get(spec.id)
        if value is not None and spec.id not in summed:
            yield f"{spec.label}：{_value_words(value)}"


def _value_words(value: str) -> str:
    return chinese_date(date.fromisoformat(value)) if _ISO_DAY.fullmatch(value) else value

"""What the adviser says about answers: checked against them, made into one event."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from fazhi_tui.domain.answers import NOTE_LIMIT, Opinion
from fazhi_tui.domain.log.wish import Wish
from fazhi_tui.domain.reviewing.standing import standing
from fazhi_tui.domain.rows import Board, Row
from fazhi_tui.domain.text import clean_text
from fazhi_tui.domain.verdict import Verdict
from fazhi_tui.errors import BadInputError


@dataclass(frozen=True, slots=True)
class Judgement:
    """An opinion on one answer as it stands; `verdict` is the adviser's own, with 更正 only."""

    checklist: str
    object: str
    item: str
    opinion: Opinion
    verdict: Verdict | None = None
    text: str = ""

    @property
    def key(self) -> tuple[str, str, str]:
        """Checklist id, object name, item id."""
        return (self.checklist, self.object, self.item)


def review(board: Board, judgements: Iterable[Judgement]) -> Wish | None:
    """All judgements as one event, without those that stand already; None if none is new.

    Each keeps the fingerprint of the answer it judged.

    Raises:
        BadInputError: no such item, or an opinion without the words or the verdict it needs.
    """
    rows = {row.key: row for row in board.rows()}
    recorded = []
    for judgement in judgements:
        row = rows.get(judgement.key)
        if row is None:
            raise BadInputError(f"没有这一条：{' / '.join(judgement.key)}", "请核对清单、自查表和检查项。")
        clean = checked(row, judgement)
        if not is_recorded(row, clean):
            recorded.append(_data(row, clean))
    return ("reviewed", {"reviews": recorded}) if recorded else None


def checked(row: Row, judgement: Judgement) -> Judgement:
    """The judgement as it is kept.

    Raises:
        BadInputError: it lacks the words or the verdict it needs, or has a verdict it does not need.
    """
    text = clean_text(judgement.text, "意见", NOTE_LIMIT)
    verdict, own = judgement.verdict, row.answer.settled
    if judgement.opinion is Opinion.AGREE:
        if own is None:
            raise BadInputError("这一条还没有自评，不能同意。", "可以退回，写明意见。")
        if verdict not in {None, own}:
            raise BadInputError(f"自评是“{own}”，同意却写了复核结论“{verdict}”。", "改结论请写更正。")
        return replace(judgement, verdict=None, text=text)
    if not text:
        raise BadInputError(f"{judgement.opinion}必须写意见。", "写明为什么，填报人要照此处理。")
    if judgement.opinion is Opinion.RETURN and verdict is not None:
        raise BadInputError("退回不写复核结论。", "由填报人改；要直接改结论请写更正。")
    if judgement.opinion is Opinion.CORRECT and verdict is None:
        raise BadInputError("更正必须写复核结论。", "写明改为哪一种结论。")
    if judgement.opinion is Opinion.CORRECT and verdict is own:
        raise BadInputError(f"自评就是“{own}”，不用更正。", "没有异议请写同意。")
    return replace(judgement, text=text)


def is_recorded(row: Row, judgement: Judgement) -> bool:
    """Whether this is the opinion that stands on the row already."""
    found = standing(row)
    said = (judgement.opinion, judgement.verdict, judgement.text)
    return found is not None and said == (found.opinion, found.verdict, found.text)


def agreement(rows: Iterable[Row]) -> tuple[Judgement, ...]:
    """同意 on each of the rows, without words."""
    return tuple(Judgement(*row.key, Opinion.AGREE) for row in rows)


def _data(row: Row, judgement: Judgement) -> dict[str, Any]:
    return {
        "checklist": judgement.checklist,
        "object": judgement.object,
        "item": judgement.item,
        "opinion": judgement.opinion.value,
        "verdict": judgement.verdict.value if judgement.verdict else None,
        "text": judgement.text,
        "judged": row.answer.fingerprint,
    }

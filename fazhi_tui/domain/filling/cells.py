r"""Answers as the text of a form's cells: one small language, written and read here.

Entries stand one a line (or behind `;`), fields behind `|` or `=`; full-width signs count as well. A
backslash takes a sign literally; before anything else it is itself, so that `D:\案卷` and `\\server` stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from fazhi_tui.domain.answers import Evidence
from fazhi_tui.domain.checklist import FactSpec
from fazhi_tui.errors import BadInputError

FORM_COLUMNS = (
    "清单",
    "自查表",
    "检查项",
    "环节",
    "问题",
    "依据",
    "原结论",
    "结论",
    "说明",
    "佐证",
    "事实",
    "核算",
)
KEY_COLUMNS = FORM_COLUMNS[:3]
ANSWER_COLUMNS = ("结论", "说明", "佐证", "事实")
CLEAR = "清空"
FORM_SHEET = "填报表"

_ENTRY, _FIELD, _EQUALS = "\n;；", "|｜", "=＝"
_SIGNS = _ENTRY + _FIELD + _EQUALS
_SLASHES = re.compile(r"\\+")
_EVIDENCE_FIELDS = 4


def literal(text: str) -> str:
    """A cell's text so written that it is not taken for 清空."""
    return f"'{text}" if text.lstrip("'") == CLEAR else text


def text_of_cell(cell: str) -> str | None:
    """What a cell asks for: its text, "" where it says 清空, None where it is empty (leave as it is)."""
    text = cell.replace("\r\n", "\n").replace("\r", "\n").strip()
    if not text:
        return None
    if text == CLEAR:
        return ""
    return text[1:] if text.lstrip("'") == CLEAR else text


def evidence_cell(evidence: Iterable[Evidence]) -> str:
    """名称|文号|日期|存放处, one a line, empty fields at the end left out."""
    return "\n".join(_evidence_entry(e) for e in evidence)


def evidence_of_text(text: str) -> tuple[Evidence, ...]:
    """The evidence a cell's text lists.

    Raises:
        BadInputError: an entry with more than four fields.
    """
    found = []
    for fields in _entries(text, _FIELD):
        if len(fields) > _EVIDENCE_FIELDS:
            raise BadInputError(
                f"佐证“{fields[0]}”多于四栏。", "每条写成 名称|文号|日期|存放处，文字里的竖线写成 \\|。"
            )
        found.append(Evidence(*fields))
    return tuple(found)


def facts_cell(facts: Mapping[str, str], specs: Sequence[FactSpec]) -> str:
    """label=value, one a line, in the item's order."""
    signs = _ENTRY + _EQUALS
    known = [(spec.label, facts[spec.id]) for spec in specs if spec.id in facts]
    return "\n".join(f"{_escaped(label, signs)}={_escaped(value, signs)}" for label, value in known)


def facts_of_text(text: str, specs: Sequence[FactSpec]) -> dict[str, str]:
    """Fact ids and values of a cell's text; a label without a value is left out.

    Raises:
        BadInputError: a label the item does not have, one without `=`, or one twice.
    """
    ids = {spec.label: spec.id for spec in specs} | {spec.id: spec.id for spec in specs}
    seen: dict[str, str] = {}
    for label, *values in _entries(text, _EQUALS):
        if label not in ids:
            labels = "、".join(spec.label for spec in specs)
            hint = f"可写：{labels}。" if labels else "这一条不填事实，请删去。"
            raise BadInputError(f"没有事实“{label}”。", hint)
        if not values:
            raise BadInputError(f"事实“{label}”没有等号。", f"请写成 {label}=…。")
        if ids[label] in seen:
            raise BadInputError(f"事实“{label}”写了两遍。", "请只留一个。")
        seen[ids[label]] = "=".join(values)
    return {fact: value for fact, value in seen.items() if value}


def _evidence_entry(evidence: Evidence) -> str:
    fields = [evidence.title, evidence.number, evidence.date, evidence.place]
    while fields and not fields[-1]:
        fields.pop()
    return "|".join(_escaped(field, _ENTRY + _FIELD) for field in fields)


def _escaped(text: str, signs: str) -> str:
    r"""The text with its signs behind a backslash and its own backslashes doubled.

    A single backslash at the start stays single, since two there read as a network path (`\\server`).
    """
    doubled = _SLASHES.sub(lambda match: match[0] * 2, text)
    if text.startswith("\\") and text[1:2] not in {"", "\\", *_SIGNS}:
        doubled = doubled[1:]
    return "".join(f"\\{char}" if char in signs else char for char in doubled)


def _entries(text: str, within: str) -> Iterator[list[str]]:
    fields = [""]
    for char, is_sign in _characters(text, within):
        if is_sign and char in _ENTRY:
            yield from _filled(fields)
            fields = [""]
        elif is_sign:
            fields.append("")
        else:
            fields[-1] += char
    yield from _filled(fields)


def _filled(fields: list[str]) -> Iterator[list[str]]:
    stripped = [field.strip() for field in fields]
    if any(stripped):
        yield stripped


def _characters(text: str, within: str) -> Iterator[tuple[str, bool]]:
    """The characters meant, each with whether it stands for a separator."""
    signs = _ENTRY + within
    position, at_start = 0, True
    while position < len(text):
        pair = text[position : position + 2]
        is_path = at_start and pair == "\\\\" and text[position + 2 : position + 3] not in {"", "\\", *_SIGNS}
        if is_path or (len(pair) == 2 and pair[0] == "\\" and pair[1] in f"\\{_SIGNS}"):
            chars, is_sign = (pair if is_path else pair[1]), False
            position += 2
        else:
            chars, is_sign = pair[0], pair[0] in signs
            position += 1
        at_start = is_sign or (at_start and chars.isspace())
        for char in chars:
            yield char, is_sign

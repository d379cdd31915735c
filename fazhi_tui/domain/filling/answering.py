"""Changes to answers: checked against the item, reduced to what really changes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any, Final

from fazhi_tui.domain.answers import NOTE_LIMIT, Answer, Evidence, evidence_as_data
from fazhi_tui.domain.log.wish import Wish
from fazhi_tui.domain.rows import Board, Row
from fazhi_tui.domain.text import clean_text
from fazhi_tui.domain.verdict import Verdict
from fazhi_tui.errors import BadInputError

FIELD_LIMIT = 200
# The bars that separate fields cannot stand inside one.
_SEPARATORS = str.maketrans({"|": "/", "｜": "/"})


class Keep(Enum):
    """Stands for “leave this field as it is”."""

    KEEP = "keep"


KEEP: Final = Keep.KEEP


@dataclass(frozen=True, slots=True)
class Change:
    """What to change in one answer; fields left at KEEP stay."""

    checklist: str
    object: str
    item: str
    verdict: Verdict | None | Keep = KEEP
    note: str | Keep = KEEP
    facts: Mapping[str, str] | Keep = KEEP
    evidence: tuple[Evidence, ...] | Keep = KEEP
    doubt: bool | Keep = KEEP

    @property
    def key(self) -> tuple[str, str, str]:
        """Checklist id, object name, item id."""
        return (self.checklist, self.object, self.item)


def answer(board: Board, changes: Iterable[Change]) -> Wish | None:
    """The recorded form of changes to answers, without what is already so; None if nothing changes."""
    rows = {row.key: row for row in board.rows()}
    recorded = []
    for change in changes:
        row = rows.get(change.key)
        if row is None:
            raise BadInputError(f"没有这一条：{' / '.join(change.key)}", "请核对清单、自查表和检查项。")
        fields = _changed_fields(board, row, change)
        if fields:
            recorded.append(
                {"checklist": change.checklist, "object": change.object, "item": change.item, **fields}
            )
    return ("answered", {"changes": recorded}) if recorded else None


def _changed_fields(board: Board, row: Row, change: Change) -> dict[str, Any]:
    old = row.answer
    fields: dict[str, Any] = {}
    if change.verdict is not KEEP and (old.was_asked or change.verdict != old.verdict):
        fields["verdict"] = change.verdict.value if change.verdict else None
    if change.note is not KEEP and (note := clean_text(change.note, "说明", NOTE_LIMIT)) != old.note:
        fields["note"] = note
    if change.facts is not KEEP and (facts := board.checked_facts(row, change.facts)) != dict(old.facts):
        fields["facts"] = facts
    if change.evidence is not KEEP and (evidence := clean_evidence(change.evidence)) != old.evidence:
        fields["evidence"] = evidence_as_data(evidence)
    if change.doubt is not KEEP and change.doubt != old.doubt:
        fields["doubt"] = change.doubt
    if fields:
        _require_reason(old, fields)
    return fields


def _require_reason(old: Answer, fields: Mapping[str, Any]) -> None:
    verdict = fields.get("verdict", old.verdict)
    if verdict and Verdict(verdict).needs_reason and not fields.get("note", old.note):
        raise BadInputError(f"“{verdict}”必须在说明里写理由。", "写明为什么，或改选其他结论。")


def clean_evidence(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Evidence as it is kept: each field one line without bars.

    Raises:
        BadInputError: one without a title, or a field that is too long.
    """
    cleaned = []
    for e in evidence:
        fields = [_one_line(text) for text in (e.title, e.number, e.date, e.place)]
        if not fields[0]:
            raise BadInputError("佐证缺名称。", "每条佐证至少写名称，如：公告页面截图。")
        cleaned.append(Evidence(*fields))
    return tuple(cleaned)


def _one_line(text: str) -> str:
    return " ".join(clean_text(text, "佐证", FIELD_LIMIT).translate(_SEPARATORS).split())

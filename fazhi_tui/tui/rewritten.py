"""What a step was that has been taken back or up again, in words: 自评 3 条（公众参与：…？）."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from fazhi_tui.domain.local_mark import question_words
from fazhi_tui.domain.log.event_names import name_of
from fazhi_tui.domain.log.events import Event
from fazhi_tui.domain.rows import Board
from fazhi_tui.domain.unit import OBJECT_KINDS
from fazhi_tui.tui.words import app_words, sheet_words

Key = tuple[str, ...]
_PARTS = {
    "note": sheet_words.FIELD_NOTE,
    "facts": sheet_words.FIELD_FACTS,
    "evidence": sheet_words.FIELD_EVIDENCE,
    "doubt": sheet_words.DOUBT,
}


def keys_of(step: Event) -> tuple[Key, ...]:
    """The answers it is about; one string alone for a gap that no item asked about."""
    data = step.payload
    answers = (*data.get("changes", ()), *data.get("reviews", ()))
    gaps = (*data.get("steps", ()), *data.get("judgements", ()))
    rows = ((answer["checklist"], answer["object"], answer["item"]) for answer in answers)
    return (*rows, *(tuple(gap["gap"]) for gap in gaps))


def step_words(step: Event, board: Board) -> str:
    """What was done, and about what: the item asked, else the sheet, the figure or the gap by name."""
    keys = keys_of(step)
    about = _question(keys[0], board) if keys else _named(step.payload, board)
    # The count first: what does not fit on the line is cut off at its end.
    count = app_words.OF_SEVERAL.format(count=len(keys)) if len(keys) > 1 else ""
    return _name(step) + count + (f"（{about}）" if about else "")


def _name(step: Event) -> str:
    """自评, or what was written with an answer where its verdict was not touched."""
    fields = {field for change in step.payload.get("changes", ()) for field in change}
    parts = [] if "verdict" in fields else [word for field, word in _PARTS.items() if field in fields]
    return "、".join(parts) or name_of(step.kind)


def _question(key: Key, board: Board) -> str:
    row = next((row for row in board.rows() if row.key == key), None)
    return f"{row.stage.title}：{question_words(row.item)}" if row else ""


def _named(data: Mapping[str, Any], board: Board) -> str:
    if "value" in data:
        params = (param for checklist in board.checklists for param in checklist.params)
        return next((param.label for param in params if param.id == data["id"]), "")
    if "to" in data:
        return f"{data['object']} → {data['to']}"
    kind = OBJECT_KINDS.get(data.get("kind", ""), "")
    return str(data.get("object") or data.get("problem") or kind)

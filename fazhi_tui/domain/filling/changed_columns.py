"""What a change would alter, column by column as a form has them."""

from __future__ import annotations

from typing import Any

from fazhi_tui.domain.filling.answering import KEEP, Change
from fazhi_tui.domain.filling.cells import CLEAR, evidence_cell, facts_cell
from fazhi_tui.domain.rows import Row
from fazhi_tui.domain.verdict import word


def changed_columns(row: Row, change: Change) -> list[tuple[str, str, str]]:
    """The columns that differ: name, what is stored, what it would become (清空 for nothing)."""
    old, specs = row.answer, row.item.facts
    columns: list[tuple[str, str, Any]] = []
    if change.verdict is not KEEP:
        columns.append(("结论", word(old.verdict), word(change.verdict)))
    if change.note is not KEEP:
        columns.append(("说明", old.note, change.note))
    if change.evidence is not KEEP:
        columns.append(("佐证", evidence_cell(old.evidence), evidence_cell(change.evidence)))
    if change.facts is not KEEP:
        columns.append(("事实", facts_cell(old.facts, specs), facts_cell(change.facts, specs)))
    return [(name, was, will or CLEAR) for name, was, will in columns if was != will]

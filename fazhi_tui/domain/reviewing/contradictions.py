"""Answers that exclude each other, by the pairs a checklist declares.

A pair is looked for within one sheet. Where one of its items is asked of the unit and the other of a
matter, case file, person or document, the unit's answer is held against each such sheet, since what the
unit has or has not done goes for all of them. Sheets of two different objects are never compared.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from fazhi_tui.domain.checklist import Checklist
from fazhi_tui.domain.rows import Board, Row
from fazhi_tui.domain.unit import UNIT


@dataclass(frozen=True, slots=True)
class Clash:
    """Two rows whose answers exclude each other, and why in words."""

    rows: tuple[Row, Row]
    say: str


def clashes(board: Board) -> tuple[Clash, ...]:
    """The contradictions among the officer's answers, checklist by checklist, as the pairs are declared."""
    return tuple(clash for checklist in board.checklists for clash in _clashes(board, checklist))


def _clashes(board: Board, checklist: Checklist) -> Iterator[Clash]:
    rows: dict[str, list[Row]] = {}
    for view in board.of(checklist.id):
        for row in view.rows:
            rows.setdefault(row.item.id, []).append(row)
    for pair in checklist.contradicts:
        first, second = (
            [row for row in rows.get(item, ()) if row.answer.settled is verdict]
            for item, verdict in zip(pair.items, pair.verdicts, strict=True)
        )
        for one in first:
            yield from (Clash((one, other), pair.say) for other in second if _is_of_one(one, other))


def _is_of_one(one: Row, other: Row) -> bool:
    return one.sheet.object == other.sheet.object or UNIT in {one.sheet.kind, other.sheet.kind}

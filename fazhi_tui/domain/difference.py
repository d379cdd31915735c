"""What comes and what goes when an assessment's items change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from fazhi_tui.domain.assessment import Assessment
from fazhi_tui.domain.checklist import Checklist, Item
from fazhi_tui.domain.rows import Board, board


@dataclass(frozen=True, slots=True)
class Difference:
    """Items asked anew and no longer; `answered` of the latter have answers, which stay in history."""

    coming: tuple[Item, ...]
    going: tuple[Item, ...]
    answered: tuple[Item, ...]


def difference(before: Board, after: Board) -> Difference:
    """The items that only one of two boards asks, each once, in the one order."""
    old, new = asked_items(before), asked_items(after)
    given = {row.item.id for row in before.rows() if row.answer.verdict is not None or row.answer.note}
    going = tuple(item for id, item in old.items() if id not in new)
    return Difference(
        coming=tuple(item for id, item in new.items() if id not in old),
        going=going,
        answered=tuple(item for item in going if item.id in given),
    )


def with_flags(assessment: Assessment, checklists: Sequence[Checklist], flags: frozenset[str]) -> Difference:
    """What a unit with these powers would be asked, against what it is asked now."""
    return difference(board(assessment, checklists), board(replace(assessment, flags=flags), checklists))


def asked_items(board: Board) -> dict[str, Item]:
    """The items a board asks by id, those of undeclared kinds included."""
    items = {row.item.id: row.item for row in board.rows()}
    for gap in board.undeclared:
        items |= {item.id: item for item in gap.items}
    return items

"""Where the officer stands on the board, and what comes next; pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from fazhi_tui.domain.answers import Opinion
from fazhi_tui.domain.reviewing.standing import standing
from fazhi_tui.domain.rows import Board, Row, SheetView

Wanted = Callable[[Row], bool]


@dataclass(frozen=True, slots=True)
class Place:
    """A sheet and a row on it, by index on the board."""

    sheet: int
    row: int


def view_at(board: Board, place: Place) -> SheetView | None:
    """The sheet stood on, None on an empty board."""
    return board.sheets[place.sheet] if 0 <= place.sheet < len(board.sheets) else None


def row_at(board: Board, place: Place) -> Row | None:
    """The row stood on, None where the sheet has none."""
    view = view_at(board, place)
    return view.rows[place.row] if view and 0 <= place.row < len(view.rows) else None


def locate(board: Board, key: tuple[str, str, str]) -> Place | None:
    """Where a row is; its sheet's first row if the item is not asked there."""
    for index, view in enumerate(board.sheets):
        if (view.checklist.id, view.sheet.object) == key[:2]:
            rows = [row.item.id for row in view.rows]
            return Place(index, rows.index(key[2]) if key[2] in rows else 0)
    return None


def first_open(board: Board) -> Place | None:
    """The first row still to be answered."""
    return next(_places(board, is_open), None)


def next_open(board: Board, after: Place) -> Place | None:
    """The next row still to be answered; past the last one, the search begins again from the top."""
    return next_wanted(board, after, 1, is_open)


def next_wanted(board: Board, after: Place, by: int, wanted: Wanted) -> Place | None:
    """The nearest wanted row before (-1) or behind (1); past the end, the search goes on from the other."""
    return next((place for place, row in _onwards(board, after, by) if wanted(row)), None)


def how_many(board: Board, wanted: Wanted) -> int:
    """How many rows are wanted."""
    return sum(map(wanted, board.rows()))


def is_open(row: Row) -> bool:
    """Whether it still has to be answered."""
    return row.is_open


def is_gap(row: Row) -> bool:
    """Whether it counts as a gap: its verdict falls short, and it is no advice."""
    return not row.item.is_advice and row.effective is not None and row.effective.is_short


def is_returned(row: Row) -> bool:
    """Whether the adviser has given it back and it has not been changed since."""
    review = standing(row)
    return review is not None and review.opinion is Opinion.RETURN


def neighbour(board: Board, place: Place, by: int) -> Place:
    """The row before (-1) or behind (1), over the sheets' borders; the same at either end."""
    every = [Place(s, r) for s, view in enumerate(board.sheets) for r in range(len(view.rows))]
    if place not in every:
        return every[0] if every else place
    return every[min(max(every.index(place) + by, 0), len(every) - 1)]


def sheet_beside(board: Board, place: Place, by: int) -> Place:
    """The sheet before (-1) or behind (1), at its first open row."""
    if not board.sheets:
        return place
    return entry(board, (place.sheet + by) % len(board.sheets))


def clamped(board: Board, place: Place) -> Place:
    """The place, or the nearest one where sheets have gone."""
    if not board.sheets:
        return Place(0, 0)
    sheet = min(place.sheet, len(board.sheets) - 1)
    return Place(sheet, min(place.row, max(len(board.sheets[sheet].rows) - 1, 0)))


def entry(board: Board, sheet: int) -> Place:
    """Where a sheet is entered: its first open row, else its first."""
    return Place(sheet, board.sheets[sheet].first_open or 0)


def _onwards(board: Board, after: Place, by: int) -> Iterator[tuple[Place, Row]]:
    """Every place from the one behind or before, round once; the last is the one stood on."""
    for turn in range(len(board.sheets) + 1 if board.sheets else 0):
        sheet = (after.sheet + by * turn) % len(board.sheets)
        for index, row in list(enumerate(board.sheets[sheet].rows))[::by]:
            if turn or (index - after.row) * by > 0:
                yield Place(sheet, index), row


def _places(board: Board, wanted: Wanted) -> Iterator[Place]:
    for s, view in enumerate(board.sheets):
        for r, row in enumerate(view.rows):
            if wanted(row):
                yield Place(s, r)

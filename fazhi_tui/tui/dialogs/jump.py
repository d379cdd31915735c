"""Where to go from here: the next and the last open, short and returned rows, and the sheet's stages."""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import set_cell_size
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from fazhi_tui.domain.rows import Board
from fazhi_tui.tui import navigation
from fazhi_tui.tui.dialogs.dialog import Dialog
from fazhi_tui.tui.keys import SHEET
from fazhi_tui.tui.navigation import Place
from fazhi_tui.tui.widgets.stage_list import stage_line, stages_of
from fazhi_tui.tui.words import find_words, sheets_words

_JUMPS = (
    ("open", find_words.JUMP_OPEN, navigation.is_open),
    ("gap", find_words.JUMP_GAP, navigation.is_gap),
    ("returned", find_words.JUMP_RETURNED, navigation.is_returned),
)
TEXT_CELLS = 30
_WAYS = (("next", 1, find_words.JUMP_NEXT), ("previous", -1, find_words.JUMP_PREVIOUS))
_SHOWN_KEYS = {key.action: key.shown_key for key in SHEET}

Line = tuple[str, Place | None]
"""A line and where it leads; None where it leads nowhere."""


class JumpDialog(Dialog[Place]):
    """Returns the place chosen; stands on the stage one comes from."""

    def __init__(self, board: Board, here: Place) -> None:
        super().__init__(find_words.JUMP_TITLE, sheets_words.SHEETS_FOOT)
        jumps, stages = list(_jump_lines(board, here)), list(_stage_lines(board, here))
        self._lines: list[Line] = [*jumps, (find_words.JUMP_STAGES, None), *stages]
        self._current = len(jumps) + 1 + _stage_index(board, here) if stages else 0

    def body(self) -> Iterator[Widget]:
        """The list."""
        options = (Option(Content(text), disabled=place is None) for text, place in self._lines)
        yield OptionList(*options, markup=False, compact=True)

    def on_mount(self) -> None:
        """Stand on the stage."""
        options = self.query_one(OptionList)
        options.highlighted = self._current
        options.focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Return what was chosen."""
        self.dismiss(self._lines[event.option_index][1])


def _jump_lines(board: Board, here: Place) -> Iterator[Line]:
    for name, what, wanted in _JUMPS:
        count = navigation.how_many(board, wanted)
        for way, by, said in _WAYS:
            text = find_words.JUMP_LINE.format(way=said, what=what, count=count)
            key = _SHOWN_KEYS.get(f"{way}_{name}", "")
            yield f"{set_cell_size(text, TEXT_CELLS)}{key}", navigation.next_wanted(board, here, by, wanted)


def _stage_lines(board: Board, here: Place) -> Iterator[Line]:
    view = navigation.view_at(board, here)
    for start, rows in stages_of(view.rows if view else ()):
        first_open = next((i for i, row in enumerate(rows) if row.is_open), 0)
        yield f"  {stage_line(rows)}", Place(here.sheet, start + first_open)


def _stage_index(board: Board, here: Place) -> int:
    view = navigation.view_at(board, here)
    return sum(start <= here.row for start, _ in stages_of(view.rows if view else ())) - 1

"""Find as you type: the rows that match, Enter goes there."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

from rich.cells import set_cell_size
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from fazhi_tui.domain.local_mark import question_words
from fazhi_tui.domain.rows import Board
from fazhi_tui.domain.verdict import mark
from fazhi_tui.tui.collecting import undisturbed
from fazhi_tui.tui.dialogs.dialog import Dialog
from fazhi_tui.tui.finding.finder import Finder, Hit
from fazhi_tui.tui.keys import FIND, bindings
from fazhi_tui.tui.navigation import Place
from fazhi_tui.tui.widgets.line_input import LineInput
from fazhi_tui.tui.widgets.wrapped import WrappedText
from fazhi_tui.tui.words import find_words

SHOWN = 200
TYPED_LIMIT = 60
STAGE_CELLS = 12
SHEET_CELLS = 12


class FindDialog(Dialog[Place]):
    """Returns the place chosen. The search runs in a thread: typing waits for nothing."""

    BINDINGS = bindings(FIND)
    ASKS_FOR_TEXT = False

    def __init__(self, finder: Finder, board: Board, here: int) -> None:
        super().__init__(find_words.FIND_TITLE, find_words.FIND_FOOT)
        self._finder = finder
        self._board = board
        self._here = here
        self._hits: tuple[Hit, ...] = ()

    def body(self) -> Iterator[Widget]:
        """What is typed, how much there is, the list, and where the highlighted row matches."""
        typed = LineInput(
            self._finder.last_typed, placeholder=find_words.FIND_HINT, id="typed", max_length=TYPED_LIMIT
        )
        yield typed
        yield Static(id="count", markup=False)
        yield OptionList(id="hits", markup=False, compact=True)
        yield WrappedText(id="where")

    def on_mount(self) -> None:
        """Type over what was searched for last; learn the readings meanwhile."""
        typed = self.query_one("#typed", LineInput)
        typed.select_all()
        typed.focus()
        self.query_one("#hits", OptionList).can_focus = False
        self.call_after_refresh(lambda: self.run_worker(self._learn(), group="learn"))

    def on_input_changed(self, event: Input.Changed) -> None:
        """Search anew."""
        self._finder.last_typed = event.value
        self.run_worker(self._search(event.value), group="search", exclusive=True)

    def on_input_submitted(self) -> None:
        """Go to the highlighted row."""
        highlighted = self.query_one("#hits", OptionList).highlighted
        if highlighted is not None:
            self.dismiss(self._hits[highlighted].place)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """A click goes there."""
        self.dismiss(self._hits[event.option_index].place)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Show its question in full, and where it matches."""
        if event.option_index < len(self._hits):
            self._show_where(self._hits[event.option_index])

    def action_move(self, by: int) -> None:
        """Another line of the list; the typing stays where it is."""
        hits = self.query_one("#hits", OptionList)
        if hits.highlighted is not None:
            hits.highlighted = min(max(hits.highlighted + by, 0), hits.option_count - 1)

    async def _learn(self) -> None:
        if await asyncio.to_thread(undisturbed, lambda: self._finder.learn_readings(self._board)):
            typed = self.query_one("#typed", LineInput).value
            self.run_worker(self._search(typed), group="search", exclusive=True)

    async def _search(self, typed: str) -> None:
        hits = await asyncio.to_thread(self._finder.search, self._board, typed, self._here)
        self._show(hits, typed)

    def _show(self, hits: tuple[Hit, ...], typed: str) -> None:
        self._hits = hits[:SHOWN]
        options = self.query_one("#hits", OptionList)
        options.clear_options()
        options.add_options([Option(Content(hit_line(hit))) for hit in self._hits])
        options.highlighted = 0 if self._hits else None
        self.query_one("#count", Static).update(Content(_count_words(len(hits), typed)))
        if not self._hits:
            self.query_one("#where", WrappedText).update("")

    def _show_where(self, hit: Hit) -> None:
        lines = [question_words(hit.row.item), self._finder.where(hit.row)]
        self.query_one("#where", WrappedText).update("\n".join(filter(None, lines)))


def _count_words(count: int, typed: str) -> str:
    if not typed.strip():
        return ""
    if count > SHOWN:
        return find_words.FIND_MANY.format(count=count, shown=SHOWN)
    return find_words.FIND_COUNT.format(count=count) if count else find_words.FIND_NONE


def hit_line(hit: Hit) -> str:
    """Mark, stage, sheet, question."""
    row = hit.row
    stage, sheet = set_cell_size(row.stage.title, STAGE_CELLS), set_cell_size(row.sheet.object, SHEET_CELLS)
    return f"{mark(row.effective)} {stage} {sheet} {question_words(row.item)}"

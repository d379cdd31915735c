"""A list of things to do, for what has no key of its own in the footer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from fazhi_tui.tui.dialogs.dialog import Dialog
from fazhi_tui.tui.words import sheets_words

Entry = tuple[str, str]
"""An action's name and its line."""


class MenuDialog(Dialog[str]):
    """Returns the name of the action chosen."""

    def __init__(self, title: str, hint: str, entries: Sequence[Entry]) -> None:
        super().__init__(title, sheets_words.SHEETS_FOOT)
        self._hint = hint
        self._entries = tuple(entries)

    def body(self) -> Iterator[Widget]:
        """The hint and the lines."""
        yield Static(Content(self._hint), classes="hints")
        yield OptionList(*(Option(Content(line)) for _, line in self._entries), markup=False, compact=True)

    def on_mount(self) -> None:
        """Stand on the first."""
        options = self.query_one(OptionList)
        options.highlighted = 0
        options.focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Return it."""
        self.dismiss(self._entries[event.option_index][0])

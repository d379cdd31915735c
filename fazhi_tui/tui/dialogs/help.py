"""The keys of a screen, made from the one table."""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import set_cell_size
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from fazhi_tui.tui import strings
from fazhi_tui.tui.dialogs.dialog import Dialog
from fazhi_tui.tui.keys import Key

KEY_CELLS = 9


class HelpDialog(Dialog[bool]):
    """A line a key."""

    def __init__(self, screen: str, keys: tuple[Key, ...]) -> None:
        super().__init__(strings.HELP_TITLE.format(screen=screen), strings.HELP_FOOT)
        self._keys = keys

    def body(self) -> Iterator[Widget]:
        """The keys, then what to know about input methods."""
        lines = [f"{set_cell_size(key.shown_key, KEY_CELLS)}{key.help}" for key in self._keys]
        with VerticalScroll():
            yield Static(Content("\n".join([*lines, "", strings.HELP_NOTE])))

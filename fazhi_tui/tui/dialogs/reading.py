"""A text to read and scroll."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content
from textual.widget import Widget

from fazhi_tui.tui.dialogs.dialog import Dialog
from fazhi_tui.tui.widgets.pane import Pane
from fazhi_tui.tui.widgets.wrapped import Wrapped
from fazhi_tui.tui.words import app_words


class ReadingPane(Pane, can_focus=True):
    """Has the arrows and page keys."""


class ReadingDialog(Dialog[bool]):
    """Shows a text literally; arrows and page keys turn it."""

    def __init__(self, title: str, text: str) -> None:
        super().__init__(title, app_words.HELP_FOOT)
        self._text = text

    def body(self) -> Iterator[Widget]:
        """The text."""
        yield ReadingPane(Wrapped(Content(self._text)))

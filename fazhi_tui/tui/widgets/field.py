"""A label and its text side by side; the text wraps under itself."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from fazhi_tui.tui.widgets.wrapped import WrappedText


class Field(Horizontal):
    """Hidden while its text is empty; the text is always shown literally."""

    def __init__(self, label: str, *, id: str) -> None:
        super().__init__(id=id)
        self._label = label
        self._text = WrappedText(classes="text")

    def compose(self) -> ComposeResult:
        """The two columns."""
        yield Static(self._label, markup=False, classes="label")
        yield self._text

    def show(self, text: str | Content) -> None:
        """Show a text; nothing of the field is seen where it is empty."""
        self.display = bool(text)
        self._text.update(text)

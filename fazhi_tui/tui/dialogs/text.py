"""Several lines of text: evidence, or the reason of 本年无."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static, TextArea

from fazhi_tui.errors import FazhiError
from fazhi_tui.tui.dialogs.dialog import Dialog
from fazhi_tui.tui.keys import Key, bindings


class PlainArea(TextArea):
    """A text area that never blinks."""

    def __init__(self, text: str) -> None:
        super().__init__(text, compact=True, highlight_cursor_line=False)
        self.cursor_blink = False


class TextDialog(Dialog[bool]):
    """Hands the text to `accept`; stays and says why if that refuses it.

    `keeps_on_escape`: Esc hands it over too, so that nothing typed is lost.
    """

    BINDINGS = bindings((Key("f2,ctrl+n", "submit", "F2", "确定"),))

    def __init__(
        self,
        title: str,
        *,
        foot: str,
        hints: str,
        text: str,
        accept: Callable[[str], object],
        keeps_on_escape: bool,
    ) -> None:
        super().__init__(title, foot)
        self._hints = hints
        self._initial = text
        self._accept = accept
        self._keeps_on_escape = keeps_on_escape

    def body(self) -> Iterator[Widget]:
        """What to write, and where."""
        yield Static(Content(self._hints), classes="hints")
        yield PlainArea(self._initial)

    def on_mount(self) -> None:
        """Write on behind what is there."""
        area = self.query_one(PlainArea)
        area.move_cursor(area.document.end)
        area.focus()

    def action_submit(self) -> None:
        """Hand the text over."""
        try:
            self._accept(self.query_one(PlainArea).text)
        except FazhiError as fault:
            self.say(fault)
        else:
            self.dismiss(result=True)

    def action_cancel(self) -> None:
        """Leave; with the text, where it would be lost otherwise."""
        if self._keeps_on_escape and self.query_one(PlainArea).text != self._initial:
            self.action_submit()
        else:
            self.dismiss(None)

"""The least app Textual can show: one widget that counts keys; the floor of what the screens cost.

With `whole` the widget fills the screen and all of it changes; with `height` its text is shorter or longer on
each key as well, as when an item gives way to the next: Textual then lays the screen out twice.

Usage: python -m benchmarks.one_widget [whole|height]
"""

from __future__ import annotations

import sys
from contextlib import nullcontext

from textual import events
from textual.app import App, ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

LINES = 24
HEIGHTS = (12, 9, 15, 10, 13)
REPEATED = 7


class OneWidget(App[None]):
    """Shows how many keys were pressed, once or all over the screen."""

    ENABLE_COMMAND_PALETTE = False

    def __init__(self, shown: str) -> None:
        super().__init__()
        self._heights = {"whole": (LINES,), "height": HEIGHTS}.get(shown, ())
        self._count = 0

    def compose(self) -> ComposeResult:
        """The one widget."""
        with VerticalScroll() if self._heights else nullcontext():
            yield Static(self._text())

    def on_key(self, _event: events.Key) -> None:
        """Count."""
        self._count += 1
        self.query_one(Static).update(self._text())

    def _text(self) -> str:
        text = f"按键 {self._count} 次"
        if not self._heights:
            return text
        return "\n".join([text * REPEATED] * self._heights[self._count % len(self._heights)])


if __name__ == "__main__":
    OneWidget(sys.argv[-1]).run()

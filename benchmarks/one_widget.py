"""The least app Textual can show: one widget that counts keys; the floor of what the screens cost.

With `whole` the widget fills the screen and all of it changes, as when an item gives way to the next.

Usage: python -m benchmarks.one_widget [whole]
"""

from __future__ import annotations

import sys

from textual import events
from textual.app import App, ComposeResult
from textual.widgets import Static

LINES = 24
REPEATED = 7


class OneWidget(App[None]):
    """Shows how many keys were pressed, once or all over the screen."""

    ENABLE_COMMAND_PALETTE = False

    def __init__(self, *, whole: bool) -> None:
        super().__init__()
        self._whole = whole
        self._count = 0

    def compose(self) -> ComposeResult:
        """The one widget."""
        yield Static(self._text())

    def on_key(self, _event: events.Key) -> None:
        """Count."""
        self._count += 1
        self.query_one(Static).update(self._text())

    def _text(self) -> str:
        text = f"按键 {self._count} 次"
        return "\n".join([text * REPEATED] * LINES) if self._whole else text


if __name__ == "__main__":
    OneWidget(whole="whole" in sys.argv).run()

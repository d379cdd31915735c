"""The least app Textual can show: one widget that counts keys; the floor of what the screens cost.

Usage: python -m benchmarks.one_widget
"""

from __future__ import annotations

from textual import events
from textual.app import App, ComposeResult
from textual.widgets import Static


class OneWidget(App[None]):
    """Shows how many keys were pressed."""

    ENABLE_COMMAND_PALETTE = False
    _count = 0

    def compose(self) -> ComposeResult:
        """The one widget."""
        yield Static("按键 0 次")

    def on_key(self, _event: events.Key) -> None:
        """Count."""
        self._count += 1
        self.query_one(Static).update(f"按键 {self._count} 次")


if __name__ == "__main__":
    OneWidget().run()

"""The keys of a dialog in one line; a click on one is the key."""

from __future__ import annotations

import re

from textual import events
from textual.content import Content
from textual.style import Style
from textual.widgets import Static

_KEYS = {"Enter": "enter", "Esc": "escape", "Tab": "tab", "空格": "space", "F2": "f2", "F3": "f3"}
_PART = re.compile(r"\S+(?: \S+)*|\s+")


class Foot(Static):
    """Reads `Enter 确定  Esc 取消`: two spaces between entries, the key's name first."""

    def __init__(self, text: str) -> None:
        parts = [_clickable(part) for part in _PART.findall(text)]
        super().__init__(Content("").join(parts), classes="foot")

    def on_click(self, event: events.Click) -> None:
        """Press the key that was clicked."""
        key = event.style.meta.get("key")
        if key is not None:
            self.app.simulate_key(key)


def _clickable(part: str) -> Content:
    key = _KEYS.get(part.split(" ")[0])
    return Content.styled(part, Style.from_meta({"key": key})) if key else Content(part)

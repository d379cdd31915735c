"""Keys and what they do in one line; a click on one is the key."""

from __future__ import annotations

from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.screen import Screen
from textual.style import Style
from textual.widgets import Static

_KEYS = {"Enter": "enter", "Esc": "escape", "Tab": "tab", "空格": "space", "F2": "f2", "F3": "f3"}
_BETWEEN = "  "


class KeyWords(Static):
    """Shows words of which some stand for a key."""

    def on_click(self, event: events.Click) -> None:
        """Press the key that was clicked."""
        key = event.style.meta.get("key")
        if key is not None:
            self.app.simulate_key(key)


class Foot(KeyWords):
    """The last line of a dialog: reads `Enter 确定  Esc 取消`, two spaces between, the key's name first."""

    def __init__(self, text: str) -> None:
        super().__init__(Content(_BETWEEN).join(map(_part, text.split(_BETWEEN))), classes="foot")


class KeyLine(KeyWords):
    """The last line of a screen: the labelled keys that do something now.

    Textual's own footer is a widget a key and one a word; a screen with this opens sooner.
    """

    DEFAULT_CSS = """
    KeyLine {
        height: 1;
        background: $panel;
        text-wrap: nowrap;
    }
    """

    def on_mount(self) -> None:
        """Follow what the keys do: while a note is typed they are others."""
        self._show(self.screen)
        self.screen.bindings_updated_signal.subscribe(self, self._show)

    def _show(self, screen: Screen[object]) -> None:
        if not self.is_attached or screen is not self.screen:
            return
        labelled: dict[str, Binding] = {}
        for active in screen.active_bindings.values():
            if active.binding.show and active.enabled:
                labelled.setdefault(active.binding.action, active.binding)
        entries = [
            _clickable(
                Content.assemble(
                    (f" {self.app.get_key_display(b)}", "bold $footer-key-foreground"), f" {b.description} "
                ),
                b.key,
            )
            for b in labelled.values()
        ]
        self.update(Content("").join(entries), layout=False)


def _part(text: str) -> Content:
    key = _KEYS.get(text.split(" ")[0])
    return _clickable(Content(text), key) if key else Content(text)


def _clickable(content: Content, key: str) -> Content:
    return content.stylize(Style.from_meta({"key": key}))

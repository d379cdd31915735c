"""One line of choices: one of them or any of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from textual import events
from textual.content import Content
from textual.message import Message
from textual.style import Style
from textual.widget import Widget

from fazhi_tui.tui.keys import Key, bindings

_KEYS = (
    Key("left", "move(-1)", "←", "左移"),
    Key("right", "move(1)", "→", "右移"),
    Key("space,ideographic_space", "tick", "空格", "勾选"),
)


class Choice(Widget, can_focus=True):
    """Options in a row: arrows move and, where one is chosen, choose; space ticks where several can be.

    Values are texts from files or our own words, always shown literally.
    """

    BINDINGS = bindings(_KEYS)

    @dataclass
    class Changed(Message):
        """What is ticked has changed."""

        chosen: tuple[str, ...]

    def __init__(
        self,
        options: Sequence[tuple[str, str]],
        *,
        chosen: Iterable[str],
        several: bool,
        id: str | None = None,
    ) -> None:
        super().__init__(id=id)
        self._options = tuple(options)
        self._chosen = set(chosen)
        self._several = several
        self._at = next((i for i, (value, _) in enumerate(self._options) if value in self._chosen), 0)

    @property
    def chosen(self) -> tuple[str, ...]:
        """The values ticked, in the order shown."""
        return tuple(value for value, _ in self._options if value in self._chosen)

    def action_move(self, by: int) -> None:
        """Move to the neighbour."""
        self._at = (self._at + by) % len(self._options)
        if not self._several:
            self._choose({self._options[self._at][0]})
        self.refresh(layout=True)

    def action_tick(self) -> None:
        """Tick or untick where the cursor stands."""
        value = self._options[self._at][0]
        self._choose(self._chosen ^ {value} if self._several else {value})
        self.refresh(layout=True)

    def _choose(self, values: set[str]) -> None:
        if values != self._chosen:
            self._chosen = values
            self.post_message(self.Changed(self.chosen))

    def on_click(self, event: events.Click) -> None:
        """Tick what was clicked."""
        index = event.style.meta.get("index")
        if index is not None:
            self._at = index
            self.action_tick()

    def render(self) -> Content:
        """The options with their marks; the one at the cursor is underlined while focused."""
        left, right = "[]" if self._several else "()"
        parts: list[Content] = []
        for index, (value, label) in enumerate(self._options):
            mark = "x" if value in self._chosen else " "
            style = Style.from_meta({"index": index})
            if self.has_focus and index == self._at:
                style += Style(reverse=True)
            part = Content.styled(f"{left}{mark}{right}{label}", style)
            parts += [part, Content("  ")]
        return Content.assemble(*parts)

    def on_focus(self) -> None:
        """Show the cursor."""
        self.refresh()

    def on_blur(self) -> None:
        """Hide the cursor."""
        self.refresh()

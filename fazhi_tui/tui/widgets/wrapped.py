"""Text wrapped as Chinese is: Textual breaks it anywhere, even before a full stop."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.css.styles import RulesMap
from textual.selection import Selection
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual, VisualType

from fazhi_tui.tui.widgets.steady import SteadyText
from fazhi_tui.tui.wrapping import break_offsets


class Wrapped(Visual):
    """A content that is broken by `break_offsets`, whatever width it is shown at."""

    def __init__(self, content: Content) -> None:
        self._content = content
        self._last: tuple[int, list[Content]] = (0, [content])

    def at(self, width: int) -> list[Content]:
        """The lines at a width, kept until another is asked for."""
        if self._last[0] != width:
            self._last = (width, self.lines(width))
        return self._last[1]

    def lines(self, width: int) -> list[Content]:
        """The lines at a width."""
        return broken(self._content, width)

    @property
    def shown(self) -> Content:
        """The content as it was shown last, with its line breaks."""
        return Content("\n").join(self._last[1])

    def render_strips(
        self, width: int, height: int | None, style: Style, options: RenderOptions
    ) -> list[Strip]:
        """The lines at a width."""
        return Content("\n").join(self.at(width)).render_strips(width, height, style, options)

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """The width of the longest line."""
        return self._content.get_optimal_width(rules, container_width)

    def get_height(self, _rules: RulesMap, width: int) -> int:
        """How many lines there are at a width."""
        return max(len(self.at(width)), 1)


class Stacked(Wrapped):
    """Texts under one another, so many empty lines between them."""

    def __init__(self, texts: Sequence[Wrapped], apart: int) -> None:
        super().__init__(Content(""))
        self._texts = tuple(texts)
        self._apart = apart

    def lines(self, width: int) -> list[Content]:
        """The lines at a width."""
        found: list[Content] = []
        for text in self._texts:
            lines = text.lines(width)
            found += [Content("")] * self._apart if found and lines else []
            found += lines
        return found


def broken(content: Content, width: int) -> list[Content]:
    """A content's lines at a width."""
    return [
        part.rstrip()
        for line in content.split(allow_blank=True)
        for part in line.divide(break_offsets(line.plain, width))
    ]


class WrappedText(SteadyText):
    """A Static that shows text literally and wraps it as Chinese is."""

    def __init__(
        self, text: str | Content = "", *, id: str | None = None, classes: str | None = None
    ) -> None:
        super().__init__(_wrapped(text), markup=False, id=id, classes=classes)

    def update(self, content: VisualType = "", *, layout: bool = True) -> None:
        """Show another text."""
        super().update(_wrapped(content) if isinstance(content, str | Content) else content, layout=layout)

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """What the mouse has marked."""
        visual = self.visual
        return (selection.extract(visual.shown.plain), "\n") if isinstance(visual, Wrapped) else None


def _wrapped(text: str | Content) -> Wrapped:
    return Wrapped(Content(text) if isinstance(text, str) else text)

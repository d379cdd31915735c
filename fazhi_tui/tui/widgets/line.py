"""One line of a long list: Textual asks each for its height, and wraps a text to find it out."""

from __future__ import annotations

from rich.cells import cell_len
from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual


class Line(Visual):
    """A text on one line, cut where the list ends; never markup."""

    def __init__(self, text: str) -> None:
        self._text = text

    def render_strips(
        self, width: int, height: int | None, style: Style, options: RenderOptions
    ) -> list[Strip]:
        """The line, as the list's styles cut it."""
        return Content(self._text).render_strips(width, height, style, options)

    def get_optimal_width(self, _rules: RulesMap, _container_width: int) -> int:
        """Its cells."""
        return cell_len(self._text)

    def get_height(self, _rules: RulesMap, _width: int) -> int:
        """One."""
        return 1

"""The top line of a screen: where one is, and at its right end how far."""

from __future__ import annotations

from rich.cells import cell_len
from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual
from textual.widgets import Static

_BETWEEN = 1


class TitleBar(Static):
    """One line; where it is too short the left text is cut, never the right one."""

    def __init__(self, left: str = "", right: str = "") -> None:
        super().__init__(_Ends(left, right), classes="bar")

    def show(self, left: str, right: str = "") -> None:
        """Show other texts; the line's size is the same for all."""
        self.update(_Ends(left, right), layout=False)


class _Ends(Visual):
    def __init__(self, left: str, right: str) -> None:
        self._left = left
        self._right = right

    def render_strips(
        self, width: int, height: int | None, style: Style, options: RenderOptions
    ) -> list[Strip]:
        room = max(width - cell_len(self._right) - _BETWEEN, 0) if self._right else width
        left = Content(self._left).truncate(room, ellipsis=True)
        gap = " " * (width - left.cell_length - cell_len(self._right))
        return Content.assemble(left, gap, self._right).render_strips(width, height, style, options)

    def get_optimal_width(self, _rules: RulesMap, container_width: int) -> int:
        return container_width

    def get_height(self, _rules: RulesMap, _width: int) -> int:
        return 1

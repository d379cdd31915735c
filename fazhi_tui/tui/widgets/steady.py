"""A text that has the screen laid out anew only where another text needs another size."""

from __future__ import annotations

from textual.visual import VisualType
from textual.widgets import Static


class SteadyText(Static):
    """A Static that costs a repaint, not a layout, while its size stays."""

    def update(self, content: VisualType = "", *, layout: bool = True) -> None:
        """Show another text."""
        before = self._wanted()
        super().update(content, layout=False)
        self.clear_cached_dimensions()
        if layout and (before is None or before != self._wanted()):
            self.refresh(layout=True)

    def _wanted(self) -> tuple[int, int] | None:
        """The columns and lines its text asks for; None where it was not laid out yet."""
        size = self.content_size
        if not size.width or not self.is_attached:
            return None
        rules = self.styles.get_rules()
        columns = self.visual.get_optimal_width(rules, 0) if self.styles.is_auto_width else 0
        return columns, self.visual.get_height(rules, columns or size.width)

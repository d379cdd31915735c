"""Texts under one another, each beside its label."""

from __future__ import annotations

from collections.abc import Mapping

from rich.cells import set_cell_size
from textual.content import Content

from fazhi_tui.tui.widgets.wrapped import Wrapped, broken

LABEL_CELLS = 6


class LabelledTexts(Wrapped):
    """Each text wrapped under itself, in the order of the labels; one that is empty is not seen."""

    def __init__(self, labels: Mapping[str, str], texts: Mapping[str, str | Content]) -> None:
        super().__init__(Content(""))
        self._fields = tuple((label, texts.get(name, "")) for name, label in labels.items())

    def lines(self, width: int) -> list[Content]:
        """The lines at a width."""
        found: list[Content] = []
        for label, text in self._fields:
            heads = [Content.styled(set_cell_size(label, LABEL_CELLS), "$text-muted")]
            content = text if isinstance(text, Content) else Content(text)
            for line in broken(content, max(width - LABEL_CELLS, 1)) if text else ():
                found.append(Content.assemble(heads.pop() if heads else " " * LABEL_CELLS, line))
        return found

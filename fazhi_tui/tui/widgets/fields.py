"""Labels and texts under one another, in one widget: a widget a field would have each key lay out thirty."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.cells import set_cell_size
from textual.content import Content

from fazhi_tui.tui.widgets.wrapped import Wrapped, WrappedText, broken

LABEL_CELLS = 6

Labelled = tuple[str, str, Content]


class LabelledTexts(Wrapped):
    """Each text beside its label, wrapped under itself."""

    def __init__(self, fields: Sequence[Labelled]) -> None:
        super().__init__(Content(""))
        self._fields = tuple(fields)

    def lines(self, width: int) -> list[Content]:
        """The lines at a width."""
        found: list[Content] = []
        for _, label, text in self._fields:
            heads = [Content.styled(set_cell_size(label, LABEL_CELLS), "$text-muted")]
            for line in broken(text, max(width - LABEL_CELLS, 1)):
                found.append(Content.assemble(heads.pop() if heads else " " * LABEL_CELLS, line))
        return found

    def is_of(self, fields: Sequence[Labelled]) -> bool:
        """Whether these are the fields it shows."""
        return len(fields) == len(self._fields) and all(
            old[0] == new[0] and old[2].is_same(new[2]) for old, new in zip(self._fields, fields, strict=True)
        )


class Fields(WrappedText):
    """Fields in a fixed order; one without a text is not seen."""

    def __init__(self, labels: Mapping[str, str], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._labels = dict(labels)
        self._texts: dict[str, Content] = {}

    def show(self, texts: Mapping[str, str | Content]) -> None:
        """Show these texts in the place of those with their names; the others stay."""
        self._texts |= {n: t if isinstance(t, Content) else Content(t) for n, t in texts.items()}
        fields = [
            (name, label, text) for name, label in self._labels.items() if (text := self._texts.get(name))
        ]
        now = self.visual
        if not (isinstance(now, LabelledTexts) and now.is_of(fields)):
            self.update(LabelledTexts(fields))

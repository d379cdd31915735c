"""A list whose marks stand apart: what does not fit on a line goes on under its text, not under its mark."""

from __future__ import annotations

import re

from textual.content import Content

from fazhi_tui.tui.widgets.wrapped import Wrapped, WrappedText, broken

_MARK = re.compile(r"\s*[!·✓~=✗/.?+-]\s+|\s+")


class HangingLines(Wrapped):
    """Each line that begins with a mark or blanks is indented by as much where it goes on."""

    def lines(self, width: int) -> list[Content]:
        """The lines at a width."""
        found: list[Content] = []
        for line in self._content.split(allow_blank=True):
            mark = _MARK.match(line.plain)
            end = mark.end() if mark else 0
            first, rest = line[:end], line[end:]
            cells = first.cell_length
            for part in broken(rest, max(width - cells, 2)):
                found.append(Content.assemble(first, part))
                first = Content(" " * cells)
        return found


class HangingText(WrappedText):
    """A text of such lines, shown literally."""

    def __init__(self, text: str | Content, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.show(text)

    def show(self, text: str | Content) -> None:
        """Show another text."""
        self.update(HangingLines(Content(text) if isinstance(text, str) else text))

"""What the terminal would show, as lines of text."""

from __future__ import annotations

from rich.cells import cell_len
from textual.app import App


def screen_lines(app: App[int]) -> list[str]:
    """The screen's lines, trailing blanks cut; each is checked to fill the width exactly."""
    lines = []
    width = app.size.width
    # One private call, here only: Textual has no public way to read the screen as text.
    for strip in app.screen._compositor.render_strips():
        text = "".join(segment.text for segment in strip)
        assert cell_len(text) == width, f"{cell_len(text)} cells, not {width}: {text!r}"
        lines.append(text.rstrip())
    return lines


def screen_text(app: App[int]) -> str:
    """The screen as one text."""
    return "\n".join(screen_lines(app))

"""What the terminal would show, as lines of text."""

from __future__ import annotations

from rich.cells import cell_len
from rich.segment import Segment
from textual.app import App
from textual.geometry import Region

from tests.contrast import Rgb, is_text


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


def text_colours(app: App[int], region: Region | None = None) -> dict[tuple[Rgb, Rgb], str]:
    """Every pair of text colour and ground on the screen or a part of it, with a text shown in it."""
    found: dict[tuple[Rgb, Rgb], str] = {}
    strips = app.screen._compositor.render_strips()
    for strip in strips if region is None else strips[region.y : region.bottom]:
        part = strip if region is None else strip.crop(region.x, region.right)
        for segment in part:
            if any(map(is_text, segment.text)):
                found.setdefault(_colours(segment), segment.text)
    return found


def _colours(segment: Segment) -> tuple[Rgb, Rgb]:
    style = segment.style
    assert style is not None
    assert style.color is not None, segment
    assert style.bgcolor is not None, segment
    text, ground = style.color.get_truecolor(), style.bgcolor.get_truecolor()
    return (ground, text) if style.reverse else (text, ground)

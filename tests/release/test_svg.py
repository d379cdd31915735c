from __future__ import annotations

import re

import pytest
from textual.app import App, ComposeResult
from textual.widgets import Static

from release.svg import CELL, placed

TEXT = re.compile(r'<text class="([^"]*)" x="([^"]*)" y="([^"]*)" textLength="([^"]*)">([^<]*)</text>')


class Line(App[None]):
    def compose(self) -> ComposeResult:
        yield Static("第1条 [<&>]甲  乙", markup=False)


@pytest.fixture
async def svg() -> str:
    app = Line()
    async with app.run_test(size=(30, 2)) as pilot:
        await pilot.pause()
        return app.export_screenshot()


def pieces(svg: str) -> list[tuple[str, int, int]]:
    """Text, first cell and width in cells of every piece."""
    return [
        (text, round(float(x) / CELL), round(float(width) / CELL))
        for _, x, _, width, text in TEXT.findall(svg)
    ]


async def test_each_piece_stands_in_its_own_cells(svg: str) -> None:
    assert pieces(placed(svg, frame="#000000", title="#ffffff")) == [
        ("第", 0, 2),
        ("1", 2, 1),
        ("条", 3, 2),
        ("[&lt;&amp;&gt;]", 6, 5),
        ("甲", 11, 2),
        ("乙", 15, 2),
    ]


async def test_only_han_is_set_as_han(svg: str) -> None:
    for style, _, _, _, text in TEXT.findall(placed(svg, frame="#000000", title="#ffffff")):
        assert style.endswith(" han") == (text in {"第", "条", "甲", "乙"})


async def test_nothing_is_fetched_and_the_window_has_its_colour(svg: str) -> None:
    made = placed(svg, frame="#123456", title="#fedcba")
    assert re.findall(r"https?://[^\"]*", made) == ["http://www.w3.org/2000/svg"]
    assert "@font-face" not in made
    assert 'fill="#123456"' in made
    assert 'fill="#fedcba"' in made

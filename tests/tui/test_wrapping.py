"""A line of the card does not begin with what closes, nor end with what opens."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.content import Content

from fazhi_tui.tui.app import FazhiApp
from fazhi_tui.tui.widgets.hanging import HangingLines
from fazhi_tui.tui.widgets.item_card import ItemCard
from fazhi_tui.tui.widgets.wrapped import Wrapped
from fazhi_tui.tui.wrapping import CLOSING, OPENING, break_offsets
from fazhi_tui.workspace import Workspace

from .conftest import checklist, item, stage
from .reading import screen_lines

STATUTE = (
    "《重大行政决策程序暂行条例》第十五条第一款：“向社会公开征求意见的，期限一般不少于30日”；"
    "（见2023-03-01公告，https://www.example.com/a）、缩短的，应当说明理由。"
)


def lines(text: str, width: int) -> list[str]:
    cuts = [0, *break_offsets(text, width), len(text)]
    return [text[a:b] for a, b in pairwise(cuts)]


@pytest.mark.parametrize("width", range(16, 80))
def test_no_line_begins_with_what_closes_or_ends_with_what_opens(width: int) -> None:
    broken = lines(STATUTE, width)
    assert [line for line in broken[1:] if line[0] in CLOSING] == []
    assert [line for line in broken[:-1] if line.rstrip()[-1] in OPENING] == []


def test_a_date_and_a_word_are_not_broken() -> None:
    assert lines("公告日为2023-03-01，见附件", 14) == ["公告日为", "2023-03-01，见", "附件"]


def test_a_space_does_not_end_a_line_early() -> None:
    assert lines("第1条 个人信息保护", 12) == ["第1条 个人信", "息保护"]


def test_what_ideographic_spaces_set_apart_stays_whole() -> None:
    assert lines("公告日 2023-03-01　缩短并说明理由 是", 24) == ["公告日 2023-03-01　", "缩短并说明理由 是"]
    assert lines("　　本年没有制定目录的任务", 12) == ["　　本年没有", "制定目录的任", "务"]


@given(
    st.text("重大行政，。（）《》“”— aB1-./\u3000", max_size=80),
    st.integers(min_value=2, max_value=30),
)
@example("。" * 20, 5)
@example("（" * 20, 5)
def test_nothing_is_lost_and_nothing_is_too_wide(text: str, width: int) -> None:
    broken = lines(text, width)
    assert "".join(broken) == text
    assert all(broken) or text == ""
    assert [line for line in broken if cell_len(line.rstrip()) > width] == []


@given(st.text("重大，。（）b \n", max_size=60), st.integers(min_value=2, max_value=20))
def test_the_height_is_that_of_what_is_shown(text: str, width: int) -> None:
    wrapped = Wrapped(Content(text))
    height, shown = wrapped.get_height({}, width), wrapped.shown
    assert height == shown.plain.count("\n") + 1
    assert "".join(shown.plain.split()) == "".join(text.split())


def test_colours_stay_on_their_words() -> None:
    content = Content.assemble("依据第十五条", ("（原文待核）", "bold"), "。")
    shown = Content("\n").join(Wrapped(content).at(16))
    spans = [shown.plain[span.start : span.end] for span in shown.spans]
    assert "".join(spans).replace("\n", "") == "（原文待核）"


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (200, 50)])
async def test_so_it_is_on_the_card(
    app: FazhiApp, workspace: Workspace, bureau: str, tmp_path: Path, size: tuple[int, int]
) -> None:
    question = STATUTE * 2
    made = checklist("zhongda-juece", "决策", stage("zhidu", "制度", "unit", item("a-1", question)))
    (tmp_path / "shipped" / "zhongda-juece.toml").write_text(made, encoding="utf-8")
    async with app.run_test(size=size) as pilot:
        await pilot.press("enter", "f12", "enter")
        await pilot.pause()
        area = app.screen.query_one(ItemCard).scrollable_content_region
        card = [cut(line, area.x, area.right) for line in screen_lines(app)[area.y : area.bottom]]
        start = card.index("") + 1
        shown = card[start : card.index("", start)]
        assert "".join(shown).replace(" ", "") == question
        assert [line for line in shown if line[0] in CLOSING] == []
        assert [line for line in shown if line.rstrip()[-1] in OPENING] == []


def cut(line: str, left: int, right: int) -> str:
    """The part of a line between two cells."""
    kept, column = "", 0
    for character in line:
        if left <= column < right:
            kept += character
        column += cell_len(character)
    return kept


@given(
    st.sampled_from(["", "· ", "! ", "　　", "  "]),
    st.text("重大行政决策，。（）ab", min_size=1, max_size=60),
    st.integers(min_value=12, max_value=40),
)
def test_a_line_goes_on_under_its_text_and_is_never_too_wide(mark: str, text: str, width: int) -> None:
    found = [line.plain for line in HangingLines(Content(mark + text)).lines(width)]
    assert found[0].startswith(mark)
    assert all(line.startswith(" " * cell_len(mark)) for line in found[1:])
    assert max(map(cell_len, found)) <= width
    assert "".join(found).replace(" ", "") == (mark + text).replace(" ", "")

"""The overview a leader looks at: bars by checklist and stage, with marks, words and figures."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from fazhi_tui.domain.filling.answering import Change
from fazhi_tui.domain.verdict import Verdict
from fazhi_tui.tui import overview
from fazhi_tui.tui.app import FazhiApp
from fazhi_tui.tui.screens.gaps import GapsScreen
from fazhi_tui.tui.screens.home import HomeScreen
from fazhi_tui.tui.screens.overview import OverviewScreen
from fazhi_tui.workspace import Workspace
from tests.journal import Journal, fill

from .reading import screen_lines, screen_text


@pytest.fixture
def answered(workspace: Workspace, bureau: str) -> str:
    with workspace.open(bureau, writable=True) as session:
        session.add_sheet("zhongda-juece", "规划")
        session.answer(
            [
                Change("zhongda-juece", "本单位", "a-1", verdict=Verdict.DONE),
                Change("zhongda-juece", "本单位", "a-2", verdict=Verdict.HOLLOW),
                Change("zhongda-juece", "规划", "b-1", verdict=Verdict.INAPPLICABLE, note="没有"),
                Change("zhongda-juece", "规划", "c-1", verdict=Verdict.MISSING),
            ]
        )
    return bureau


@pytest.mark.parametrize(("size", "cells"), [((80, 24), 22), ((120, 36), 60), ((200, 50), 60)])
async def test_it_shows_every_stage_with_its_verdicts(
    app: FazhiApp, answered: str, size: tuple[int, int], cells: int
) -> None:
    async with app.run_test(size=size) as pilot:
        await pilot.press("f9")
        await pilot.pause()
        assert isinstance(app.screen, OverviewScreen)
        # The footer draws its keys a moment after the rest.
        await pilot.pause()
        lines = screen_lines(app)
        text = "\n".join(lines)
        half = cells // 2
        assert "填报中  已答 4/5  得分 41.7～75.0  不合格  差距 2 !1 待佐证1" in text
        assert "✓落实 ~部分落实 =流于形式 ✗未落实 /本年未发生 -不适用 .未评" in text
        assert "! 未落实 合法性审查（规划）：c-1不到位。" in text
        stages = {line.split()[0]: line for line in lines if "/" in line and "条" not in line}
        assert "✓" * half + "=" * half in stages["制度基础"]
        assert "-" * half + "." * half in stages["公众参与"]
        assert "✗" * cells in stages["合法性审查"]
        assert "!1" in stages["合法性审查"]
        assert "待佐证1" in stages["制度基础"]
        whole = next(line for line in lines if line.startswith(" 重大行政决策程序"))
        assert "4/5    41.7～75.0   !1 待佐证1" in whole
        assert "2/2" in stages["制度基础"]
        assert "1/2" in stages["公众参与"]
        assert "Esc 返回" in lines[-1]
        assert "F1 帮助" in lines[-1]


def test_bars_and_figures_stand_in_columns_at_every_width() -> None:
    journal = Journal()
    journal.add("juece", "规划")
    fill(journal, Verdict.PARTLY)
    for width in (76, 77, 116, 196):
        lines = overview.body(overview.standing(journal.board), width).plain.split("\n")
        stages = [line for line in lines if line.startswith("  ") and "/" in line]
        assert len(stages) == 5
        assert {cell_len(line[: line.index("/")]) for line in stages} == {width - overview.FIGURES_CELLS + 4}
        assert [line for line in stages if cell_len(line.rstrip()) > width] == []


def test_colours_are_never_alone() -> None:
    styled = {span.style for span in overview.legend().spans}
    assert len(styled) > 3
    for verdict in Verdict:
        assert f"{verdict.mark}{verdict.value}" in overview.legend().plain


async def test_from_the_sheet_it_is_the_gap_lists_key_twice(app: FazhiApp, answered: str) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "f5", "f5")
        await pilot.pause()
        assert isinstance(app.screen, OverviewScreen)
        await pilot.press("f1")
        await pilot.pause()
        assert "按键说明 · 总览" in screen_text(app)
        await pilot.press("escape", "f5")
        await pilot.pause()
        assert isinstance(app.screen, GapsScreen)
        await pilot.press("f5", "escape")
        await pilot.pause()
        assert isinstance(app.screen, GapsScreen)


async def test_it_scrolls_and_fits_a_new_width(app: FazhiApp, answered: str) -> None:
    async with app.run_test(size=(80, 8)) as pilot:
        await pilot.press("f9")
        await pilot.pause()
        assert "c-1不到位" in screen_text(app)
        assert "合法性审查  " not in screen_text(app)
        await pilot.press("end")
        await pilot.wait_for_scheduled_animations()
        await pilot.pause()
        assert "c-1不到位" not in screen_text(app)
        assert "✗" * 22 in screen_text(app)
        await pilot.resize_terminal(120, 36)
        # Textual lays out again when the size has stood for a moment.
        while app.screen.size.width != 120:
            await pilot.pause()
        await pilot.pause()
        assert "✗" * 60 in screen_text(app)


async def test_without_an_assessment_nothing_happens(app: FazhiApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f9")
        await pilot.pause()
        assert isinstance(app.screen, HomeScreen)


async def test_what_does_not_read_is_said(app: FazhiApp, workspace: Workspace, bureau: str) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        (workspace.data / "assessments" / bureau / "events.json").write_bytes(b"{")
        await pilot.press("f9")
        await pilot.pause()
        assert not isinstance(app.screen, OverviewScreen)
        assert "提示" in screen_text(app)

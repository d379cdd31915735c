from __future__ import annotations

from pathlib import Path

import pytest

from fazhi_tui.tui.app import FazhiApp
from fazhi_tui.tui.screens.sheet import SheetScreen
from fazhi_tui.workspace import NewAssessment, Workspace

from .conftest import SMALL
from .reading import screen_lines, screen_text


@pytest.fixture
def powerful(workspace: Workspace, tmp_path: Path) -> str:
    text = SMALL.replace('gap = "a-2不到位。"', 'gap = "a-2不到位。"\nneeds = ["许可权"]')
    (tmp_path / "shipped" / "zhongda-juece.toml").write_text(text, encoding="utf-8")
    return workspace.create(NewAssessment("甲局", 2023, "部门", ("执法权",)))


async def test_what_is_left_out_is_listed_with_its_reason(app: FazhiApp, powerful: str) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "f7")
        await pilot.pause()
        text = screen_text(app)
    assert "没有问的检查项：1 条" in text
    assert "专家库是否建立？" in text
    assert "本单位没有许可权" in text


async def test_the_powers_are_changed_after_a_preview(app: FazhiApp, powerful: str) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        await pilot.pause()
        assert "0/4" in screen_lines(app)[0]
        await pilot.press("f9", "down", "down", "down", "down", "enter")
        await pilot.pause()
        assert "本单位的职权" in screen_text(app)
        await pilot.press("right", "space")
        await pilot.pause()
        assert "增加 1 条，不再问 0 条" in screen_text(app)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, SheetScreen)
        assert app.screen.session.assessment.flags == {"执法权", "许可权"}
        assert "0/5" in screen_lines(app)[0]
        assert "职权已改" in screen_text(app)
        await pilot.press("ctrl+z")
        await pilot.pause()
        assert app.screen.session.assessment.flags == {"执法权"}
        assert "已撤销：改职权" in screen_text(app)

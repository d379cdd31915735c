"""The list is on the screen before anything behind it is read."""

from __future__ import annotations

import subprocess
import sys

import pytest
from textual.widgets import OptionList

from fazhi_tui.tui.app import FazhiApp
from fazhi_tui.tui.screens import home
from fazhi_tui.tui.screens.sheet import SheetScreen
from fazhi_tui.workspace import NewAssessment, Workspace

from .reading import screen_text

BEHIND = ("fazhi_tui.session", "fazhi_tui.domain.rows", "fazhi_tui.tui.screens.sheet", "filelock", "pypinyin")


@pytest.mark.parametrize("module", BEHIND)
def test_the_app_starts_without_what_only_an_open_assessment_needs(module: str) -> None:
    check = f"import fazhi_tui.tui.app, sys; sys.exit({module!r} in sys.modules)"
    assert subprocess.run([sys.executable, "-c", check], check=False).returncode == 0


async def test_a_long_list_is_whole_a_moment_later(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(home, "FIRST", 2)
    monkeypatch.setattr(home, "REST_AFTER", 0.001)
    ids = [workspace.create(NewAssessment(name, 2023, "部门")) for name in ("甲局", "乙局", "丙局")]
    app = FazhiApp(workspace)
    async with app.run_test() as pilot:
        options = app.screen.query_one("#assessments", OptionList)
        while len(options.options) == home.FIRST:
            await pilot.pause()
        assert {option.id for option in options.options} == set(ids)
        assert options.highlighted == 0


async def test_a_broken_calendar_is_said_once_and_answers_are_taken(
    app: FazhiApp, workspace: Workspace, bureau: str
) -> None:
    (workspace.data / "calendar.toml").write_text("schema = 9\n", encoding="utf-8")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        await pilot.pause()
        assert "本单位的工作日历读不出来" in screen_text(app)
        assert "calendar.toml · 文件开头" in screen_text(app)
        await pilot.press("enter", "3", "escape")
        await pilot.pause()
        assert "1/5" in screen_text(app)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, SheetScreen)

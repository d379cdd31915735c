"""The list is on the screen before anything behind it is read."""

from __future__ import annotations

import subprocess
import sys

import pytest
from textual.widgets import OptionList

from fazhi_tui.tui.app import FazhiApp
from fazhi_tui.tui.screens import home
from fazhi_tui.workspace import NewAssessment, Workspace

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

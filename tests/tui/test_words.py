"""Every word on the screens is Chinese, but for these."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from textual.widgets import Input

from fazhi_tui.tui.app import FazhiApp
from fazhi_tui.workspace import Workspace

from .journeys import OFFICER, furnished_bureau
from .reading import screen_text

ALLOWED = {
    "Shift",
    "Enter",
    "Esc",
    "Tab",
    "Home",
    "End",
    "gzcy",
    "Ctrl",
    "PgUp",
    "PgDn",
    "Delete",
    "Markdown",
    "Word",
    "docx",
    "csv",
    "trash",
    "tmp",
    "pytest",
}
WORD = re.compile(r"[A-Za-z]{3,}")


@pytest.fixture
def furnished(workspace: Workspace, tmp_path: Path) -> str:
    return furnished_bureau(workspace, tmp_path / "shipped")


@pytest.mark.parametrize("name", OFFICER)
async def test_no_foreign_word_on_any_screen(app: FazhiApp, furnished: str, name: str) -> None:
    # The larger screen shows every word of the smaller.
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await pilot.pause()
        for key in OFFICER[name][1]:
            await pilot.press(key)
            await pilot.pause()
        for path in app.screen.query("#path").results(Input):
            path.value = ""
        await app.workers.wait_for_complete()
        await pilot.pause()
        foreign = set(WORD.findall(screen_text(app))) - ALLOWED
        assert (name != "toast") or "按 Ctrl+Q 退出" in screen_text(app)
    assert foreign == set()

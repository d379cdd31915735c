from __future__ import annotations

from pathlib import Path

import pytest

from fazhi_tui.tui.app import FazhiApp
from fazhi_tui.tui.screens.sheet import SheetScreen

from .conftest import SMALL
from .reading import screen_lines, screen_text


@pytest.fixture
def newer(tmp_path: Path) -> str:
    return SMALL.replace('version = "1"', 'version = "2"').replace(
        "目录是否公布？", "目录是否公布并动态调整？"
    )


async def test_newer_checklists_are_adopted_after_a_preview_and_undone(
    app: FazhiApp, bureau: str, tmp_path: Path, newer: str
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "1")
        await pilot.pause()
        assert "1/5" in screen_lines(app)[0]
        (tmp_path / "shipped" / "zhongda-juece.toml").write_text(newer, encoding="utf-8")
        await pilot.press("f12")
        await pilot.pause()
        text = screen_text(app)
        assert "重大行政决策程序：1 → 2" in text
        assert "新：目录是否公布并动态调整？" in text
        assert "1条自评" in text
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, SheetScreen)
        assert "0/5" in screen_lines(app)[0]
        await pilot.press("up")
        await pilot.pause()
        text = screen_text(app)
        assert "待确认" in text
        assert "目录是否公布？" in text
        assert "目录是否公布并动态调整？" in text
        await pilot.press("1")
        await pilot.pause()
        assert "1/5" in screen_lines(app)[0]
        await pilot.press("ctrl+z", "ctrl+z")
        await pilot.pause()
        assert "已撤销：采用清单和计分" in screen_text(app)
        assert "1/5" in screen_lines(app)[0]
        assert app.screen.session.library.checklists[0].version == "1"


async def test_without_anything_newer_the_versions_are_shown(app: FazhiApp, bureau: str) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "ctrl+b")
        await pilot.pause()
        text = screen_text(app)
        assert "清单版本与计分" in text
        assert "核对到2026-11-24" in text
        assert "Enter 采用" not in text
        await pilot.press("enter", "escape")
        await pilot.pause()
        assert isinstance(app.screen, SheetScreen)
        assert len(app.screen.session.log.officer) == 2


async def test_a_faulty_checklist_is_named_and_nothing_adopted(
    app: FazhiApp, bureau: str, tmp_path: Path
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        await pilot.pause()
        (tmp_path / "shipped" / "zhongda-juece.toml").write_text("schema = 9", encoding="utf-8")
        await pilot.press("f12")
        await pilot.pause()
        assert "schema 应为 1" in screen_text(app)

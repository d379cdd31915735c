"""Every word on the screens is Chinese, but for these."""

from __future__ import annotations

import re

import pytest

from fazhi_tui.tui.app import FazhiApp

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

JOURNEYS: dict[str, tuple[str, ...]] = {
    "home": (),
    "home-help": ("f1",),
    "new": ("f2",),
    "delete": ("f8",),
    "ctrl-c": ("ctrl+c",),
    "sheet": ("enter",),
    "sheet-help": ("enter", "ctrl+g"),
    "note": ("enter", "f2"),
    "reason": ("enter", "6"),
    "evidence": ("enter", "f4"),
    "sheets": ("enter", "f6"),
    "add": ("enter", "f6", "down", "enter"),
    "absent": ("enter", "f6", "down", "down", "enter"),
    "find": ("enter", "ctrl+f", "z"),
    "jump": ("enter", "3", "ctrl+x"),
    "phrases": ("enter", "f2", "ctrl+d"),
    "whole-stage": ("enter", "+"),
    "overview": ("enter", "3", "1", "escape", "f9"),
    "overview-help": ("f9", "f1"),
    "gaps": ("enter", "3", "f5"),
    "gaps-help": ("enter", "3", "f5", "f1"),
}


@pytest.mark.parametrize("keys", JOURNEYS.values(), ids=JOURNEYS.keys())
async def test_no_foreign_word_on_any_screen(app: FazhiApp, bureau: str, keys: tuple[str, ...]) -> None:
    # The larger screen shows every word of the smaller.
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await pilot.pause()
        for key in keys:
            await pilot.press(key)
            await pilot.pause()
        foreign = set(WORD.findall(screen_text(app))) - ALLOWED
    assert foreign == set()


async def test_the_export_dialog_speaks_chinese(app: FazhiApp, bureau: str) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("f5", "f8")
        await pilot.pause()
        app.screen.query_one("#path").value = ""  # type: ignore[attr-defined]
        await pilot.pause()
        assert set(WORD.findall(screen_text(app))) <= ALLOWED

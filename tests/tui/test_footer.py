"""The footers: at most six keys at 80x24, none cut, and what they name is what the key does."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from fazhi_tui.tui.app import FazhiApp
from fazhi_tui.workspace import Workspace

from .conftest import Clock
from .on_sheet import open_sheet
from .reading import screen_lines
from .tours import advisers_folder

SIX = 6
SCREENS: dict[str, tuple[tuple[str, ...], str]] = {
    "home": ((), " Enter 打开  F2 新建  F3 交接  F5 差距  F7 示例  F1 帮助"),
    "overview": (("f9",), " Esc 返回  F1 帮助"),
    "sheet": (("enter",), " Enter 下一未评  F2 说明  F4 佐证  F6 换表  F9 办理  F1 帮助"),
    "note": (("enter", "f2"), " Ctrl+D 常用语  Esc 写完  F4 佐证  F6 换表  F9 办理  F1 帮助"),
    "gaps": (("enter", "3", "f5"), " F2 整改  F3 办理  F6 筛选  F8 导出  Esc 返回  F1 帮助"),
}
REVIEW = " F4 同意其余  F5 差距  F6 筛选  F9 办理  F1 帮助  Esc 返回"


def shown(pilot: Pilot[int]) -> str:
    """The footer's line, after counting its keys."""
    line = screen_lines(pilot.app)[-1]
    assert 0 < len(line.strip().split("  ")) <= SIX
    return line


@pytest.mark.parametrize("name", SCREENS)
async def test_no_footer_has_more_than_six_keys_and_none_is_cut(
    app: FazhiApp, bureau: str, name: str
) -> None:
    keys, footer = SCREENS[name]
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        for key in keys:
            await pilot.press(key)
            await pilot.pause()
        assert shown(pilot) == footer


async def test_nor_has_the_adviser_s(workspace: Workspace, tmp_path: Path, clock: Clock) -> None:
    lawyer = Workspace(tmp_path / "lawyer", actor="李律师", clock=clock)
    advisers_folder(workspace, tmp_path / "shipped" / "zhongda-juece.toml", lawyer, tmp_path)
    async with FazhiApp(lawyer).run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert shown(pilot) == REVIEW


@pytest.mark.parametrize("size", [(120, 36), (200, 50)])
async def test_it_is_the_same_where_there_is_more_room(
    app: FazhiApp, bureau: str, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        await open_sheet(pilot)
        assert screen_lines(app)[-1] == SCREENS["sheet"][1]


async def test_enter_is_a_new_line_while_a_note_is_typed(app: FazhiApp, bureau: str) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await open_sheet(pilot)
        await pilot.press("f2", "a", "enter", "b", "escape")
        await pilot.pause()
        assert screen.row is not None
        assert screen.row.answer.note == "a\nb"
        await pilot.press("enter")
        await pilot.pause()
        assert screen.row.item.id == "a-2"

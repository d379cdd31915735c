"""Find as you type, on the screen."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import OptionList

from fazhi_tui.tui.app import FazhiApp
from fazhi_tui.tui.dialogs.find import FindDialog
from fazhi_tui.tui.widgets.line_input import LineInput
from fazhi_tui.tui.widgets.note_area import NoteArea
from fazhi_tui.workspace import Workspace

from .conftest import checklist, item, stage
from .on_sheet import open_sheet, paste
from .reading import screen_lines, screen_text


@pytest.fixture
def matter(workspace: Workspace, bureau: str) -> str:
    with workspace.open(bureau, writable=True) as session:
        session.add_sheet("zhongda-juece", "规划")
    return bureau


async def settled(pilot: Pilot[int]) -> None:
    """Wait for the threads."""
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def find(pilot: Pilot[int], typed: str) -> None:
    await pilot.press("ctrl+f")
    await settled(pilot)
    pilot.app.screen.query_one("#typed", LineInput).value = typed
    await pilot.pause()
    await settled(pilot)


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_initials_find_a_stage_and_enter_goes_there(
    app: FazhiApp, matter: str, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        screen = await open_sheet(pilot)
        await find(pilot, "gzcy")
        text = screen_text(app)
        assert "2 条" in text
        assert ". 公众参与     规划         意见是否研究采纳？" in text
        assert "上下箭头 选一条  Enter 前往  Esc 返回" in text
        await pilot.press("down", "enter")
        await pilot.pause()
        assert screen.row is not None
        assert screen.row.key == ("zhongda-juece", "规划", "b-2")


async def test_letters_typed_one_by_one_narrow_the_list(app: FazhiApp, matter: str) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await open_sheet(pilot)
        await pilot.press("ctrl+f", *"zjk")
        await settled(pilot)
        assert "专家库是否建立？" in screen_text(app)
        assert app.screen.query_one("#hits", OptionList).option_count == 1
        await pilot.press("x")
        await settled(pilot)
        assert "没有找到。" in screen_text(app)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, FindDialog)


async def test_a_match_in_the_note_is_shown_with_its_words(app: FazhiApp, matter: str) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await open_sheet(pilot)
        await pilot.press("f2")
        await paste(pilot, "因汛期紧急缩短")
        await find(pilot, "xunqi")
        assert "说明：因汛期紧急缩短" in screen_text(app)


async def test_a_note_being_typed_is_recorded_first(app: FazhiApp, matter: str) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await open_sheet(pilot)
        await pilot.press("f2")
        await paste(pilot, "写到一半")
        await pilot.press("home", "ctrl+f")
        await pilot.pause()
        assert isinstance(app.screen, FindDialog)
        await pilot.press("escape")
        assert screen.query_one(NoteArea).text == "写到一半"
        assert next(iter(screen.session.board.rows())).answer.note == "写到一半"


async def test_what_was_typed_last_stands_there_again_to_be_typed_over(app: FazhiApp, matter: str) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await open_sheet(pilot)
        await find(pilot, "gzcy")
        await pilot.press("escape", "ctrl+f")
        await settled(pilot)
        typed = app.screen.query_one("#typed", LineInput)
        assert typed.value == "gzcy"
        assert app.screen.query_one("#hits", OptionList).option_count == 2
        await pilot.press("k")
        assert typed.value == "k"


async def test_a_click_on_a_hit_goes_there(app: FazhiApp, matter: str) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await open_sheet(pilot)
        await find(pilot, "gzcy")
        await pilot.click("#hits", offset=(4, 1))
        await pilot.pause()
        assert screen.row is not None
        assert screen.row.item.id == "b-2"


async def test_new_checklists_are_searched_in_their_new_words(
    app: FazhiApp, workspace: Workspace, bureau: str, tmp_path: Path
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await open_sheet(pilot)
        await find(pilot, "mulu")
        await pilot.press("escape")
        own = stage("zhidu", "制度", "unit", item("a-1", "清单是否公开？"))
        newer = checklist("zhongda-juece", "决策", own)
        (tmp_path / "shipped" / "zhongda-juece.toml").write_text(newer, encoding="utf-8")
        await pilot.press("f12", "enter")
        await pilot.pause()
        await find(pilot, "qingdan")
        assert "清单是否公开？" in screen_text(app)


async def test_hostile_words_are_shown_as_they_are(app: FazhiApp, workspace: Workspace, bureau: str) -> None:
    with workspace.open(bureau, writable=True) as session:
        session.add_sheet("zhongda-juece", "甲[/]乙")
    async with app.run_test(size=(80, 24)) as pilot:
        await open_sheet(pilot)
        await find(pilot, "甲[/]乙")
        assert "自查表：甲[/]乙" in screen_text(app)
        assert [line for line in screen_lines(app) if ". 公众参与     甲[/]乙" in line]

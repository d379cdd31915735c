"""Everything that looks like a choice can be clicked."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from fazhi_tui.domain.verdict import Verdict
from fazhi_tui.tui.app import FazhiApp
from fazhi_tui.tui.dialogs.new_assessment import NewAssessmentDialog
from fazhi_tui.tui.screens.gaps import GapsScreen
from fazhi_tui.tui.screens.home import HomeScreen
from fazhi_tui.tui.screens.sheet import SheetScreen
from fazhi_tui.tui.widgets.choice import Choice
from fazhi_tui.tui.widgets.note_area import NoteArea
from fazhi_tui.workspace import Workspace

from .on_sheet import open_sheet, paste, verdicts
from .reading import screen_lines, screen_text
from .test_wrapping import cut


async def click_on(pilot: Pilot[int], words: str) -> None:
    """Click on the first place on the screen that says so."""
    for y, line in enumerate(screen_lines(pilot.app)):
        for x in range(pilot.app.size.width):
            if cut(line, x, pilot.app.size.width).startswith(words):
                await pilot.click(offset=(x, y))
                await pilot.pause()
                return
    raise AssertionError(f"{words!r} is not on the screen:\n{screen_text(pilot.app)}")


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_a_whole_way_without_the_keyboard(
    app: FazhiApp, workspace: Workspace, bureau: str, size: tuple[int, int]
) -> None:
    with workspace.open(bureau, writable=True) as session:
        session.add_sheet("zhongda-juece", "规划")
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        await click_on(pilot, "越城区文化广电旅游局")
        screen = app.screen
        assert isinstance(screen, SheetScreen)
        await click_on(pilot, "1落实")
        assert verdicts(screen)["a-1"] is Verdict.DONE
        await click_on(pilot, "4未落实")
        assert verdicts(screen)["a-2"] is Verdict.MISSING
        await click_on(pilot, "! 合法性审查" if "! 合法性审查" in screen_text(app) else ". 合法性审查")
        assert screen.row is not None
        assert screen.row.item.id == "c-1"
        await click_on(pilot, "下一未评")
        assert screen.row.item.id == "b-1"
        await click_on(pilot, "办理")
        await click_on(pilot, "差距清单")
        gaps = app.screen
        assert isinstance(gaps, GapsScreen)
        await click_on(pilot, "返回")
        assert app.screen is screen
        await click_on(pilot, "办理")
        await click_on(pilot, "返回首页")
        assert isinstance(app.screen, HomeScreen)


async def test_the_note_is_entered_and_left_by_mouse(app: FazhiApp, bureau: str) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await open_sheet(pilot)
        await pilot.click("#note", offset=(4, 1))
        assert screen.query_one(NoteArea).has_focus
        await paste(pilot, "说明")
        await click_on(pilot, "4未落实")
        answer = screen.session.board.sheets[0].rows[0].answer
        assert (answer.verdict, answer.note) == (Verdict.MISSING, "说明")


async def test_a_sheet_is_chosen_by_mouse(app: FazhiApp, workspace: Workspace, bureau: str) -> None:
    with workspace.open(bureau, writable=True) as session:
        session.add_sheet("zhongda-juece", "规划")
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await open_sheet(pilot)
        await click_on(pilot, "换表")
        await click_on(pilot, "规划")
        assert screen.row is not None
        assert screen.row.item.id == "b-1"


async def test_options_in_a_row_are_ticked_by_mouse(app: FazhiApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f2")
        await pilot.pause()
        dialog = app.screen
        assert isinstance(dialog, NewAssessmentDialog)
        kinds = next(choice for choice in dialog.query(Choice) if "部门" in choice.chosen)
        await click_on(pilot, "( )政府")
        assert kinds.chosen == ("政府",)
        flags = next(choice for choice in dialog.query(Choice) if "执法权" in choice.chosen)
        await click_on(pilot, "[x]执法权")
        await click_on(pilot, "[ ]许可权")
        assert flags.chosen == ("许可权",)


async def test_the_keys_named_at_the_foot_of_a_dialog_are_clicked(app: FazhiApp, bureau: str) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f2")
        await pilot.pause()
        await click_on(pilot, "Esc 取消")
        assert isinstance(app.screen, HomeScreen)
        await pilot.press("f2")
        await pilot.pause()
        await paste(pilot, "乙局")
        await click_on(pilot, "Enter 建立")
        assert isinstance(app.screen, SheetScreen)
        assert "乙局" in screen_lines(app)[0]


async def test_yes_and_no_are_clicked(app: FazhiApp, workspace: Workspace, bureau: str) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f8")
        await pilot.pause()
        await click_on(pilot, "Esc 取消")
        assert [listed.id for listed in workspace.list()] == [bureau]
        await pilot.press("f8")
        await pilot.pause()
        await click_on(pilot, "Enter 确定")
        assert workspace.list() == []


async def test_what_is_no_key_at_the_foot_does_nothing(app: FazhiApp, bureau: str) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f1")
        await pilot.pause()
        dialog = app.screen
        await click_on(pilot, "上下箭头 翻动")
        assert app.screen is dialog
        await click_on(pilot, "Esc 关闭")
        assert app.screen is not dialog

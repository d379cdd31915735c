from __future__ import annotations

from fazhi_tui.domain.verdict import Verdict
from fazhi_tui.tui.app import FazhiApp
from fazhi_tui.tui.screens.sheet import SheetScreen

from .reading import screen_text


async def test_the_past_values_of_an_item_are_a_key_away(app: FazhiApp, bureau: str) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "1", "up", "4", "up", "f11")
        await pilot.pause()
        text = screen_text(app)
        assert "这一条的记录" in text
        assert text.index("结论 未落实") < text.index("结论 落实")
        assert "张某" in text
        await pilot.press("escape", "down", "ctrl+s")
        await pilot.pause()
        assert "还没有记录" in screen_text(app)


async def test_what_was_undone_is_redone_after_a_restart_too(app: FazhiApp, bureau: str) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "1", "4", "ctrl+z", "ctrl+z", "escape")
        await pilot.press("enter", "ctrl+y")
        await pilot.pause()
        assert "已恢复：自评（制度基础：目录是否公布？）" in screen_text(app)
        await pilot.press("ctrl+y")
        await pilot.pause()
        assert isinstance(app.screen, SheetScreen)
        rows = app.screen.session.board.sheets[0].rows
        assert [row.answer.verdict for row in rows[:2]] == [Verdict.DONE, Verdict.MISSING]
        await pilot.press("ctrl+y")
        await pilot.pause()
        assert "没有可恢复的操作" in screen_text(app)

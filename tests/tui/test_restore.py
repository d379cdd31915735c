from __future__ import annotations

from fazhi_tui.tui.app import FazhiApp
from fazhi_tui.tui.screens.sheet import SheetScreen
from fazhi_tui.workspace import Workspace

from .reading import screen_text


async def test_a_damaged_assessment_offers_its_copies_and_opens_again(
    app: FazhiApp, workspace: Workspace, bureau: str
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "1", "2", "escape")
        await pilot.pause()
        live = workspace.data / "assessments" / bureau / "events.json"
        broken = live.read_bytes()[:200]
        live.write_bytes(broken)
        await pilot.press("enter")
        await pilot.pause()
        text = screen_text(app)
        assert "数据损坏" in text
        assert "条记录，到" in text
        assert live.read_bytes() == broken
        await pilot.press("enter")
        await pilot.pause()
        assert "已用备份恢复" in screen_text(app)
        await pilot.press("enter", "enter")
        await pilot.pause()
        assert isinstance(app.screen, SheetScreen)


async def test_without_a_good_copy_the_damage_is_named_and_nothing_touched(
    app: FazhiApp, workspace: Workspace, bureau: str
) -> None:
    folder = workspace.data / "assessments" / bureau
    (folder / "events.json").write_bytes(b"{")
    (folder / "checklists.json").write_bytes(b"{")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        await pilot.pause()
        assert "没有找到完好的备份" in screen_text(app)
    assert (folder / "events.json").read_bytes() == b"{"

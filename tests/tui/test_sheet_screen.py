"""The sheet at the keyboard: a key an item, what is saved, what is left."""

from __future__ import annotations

from fazhi_tui.domain.verdict import Verdict
from fazhi_tui.tui.app import FazhiApp
from fazhi_tui.tui.screens.home import HomeScreen
from fazhi_tui.workspace import Workspace

from .on_sheet import open_sheet, paste, verdicts
from .reading import screen_lines, screen_text


async def test_a_clean_item_costs_one_key(app: FazhiApp, bureau: str) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await open_sheet(pilot)
        before = len(screen.session.log)
        await pilot.press("1")
        assert verdicts(screen)["a-1"] is Verdict.DONE
        assert screen.row is not None
        assert screen.row.item.id == "a-2"
        assert len(screen.session.log) == before + 1
        text = screen_text(app)
        assert "已保存 14:02" in text
        assert "专家库是否建立？" in text
        assert "1/5" in screen_lines(app)[0]


async def test_what_the_screen_calls_saved_is_on_disk(
    app: FazhiApp, workspace: Workspace, bureau: str
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await open_sheet(pilot)
        await pilot.press("3")
        assert "已保存" in screen_text(app)
        elsewhere = workspace.open(bureau, writable=False)
        assert [gap.verdict for gap in elsewhere.gaps] == [Verdict.HOLLOW]


async def test_undo_takes_back_and_says_what(app: FazhiApp, bureau: str) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await open_sheet(pilot)
        await pilot.press("1", "4", "ctrl+z")
        await pilot.pause()
        assert verdicts(screen) == {"a-1": Verdict.DONE, "a-2": None}
        assert screen.row is not None
        assert screen.row.item.id == "a-2"
        assert "已撤销：自评" in screen_text(app)
        await pilot.press("ctrl+z", "ctrl+z")
        await pilot.pause()
        assert verdicts(screen) == {"a-1": None, "a-2": None}
        assert "没有可撤销的操作" in screen_text(app)


async def test_clear_and_doubt(app: FazhiApp, bureau: str) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await open_sheet(pilot)
        await pilot.press("1", "up", "0")
        await pilot.pause()
        assert "?存疑" in screen_text(app)
        await pilot.press("delete")
        assert verdicts(screen)["a-1"] is None


async def test_evidence_is_registered_a_line_each(app: FazhiApp, bureau: str) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await open_sheet(pilot)
        await pilot.press("f4")
        await pilot.pause()
        await paste(pilot, "公告页面截图|越文旅〔2023〕5号|2023-03-01|档案室\n意见汇总表")
        await pilot.press("escape")
        await pilot.pause()
        assert screen.row is not None
        first, second = screen.row.answer.evidence
        assert (first.title, first.number, first.date, first.place) == (
            "公告页面截图",
            "越文旅〔2023〕5号",
            "2023-03-01",
            "档案室",
        )
        assert second.title == "意见汇总表"
        assert "意见汇总表" in screen_text(app)


async def test_a_matter_is_added_and_entered_at_its_first_item(app: FazhiApp, bureau: str) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await open_sheet(pilot)
        await pilot.press("f6", "down", "enter")
        await pilot.pause()
        await paste(pilot, "文旅发展规划")
        await pilot.press("enter")
        await pilot.pause()
        assert screen.row is not None
        assert screen.row.key == ("zhongda-juece", "文旅发展规划", "b-1")
        assert "文旅发展规划" in screen_lines(app)[0]


async def test_none_this_year_is_declared_with_a_reason(app: FazhiApp, bureau: str) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await open_sheet(pilot)
        await pilot.press("f6", "down", "down", "enter")
        await pilot.pause()
        await pilot.press("f2")
        await pilot.pause()
        assert "必须写理由" in screen_text(app)
        await paste(pilot, "逐类研判后没有重大行政决策事项")
        await pilot.press("f2")
        await pilot.pause()
        assert screen.session.assessment.absent == {
            ("zhongda-juece", "matter"): "逐类研判后没有重大行政决策事项"
        }
        assert "0/2" in screen_lines(app)[0]


async def test_at_the_end_it_says_what_is_left(app: FazhiApp, bureau: str) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await open_sheet(pilot)
        await pilot.press("1", "1")
        await pilot.pause()
        assert "余下：决策事项 尚无自查表" in screen_text(app)


async def test_the_next_sheet_follows_the_last_open_item(
    app: FazhiApp, workspace: Workspace, bureau: str
) -> None:
    with workspace.open(bureau, writable=True) as session:
        session.add_sheet("zhongda-juece", "规划")
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await open_sheet(pilot)
        await pilot.press("1", "1")
        await pilot.pause()
        assert screen.row is not None
        assert screen.row.key == ("zhongda-juece", "规划", "b-1")
        assert "转到自查表：规划" in screen_text(app)
        await pilot.press("left")
        assert screen.row.item.id == "a-1"


async def test_escape_goes_home_and_the_list_knows_the_answers(app: FazhiApp, bureau: str) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await open_sheet(pilot)
        await pilot.press("3", "escape")
        await pilot.pause()
        assert isinstance(app.screen, HomeScreen)
        assert "1/5" in screen_text(app)

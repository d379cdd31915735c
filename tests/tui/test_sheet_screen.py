from __future__ import annotations

import pytest
from textual import events
from textual.pilot import Pilot

from fazhi_tui.domain.verdict import Verdict
from fazhi_tui.tui.app import FazhiApp
from fazhi_tui.tui.screens.home import HomeScreen
from fazhi_tui.tui.screens.sheet import SheetScreen
from fazhi_tui.tui.widgets.note_area import NoteArea
from fazhi_tui.workspace import Workspace
from tests.disk import Disk

from .reading import screen_lines, screen_text


async def open_sheet(pilot: Pilot[int]) -> SheetScreen:
    await pilot.pause()
    await pilot.press("enter")
    await pilot.pause()
    screen = pilot.app.screen
    assert isinstance(screen, SheetScreen)
    return screen


async def paste(pilot: Pilot[int], text: str) -> None:
    pilot.app.post_message(events.Paste(text))
    await pilot.pause()
    await pilot.pause()


def verdicts(screen: SheetScreen) -> dict[str, Verdict | None]:
    return {row.item.id: row.answer.verdict for row in screen.session.board.rows()}


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


async def test_a_note_of_several_lines_arrives_whole_and_is_one_event(app: FazhiApp, bureau: str) -> None:
    note = "征求意见只开了一次座谈会。\n意见未研究采纳。\n\n未公开。"
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await open_sheet(pilot)
        before = len(screen.session.log)
        await pilot.press("f2")
        await paste(pilot, note)
        await pilot.press("escape")
        await pilot.pause()
        assert screen.row is not None
        assert screen.row.item.id == "a-1"
        assert screen.row.answer.note == note
        assert len(screen.session.log) == before + 1


async def test_digits_typed_into_a_note_are_text(app: FazhiApp, bureau: str) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await open_sheet(pilot)
        await pilot.press("f2", "3", "4", "escape")
        await pilot.pause()
        assert verdicts(screen)["a-1"] is None
        assert screen.row is not None
        assert screen.row.answer.note == "34"


async def test_not_occurred_asks_for_its_reason_and_then_goes_on(app: FazhiApp, bureau: str) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await open_sheet(pilot)
        await pilot.press("5")
        assert verdicts(screen)["a-1"] is None
        assert "本年未发生的理由（必填）" in screen_text(app)
        await paste(pilot, "本年没有制定目录的任务")
        await pilot.press("escape")
        await pilot.pause()
        assert verdicts(screen)["a-1"] is Verdict.NOT_OCCURRED
        assert screen.row is not None
        assert screen.row.item.id == "a-2"


async def test_without_a_reason_nothing_is_recorded(app: FazhiApp, bureau: str) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await open_sheet(pilot)
        before = len(screen.session.log)
        await pilot.press("6", "escape")
        await pilot.pause()
        assert len(screen.session.log) == before
        assert "未写理由" in screen_text(app)
        await pilot.press("2")
        assert verdicts(screen)["a-1"] is Verdict.PARTLY


async def test_a_note_goes_with_the_item_it_was_typed_for(app: FazhiApp, bureau: str) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await open_sheet(pilot)
        await pilot.press("f2")
        await paste(pilot, "第一条的说明")
        await pilot.press("f5")
        await pilot.pause()
        await pilot.press("escape", "down")
        await pilot.pause()
        notes = {row.item.id: row.answer.note for row in screen.session.board.rows()}
        assert notes == {"a-1": "第一条的说明", "a-2": ""}
        assert screen.query_one(NoteArea).text == ""


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


async def test_a_failing_disk_keeps_the_answer_and_a_lasting_banner(
    app: FazhiApp, bureau: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await open_sheet(pilot)
        with monkeypatch.context() as patches:
            Disk(patches)
            await pilot.press("3")
            await pilot.pause()
            text = screen_text(app)
            assert "未保存" in text
            assert "已保存" not in text
            assert verdicts(screen)["a-1"] is Verdict.HOLLOW
            await pilot.press("down", "up")
            assert "未保存" in screen_text(app)
            await pilot.press("escape")
            await pilot.pause()
            assert "仍要离开吗" in screen_text(app)
            await pilot.press("escape")
        await pilot.press("ctrl+r")
        await pilot.pause()
        assert "未保存" not in screen_text(app)
        assert screen.session.is_saved


async def test_what_was_being_typed_when_the_process_died_comes_back(
    app: FazhiApp, workspace: Workspace, bureau: str
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await open_sheet(pilot)
        await pilot.press("f2")
        await paste(pilot, "写到一半")
        screen.query_one(NoteArea)._say_typed()
        await pilot.pause()
        # As if killed: the lock goes with the process, nothing is closed in order.
        screen.session._store.unlock()
        again = workspace.open(bureau, writable=True)
        assert again.recovered is not None
        assert [row.answer.note for row in again.board.rows()] == ["写到一半", ""]
        again.close()
        screen.query_one(NoteArea).show("")


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (200, 50)])
async def test_the_footer_is_whole_at_every_size(app: FazhiApp, bureau: str, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        await open_sheet(pilot)
        footer = screen_lines(app)[-1]
    for label in ("Enter 下一未评", "F2 说明", "F4 佐证", "F5 差距", "F6 换表", "F1 帮助"):
        assert label in footer

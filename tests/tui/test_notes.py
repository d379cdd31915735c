"""Notes and reasons: typed whole, kept with their item, not lost with a disk or a process that fails."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from textual.timer import Timer

from fazhi_tui.domain.answers import NOTE_LIMIT
from fazhi_tui.domain.verdict import Verdict
from fazhi_tui.tui.app import FazhiApp
from fazhi_tui.tui.widgets.note_area import NoteArea
from fazhi_tui.workspace import Workspace
from tests.disk import Disk

from .on_sheet import open_sheet, paste, verdicts
from .reading import screen_text


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


async def test_one_who_types_without_a_rest_has_a_draft_all_the_same(
    app: FazhiApp, bureau: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await open_sheet(pilot)
        await pilot.press("f2")
        due: list[Callable[[], None]] = []

        def in_time(_delay: float, callback: Callable[[], None]) -> Timer:
            due.append(callback)
            return Timer(screen, 1000)

        note = screen.query_one(NoteArea)
        monkeypatch.setattr(note, "set_timer", in_time)
        for count in (1, 2):
            await pilot.press(*"一直写")
            await pilot.pause()
            assert len(due) == count
            due[-1]()
            await pilot.pause()
            draft = screen.session._store.read_draft()
            assert draft is not None
            assert draft["note"] == "一直写" * count


async def test_what_was_taken_out_again_does_not_come_back(
    app: FazhiApp, workspace: Workspace, bureau: str
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await open_sheet(pilot)
        await pilot.press("f2")
        for last in ("backspace", "ctrl+z"):
            await pilot.press("写")
            screen.query_one(NoteArea)._say_typed()
            await pilot.pause()
            assert screen.session._store.read_draft() is not None
            await pilot.press(last)
            await pilot.pause()
            assert screen.session._store.read_draft() is None
        await pilot.press("escape", "escape")
        await pilot.pause()
    assert workspace.open(bureau, writable=True).recovered is None


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


async def test_a_note_that_is_too_long_stays_under_the_hands(app: FazhiApp, bureau: str) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await open_sheet(pilot)
        await pilot.press("f2")
        await paste(pilot, "长" * (NOTE_LIMIT + 1))
        await pilot.press("escape")
        await pilot.pause()
        assert "说明有2001个字" in screen_text(app)
        await pilot.press("enter")
        await pilot.pause()
        note = screen.query_one(NoteArea)
        assert note.has_focus
        await pilot.press("backspace", "escape")
        await pilot.pause()
        assert screen.row is not None
        assert len(screen.row.answer.note) == NOTE_LIMIT

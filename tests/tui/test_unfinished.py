"""Dialogs left open when the program ends: their text is kept with the place it belongs to."""

from __future__ import annotations

from fazhi_tui.domain.filling.answering import Change
from fazhi_tui.storage.unfinished import keep_unfinished, unfinished
from fazhi_tui.tui.app import FazhiApp
from fazhi_tui.tui.ending import keep_all_typed
from fazhi_tui.workspace import Workspace
from tests.hostile import HOSTILE

from .reading import screen_text


async def _kept(app: FazhiApp, *keys: str) -> str:
    async with app.run_test(size=(80, 24)) as pilot:
        for key in keys:
            await pilot.press(key)
            await pilot.pause()
        keep_all_typed(app.screen_stack, app.workspace.data, app.workspace.clock())
        return unfinished(app.workspace.data)


async def test_a_form_is_kept_line_by_line_with_its_labels_and_its_gap(app: FazhiApp, bureau: str) -> None:
    kept = await _kept(app, "enter", "4", "escape", "f5", "f2", *"甲", "enter", *"乙")
    assert kept.startswith("【整改措施、责任和时限 · 越城区文化广电旅游局")
    assert kept.splitlines()[1:] == ["整改措施：甲", "责任领导：乙"]


async def test_evidence_is_kept_with_its_question(app: FazhiApp, bureau: str) -> None:
    kept = await _kept(app, "enter", "f4", *"公告")
    assert kept.splitlines()[0].startswith("【佐证 · 越城区文化广电旅游局")
    assert "目录是否公布？" in kept
    assert kept.splitlines()[1:] == ["公告"]


async def test_what_was_searched_for_and_what_stood_there_before_is_not_kept(
    app: FazhiApp, bureau: str
) -> None:
    assert await _kept(app, "enter", "ctrl+f", *"目录") == ""
    assert await _kept(FazhiApp(app.workspace), "f2") == ""


async def test_it_is_shown_literally_at_the_next_start_and_once(workspace: Workspace) -> None:
    keep_unfinished(workspace.data, HOSTILE["rich"])
    for start in (1, 2):
        app = FazhiApp(workspace)
        async with app.run_test(size=(120, 24)) as pilot:
            await pilot.pause()
            assert (HOSTILE["rich"] in screen_text(app)) is (start == 1)


async def test_a_note_too_long_for_its_place_is_shown_at_the_next_start_and_stays_on_disk(
    app: FazhiApp, workspace: Workspace, bureau: str
) -> None:
    with workspace.open(bureau, writable=True) as session:
        session.keep_draft(Change("zhongda-juece", "本单位", "a-1", note="长" * 2001))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        await pilot.pause()
        assert "上次没写完的说明，太长" in screen_text(app)
        await pilot.press("escape", "down")
    assert (workspace.data / "unfinished-shown.txt").read_text(encoding="utf-8").count("长") == 2002
    async with FazhiApp(workspace).run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        await pilot.pause()
        assert "上次没写完的说明" not in screen_text(pilot.app)

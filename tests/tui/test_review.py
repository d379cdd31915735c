from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from fazhi_tui.domain.answers import Opinion
from fazhi_tui.domain.assessment import State
from fazhi_tui.domain.log.events import Lane
from fazhi_tui.domain.reviewing.review import Judgement
from fazhi_tui.domain.verdict import Verdict
from fazhi_tui.loading.handover import read_handover
from fazhi_tui.tui.app import FazhiApp
from fazhi_tui.tui.dialogs.merge import MergeDialog
from fazhi_tui.tui.screens.review import ReviewScreen
from fazhi_tui.tui.screens.sheet import SheetScreen
from fazhi_tui.workspace import Workspace

from .conftest import Clock
from .on_sheet import paste
from .reading import screen_lines, screen_text

FILE = "越城区文化广电旅游局-2023.fazhi"


async def _press(pilot: Pilot[int], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def _type(pilot: Pilot[int], text: str) -> None:
    await paste(pilot, text)


async def _fill_and_submit(app: FazhiApp) -> None:
    """Answer everything of the small checklist by keys, submit, write the hand-over file."""
    async with app.run_test(size=(80, 24)) as pilot:
        await _press(pilot, "enter", "1", "2", "f6", "down", "enter")
        await _type(pilot, "规划")
        await _press(pilot, "enter")
        await _press(pilot, "1", "3", "1")
        await _press(pilot, "f9", "enter")
        assert "已送审" in screen_text(app)
        assert "待佐证" in screen_text(app)
        await _press(pilot, "enter", "f9")
        assert "撤回" in screen_text(app)
        await _press(pilot, "down", "down", "enter")
        await _press(pilot, "enter")
        assert "校验码" in screen_text(app)
        await _press(pilot, "escape")


@pytest.fixture
def adviser(tmp_path: Path, clock: Clock) -> Workspace:
    return Workspace(tmp_path / "lawyer", actor="李律师", clock=clock)


async def _take_in(pilot: Pilot[int], app: FazhiApp) -> None:
    await _press(pilot, "f3")
    await _type(pilot, FILE)
    await _press(pilot, "enter")
    assert "将新建" in screen_text(app)
    await _press(pilot, "enter")
    assert "送审" in screen_text(app)


async def test_officer_and_adviser_go_through_a_review_by_keys(
    app: FazhiApp, workspace: Workspace, bureau: str, adviser: Workspace
) -> None:
    await _fill_and_submit(app)
    lawyer = FazhiApp(adviser)
    async with lawyer.run_test(size=(80, 24)) as pilot:
        await _take_in(pilot, lawyer)
        await _press(pilot, "enter")
        screen = lawyer.screen
        assert isinstance(screen, ReviewScreen)
        assert screen.session.lane is Lane.ADVISER
        assert "〔待佐证〕" in screen_text(lawyer)
        await _press(pilot, "2")
        await _press(pilot, "right", "tab")
        await _type(pilot, "目录只在内网")
        await _press(pilot, "f2")
        await _press(pilot, "3")
        await _press(pilot, "f2")
        assert "必须写意见" in screen_text(lawyer)
        await _type(pilot, "补公告截图")
        await _press(pilot, "f2")
        await _press(pilot, "1", "f4")
        await _press(pilot, "enter")
        rows = list(screen.session.board.rows())
        opinions = [row.review.opinion if row.review else None for row in rows]
        assert opinions.count(Opinion.CORRECT) == 1
        assert opinions.count(Opinion.RETURN) == 1
        assert opinions.count(Opinion.AGREE) == 3
        assert rows[0].effective is Verdict.HOLLOW
        await _press(pilot, "f9", "down", "enter", "enter")
        assert "还有退回未改的1条" in screen_text(lawyer)
        await _press(pilot, "enter", "f9", "enter")
        await _press(pilot, "f2")
        assert screen.session.assessment.state is State.RETURNED


async def test_an_adviser_s_copy_takes_no_answers(
    app: FazhiApp, workspace: Workspace, bureau: str, adviser: Workspace
) -> None:
    await _fill_and_submit(app)
    lawyer = FazhiApp(adviser)
    async with lawyer.run_test(size=(80, 24)) as pilot:
        await _take_in(pilot, lawyer)
        await _press(pilot, "enter", "4", "5")
        assert isinstance(lawyer.screen, ReviewScreen)
        assert len(lawyer.screen.session.log.adviser) == 0


async def test_filters_go_round_what_is_judged_can_be_undone_and_a_final_is_told_what_it_passes_over(
    app: FazhiApp, workspace: Workspace, bureau: str, adviser: Workspace
) -> None:
    await _fill_and_submit(app)
    lawyer = FazhiApp(adviser)
    async with lawyer.run_test(size=(80, 24)) as pilot:
        await _take_in(pilot, lawyer)
        await _press(pilot, "enter", "1")
        assert "已复核 1" in screen_lines(lawyer)[0]
        await _press(pilot, "f6", "f6")
        assert "已复核 1 ·" in screen_lines(lawyer)[0]
        await _press(pilot, "ctrl+z")
        assert "已撤销：复核（" in screen_text(lawyer)
        assert "已复核 0" in screen_lines(lawyer)[0]
        await _press(pilot, "f6")
        assert "全部 5" in screen_lines(lawyer)[0]
        await _press(pilot, "f9", "down", "enter")
        assert "没有复核5条" in screen_text(lawyer)
        await _press(pilot, "escape")
        assert isinstance(lawyer.screen, ReviewScreen)
        assert lawyer.screen.session.assessment.state is State.SUBMITTED


async def test_submitting_with_open_items_is_refused_and_names_them(app: FazhiApp, bureau: str) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await _press(pilot, "enter", "1", "f9", "enter")
        text = screen_text(app)
        assert "还不能送审" in text
        assert "a-2" in text
        await _press(pilot, "enter")
        assert isinstance(app.screen, SheetScreen)
        assert app.screen.session.assessment.state is State.FILLING


async def test_a_submitted_sheet_takes_no_answer_until_it_is_recalled(
    app: FazhiApp, workspace: Workspace, bureau: str
) -> None:
    await _fill_and_submit(app)
    app = FazhiApp(workspace)
    async with app.run_test(size=(80, 24)) as pilot:
        await _press(pilot, "enter")
        assert screen_lines(app)[0].startswith(" 送审 · ")
        await _press(pilot, "4")
        assert "现在是“送审”" in screen_text(app)
        await _press(pilot, "enter", "f9", "enter")
        await _press(pilot, "4")
        assert isinstance(app.screen, SheetScreen)
        assert app.screen.session.assessment.state is State.FILLING


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_the_review_screen_fits(
    app: FazhiApp, workspace: Workspace, bureau: str, adviser: Workspace, size: tuple[int, int]
) -> None:
    await _fill_and_submit(app)
    lawyer = FazhiApp(adviser)
    async with lawyer.run_test(size=size) as pilot:
        await _take_in(pilot, lawyer)
        await _press(pilot, "enter")
        lines = screen_lines(lawyer)
    assert "1同意  2更正  3退回" in lines[-2]
    assert "F1 帮助" in lines[-1]
    assert "目录是否公布？" in "\n".join(lines)


async def test_a_long_preview_leaves_the_keys_in_sight_and_can_be_turned(
    app: FazhiApp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = [f"第{number}行" for number in range(40)]
    monkeypatch.setattr("fazhi_tui.tui.dialogs.merge.merge_lines", lambda _: lines)
    take: Any = lambda *_: "something"  # noqa: E731 - what it would give is not looked at
    async with app.run_test(size=(80, 24)) as pilot:
        app.push_screen(MergeDialog(tmp_path, take, take))
        await _press(pilot, "enter")
        assert ["第0行" in screen_text(app), "第39行" in screen_text(app)] == [True, False]
        assert "再按一次 Enter 读入。" in screen_text(app)
        assert "Esc 取消" in screen_text(app)
        await _press(pilot, *["pagedown"] * 5)
        assert "第39行" in screen_text(app)


async def test_the_officer_reads_what_was_returned_and_why(
    app: FazhiApp, workspace: Workspace, bureau: str, adviser: Workspace, tmp_path: Path
) -> None:
    await _fill_and_submit(app)
    path, words = tmp_path / "回.fazhi", "目录要公布，佐证要补齐。"
    adviser.merge(read_handover(Path(FILE).read_bytes(), file=FILE), takes_over=False)
    with adviser.open(bureau, writable=True) as session:
        first, second, *_ = (row.key for row in session.board.rows())
        session.review([Judgement(*first, Opinion.AGREE), Judgement(*second, Opinion.RETURN, None, "补截图")])
        session.give_back(words)
        session.export_handover(path)
    workspace.merge(read_handover(path.read_bytes(), file="回.fazhi"), takes_over=False)
    officer = FazhiApp(workspace)
    async with officer.run_test(size=(80, 24)) as pilot:
        await _press(pilot, "enter")
        assert f"退回待改 1 条（End 下一条）  退回意见（F9 看全文）：{words}" in screen_text(officer)
        assert "李律师同意" in screen_text(officer)
        assert "李律师同意：" not in screen_text(officer)
        await _press(pilot, "end")
        assert "李律师退回：补截图" in screen_text(officer)
        await _press(pilot, "f9", "down", "down")
        assert "看退回意见" in screen_text(officer)
        await _press(pilot, "enter")
        assert f"│ {words} " in screen_text(officer)

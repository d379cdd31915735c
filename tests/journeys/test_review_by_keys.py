"""Case S0 on two computers, by keys: filled, reviewed, answered again, closed, and found again next year."""

from __future__ import annotations

import tomllib
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from fazhi_tui.demo import demo_file
from fazhi_tui.domain.assessment import State
from fazhi_tui.domain.rectifying.rectification import Status
from fazhi_tui.domain.verdict import Verdict
from fazhi_tui.tui.app import FazhiApp
from fazhi_tui.tui.screens.gaps import GapsScreen
from fazhi_tui.tui.screens.review import ReviewScreen
from fazhi_tui.tui.screens.sheet import SheetScreen
from fazhi_tui.workspace import NewAssessment, Workspace
from tests.journeys.test_s0 import MATTER, UNIT, Key, add_sheet, paste, walk
from tests.tui.reading import screen_text

CHECKLISTS = ("zhongda-juece",)


class Desk:
    """One computer: its data, its user, and a folder the hand-over files lie in."""

    def __init__(self, data: Path, actor: str) -> None:
        self.workspace = Workspace(
            data, actor=actor, clock=lambda: datetime.fromisoformat("2024-01-15T09:00:00+08:00")
        )

    def app(self) -> FazhiApp:
        return FazhiApp(self.workspace)


async def press(pilot: Pilot[int], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def hand_over(pilot: Pilot[int]) -> None:
    """Write the hand-over file over the last one: the last way on, whatever the state."""
    await press(pilot, "f9")
    menu = pilot.app.screen
    lines = [line for line in screen_text(pilot.app).splitlines() if "│" in line]
    at = [line for line in lines if any(w in line for w in WAYS)]
    downs = next(i for i, line in enumerate(at) if "写交接文件" in line)
    await press(pilot, *["down"] * downs, "enter")
    await press(pilot, "enter", "enter")
    assert pilot.app.screen is not menu


WAYS = ("送审：", "撤回：", "退回：", "定稿：", "写交接文件")


async def take_in(pilot: Pilot[int], name: str) -> None:
    await press(pilot, "f3")
    await paste(pilot, name)
    await press(pilot, "enter")
    await press(pilot, "enter")


def sheet(app: FazhiApp) -> SheetScreen:
    assert isinstance(app.screen, SheetScreen)
    return app.screen


def review(app: FazhiApp) -> ReviewScreen:
    assert isinstance(app.screen, ReviewScreen)
    return app.screen


@pytest.fixture
def told() -> dict[Key, dict[str, Any]]:
    data = tomllib.loads(demo_file().read_text(encoding="utf-8"))
    answers = {(a["checklist"], a["object"], a["item"]): a for a in data["answers"]}
    return {key: answer for key, answer in answers.items() if key[0] in CHECKLISTS}


async def fill(pilot: Pilot[int], told: dict[Key, dict[str, Any]]) -> None:
    """What the report tells, then 落实 for everything it does not mention."""
    await press(pilot, "enter")
    await add_sheet(pilot, "zhongda-juece", MATTER)
    await press(pilot, "f6", "home", "enter", "up")
    screen = pilot.app.screen
    assert isinstance(screen, SheetScreen)
    await walk(pilot, screen, told)
    await press(pilot, "enter")
    while any(row.is_open for row in screen.session.board.rows()):
        row = screen.row
        assert row is not None
        await press(pilot, "1" if row.is_open else "enter")


async def test_s0_is_filled_reviewed_rectified_and_found_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, told: dict[Key, dict[str, Any]]
) -> None:
    monkeypatch.chdir(tmp_path)
    officer, lawyer = Desk(tmp_path / "局", "张某"), Desk(tmp_path / "律所", "李律师")
    id = officer.workspace.create(NewAssessment(UNIT, 2023, "部门", ("执法权",), checklists=CHECKLISTS))
    file = f"{id}.fazhi"
    await _fill_and_submit(officer, told)
    await _review(lawyer, file)
    await _answer_again(officer, file)
    await _finalise(lawyer, file)
    await _rectify(officer, file)
    await _close(lawyer, file)
    await _next_year(officer, file)


async def _fill_and_submit(officer: Desk, told: dict[Key, dict[str, Any]]) -> None:
    app = officer.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await fill(pilot, told)
        await press(pilot, "f9", "enter")
        assert "已送审" in screen_text(app)
        await press(pilot, "enter")
        await hand_over(pilot)
        assert sheet(app).session.assessment.state is State.SUBMITTED
        await press(pilot, "escape")


async def _review(lawyer: Desk, file: str) -> None:
    app = lawyer.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await take_in(pilot, file)
        await press(pilot, "enter")
        screen = review(app)
        for opinion in ("座谈没有记录", "只有通知"):
            await press(pilot, "2", "right", "tab")
            await paste(pilot, opinion)
            await press(pilot, "f2")
        await press(pilot, "3")
        await paste(pilot, "补会议记录")
        await press(pilot, "f2", "f4", "enter")
        while screen._listed:
            await press(pilot, "1")
        await press(pilot, "f9", "enter", "f2")
        assert screen.session.assessment.state is State.RETURNED
        await hand_over(pilot)
        await press(pilot, "escape")


async def _answer_again(officer: Desk, file: str) -> None:
    app = officer.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await take_in(pilot, file)
        await press(pilot, "enter")
        board = sheet(app).session.board
        back = [r for r in board.rows() if r.review and r.review.opinion.value == "退回"]
        assert len(back) == 1
        sheet(app).go_to(back[0].key)
        await press(pilot, "f2")
        await paste(pilot, "已补会议记录")
        await press(pilot, "escape", "f9", "enter")
        assert "已送审" in screen_text(app)
        await press(pilot, "enter")
        await hand_over(pilot)
        await press(pilot, "escape")


async def _finalise(lawyer: Desk, file: str) -> None:
    app = lawyer.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await take_in(pilot, file)
        await press(pilot, "enter", "1")
        await press(pilot, "f9", "down", "enter", "enter", "enter")
        session = review(app).session
        assert session.assessment.state is State.FINAL
        assert (
            sum(r.review is not None and r.review.opinion.value == "更正" for r in session.board.rows()) == 2
        )
        await hand_over(pilot)
        await press(pilot, "escape")


async def _rectify(officer: Desk, file: str) -> None:
    app = officer.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await take_in(pilot, file)
        await press(pilot, "f5", "f2")
        await paste(pilot, "公布目录并逐项参照")
        await press(pilot, "tab", "tab", "tab", "tab")
        await paste(pilot, "2024-06-30")
        await press(pilot, "f2", "f3", "down", "down", "down", "enter")
        await paste(pilot, "目录公布截图")
        await press(pilot, "enter")
        assert isinstance(app.screen, GapsScreen)
        entry = app.screen.entry
        assert entry is not None
        assert entry.status is Status.REQUESTED
        await press(pilot, "escape", "enter")
        await hand_over(pilot)
        await press(pilot, "escape")


async def _close(lawyer: Desk, file: str) -> None:
    app = lawyer.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await take_in(pilot, file)
        await press(pilot, "f5", "f3", "enter")
        await paste(pilot, "目录已公布并逐项参照")
        await press(pilot, "tab")
        await paste(pilot, "查网站")
        await press(pilot, "f2")
        assert isinstance(app.screen, GapsScreen)
        entry = app.screen.entry
        assert entry is not None
        assert entry.status is Status.CLOSED
        await press(pilot, "escape", "enter")
        await hand_over(pilot)
        await press(pilot, "escape")


async def _next_year(officer: Desk, file: str) -> None:
    app = officer.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await take_in(pilot, file)
        officer.workspace.create(NewAssessment(UNIT, 2024, "部门", ("执法权",), checklists=CHECKLISTS))
    app = officer.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "down", "enter")
        screen = sheet(app)
        assert screen.session.assessment.year == 2024
        first = officer.workspace.open(f"{UNIT}-2023", writable=False).gaps[0]
        screen.go_to((first.row.checklist.id, "本单位", first.row.item.id))
        await press(pilot, "4", "f5")
        assert "第2次（2023年亦有）" in screen_text(app)
        assert screen.session.board.sheets[0].rows[0].answer.verdict in {None, Verdict.MISSING}
        await press(pilot, "escape", "escape")

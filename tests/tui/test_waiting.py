"""Work that takes a while leaves the keys alone, says what it is, and can be given up until it writes."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from textual.pilot import Pilot

from fazhi_tui.errors import BadInputError
from fazhi_tui.tui.app import FazhiApp
from fazhi_tui.tui.dialogs import waiting
from fazhi_tui.tui.dialogs.merge import MergeDialog
from fazhi_tui.tui.dialogs.message import MessageDialog
from fazhi_tui.tui.dialogs.waiting import Claim, WaitingDialog, wait_for
from fazhi_tui.tui.screens.home import HomeScreen
from fazhi_tui.workspace import Workspace

from .conftest import Clock
from .reading import screen_text
from .tours import FILE, advisers_folder

LIMIT = 5


class Slow:
    """Work that lasts until the test lets it go on; then it writes, where it may."""

    def __init__(self, *, claims_first: bool = False) -> None:
        self.began = threading.Event()
        self.go_on = threading.Event()
        self.claims_first = claims_first
        self.has_written = False

    def __call__(self, claim: Claim) -> str:
        may_write = self.claims_first and claim.take()
        self.began.set()
        assert self.go_on.wait(LIMIT)
        self.has_written = may_write or claim.take()
        return "写好了"


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(waiting, "SHOWN_AFTER", 0.001)


async def begin(pilot: Pilot[int], slow: Slow) -> list[str]:
    """Begin the work and wait until it is under way and named on the screen; returns where it ends."""
    done: list[str] = []
    wait_for(pilot.app, "正在试", slow, done.append)
    await pilot.pause()
    while not slow.began.is_set() or pilot.app.screen.has_class("-early"):
        await pilot.pause()
    assert isinstance(pilot.app.screen, WaitingDialog)
    assert "正在试" in screen_text(pilot.app)
    return done


def test_what_is_given_up_is_not_written_and_what_is_written_is_not_given_up() -> None:
    given_up, taken = Claim(), Claim()
    assert given_up.give_up()
    assert not given_up.take()
    assert taken.take()
    assert not taken.give_up()


async def test_work_given_up_writes_nothing_and_nothing_comes_of_it(app: FazhiApp, bureau: str) -> None:
    slow = Slow()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        done = await begin(pilot, slow)
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, HomeScreen)
        slow.go_on.set()
    assert not slow.has_written
    assert done == []


async def test_work_that_writes_already_says_so_and_is_finished(app: FazhiApp, bureau: str) -> None:
    slow = Slow(claims_first=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        done = await begin(pilot, slow)
        await pilot.press("escape")
        await pilot.pause()
        assert "正在写入，不能中断" in screen_text(app)
        slow.go_on.set()
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert isinstance(app.screen, HomeScreen)
    assert slow.has_written
    assert done == ["写好了"]


async def test_what_stops_the_work_is_told(app: FazhiApp, bureau: str) -> None:
    def refused(_: Claim) -> str:
        raise BadInputError("磁盘满了。", "请腾出空间。")

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        wait_for(app, "正在试", refused, lambda _: None)
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert isinstance(app.screen, MessageDialog)
        assert "磁盘满了" in screen_text(app)


async def test_a_merge_given_up_while_it_is_looked_at_brings_nothing(
    workspace: Workspace, tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    lawyer = Workspace(tmp_path / "lawyer", actor="李律师", clock=clock)
    other = Workspace(tmp_path / "other", actor="王律师", clock=clock)
    advisers_folder(workspace, tmp_path / "shipped" / "zhongda-juece.toml", lawyer, tmp_path)
    began, go_on = threading.Event(), threading.Event()

    def slow(*_: object, **__: object) -> None:
        began.set()
        assert go_on.wait(LIMIT)

    monkeypatch.setattr(Workspace, "preview_merge", slow)
    app = FazhiApp(other)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("f3")
        await pilot.pause()
        app.screen.query_one("#path").value = FILE  # type: ignore[attr-defined]
        await pilot.press("enter")
        while not began.is_set():
            await pilot.pause()
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, MergeDialog)
        assert "再按一次 Enter 读入" not in screen_text(app)
        go_on.set()
    assert other.list() == []

"""A big assessment is opened beside the screen: it says so, and can be left."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Static

from fazhi_tui.errors import BadInputError
from fazhi_tui.session import Session
from fazhi_tui.tui.app import FazhiApp
from fazhi_tui.tui.dialogs.message import MessageDialog
from fazhi_tui.tui.dialogs.waiting import WaitingDialog
from fazhi_tui.tui.screens.home import HomeScreen
from fazhi_tui.tui.screens.sheet import SheetScreen
from fazhi_tui.workspace import Workspace

LIMIT = 20


class Slow:
    """The real thing, once its door is opened; remembers in which threads it ran."""

    def __init__(self, real: Callable[..., object], threads: list[threading.Thread]) -> None:
        self._real = real
        self._threads = threads
        self.door = threading.Event()

    def __call__(self, *given: object, **named: object) -> object:
        self._threads.append(threading.current_thread())
        assert self.door.wait(LIMIT)
        return self._real(*given, **named)


@pytest.fixture
def threads() -> list[threading.Thread]:
    return []


@pytest.fixture
def slow(
    monkeypatch: pytest.MonkeyPatch, threads: list[threading.Thread]
) -> Iterator[Callable[[str], threading.Event]]:
    doors: list[threading.Event] = []

    def slow(name: str) -> threading.Event:
        it = Slow(getattr(Workspace, name), threads)
        monkeypatch.setattr(Workspace, name, lambda *given, **named: it(*given, **named))
        doors.append(it.door)
        return it.door

    yield slow
    for door in doors:
        door.set()


@pytest.fixture
def closed(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """Set once a session is closed."""
    close, closed = Session.close, threading.Event()

    def close_and_tell(session: Session) -> None:
        close(session)
        closed.set()

    monkeypatch.setattr(Session, "close", close_and_tell)
    return closed


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("fazhi_tui.tui.dialogs.waiting.PATIENCE", 0.01)


async def until(pilot: Pilot[int], screen: type[Screen[Any]]) -> None:
    while not isinstance(pilot.app.screen, screen):
        await pilot.pause(0.01)


@pytest.mark.usefixtures("impatient", "bureau")
async def test_what_takes_long_says_so_until_it_is_through(
    app: FazhiApp, slow: Callable[[str], threading.Event]
) -> None:
    door = slow("open")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        await until(pilot, WaitingDialog)
        title = app.screen.query_one(".title", Static)
        assert str(title.content) == "正在打开 越城区文化广电旅游局-2023"
        door.set()
        await until(pilot, SheetScreen)


@pytest.mark.usefixtures("impatient")
async def test_an_opening_that_was_left_gives_its_lock_back(
    app: FazhiApp,
    bureau: str,
    workspace: Workspace,
    slow: Callable[[str], threading.Event],
    closed: threading.Event,
) -> None:
    door = slow("open")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        await until(pilot, WaitingDialog)
        await pilot.press("escape")
        await until(pilot, HomeScreen)
        door.set()
        while not closed.is_set():
            await pilot.pause(0.01)
    workspace.open(bureau, writable=True).close()


@pytest.mark.usefixtures("bureau")
async def test_the_screen_itself_reads_no_assessment_and_no_checklist(
    app: FazhiApp, slow: Callable[[str], threading.Event], threads: list[threading.Thread]
) -> None:
    for name in ("open", "library", "former"):
        slow(name).set()
    keys = ("f2", "escape", "f5", "escape", "f9", "escape", "enter", "f5")
    async with app.run_test(size=(80, 24)) as pilot:
        for key in keys:
            await pilot.press(key)
            await pilot.app.workers.wait_for_complete()
            await pilot.pause()
    assert len(threads) > len(("f2", "f5", "f9", "enter"))
    assert threading.main_thread() not in threads


@pytest.mark.usefixtures("bureau")
async def test_two_quick_keys_or_clicks_open_it_once(
    app: FazhiApp, slow: Callable[[str], threading.Event], threads: list[threading.Thread]
) -> None:
    slow("open").set()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.click("#assessments", offset=(5, 0), times=2)
        await pilot.app.workers.wait_for_complete()
        await until(pilot, SheetScreen)
        await pilot.pause()
        assert [type(screen) for screen in app.screen_stack] == [HomeScreen, SheetScreen]
    assert len(threads) == 1


@pytest.mark.usefixtures("bureau")
async def test_a_key_beside_a_click_does_not_open_it_again(
    app: FazhiApp, slow: Callable[[str], threading.Event], threads: list[threading.Thread]
) -> None:
    slow("open").set()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await asyncio.gather(app.run_action("screen.open"), app.run_action("screen.open"))
        await until(pilot, SheetScreen)
    assert len(threads) == 1


async def test_a_gap_list_that_does_not_open_gives_its_lock_back(
    app: FazhiApp, bureau: str, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise BadInputError("读不出来。", "请再试。")

    monkeypatch.setattr(Session, "ledger", refused)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f5")
        await until(pilot, MessageDialog)
        workspace.open(bureau, writable=True).close()


@pytest.mark.usefixtures("impatient")
async def test_an_opening_under_way_when_the_program_ends_gives_its_lock_back(
    app: FazhiApp,
    bureau: str,
    workspace: Workspace,
    slow: Callable[[str], threading.Event],
    closed: threading.Event,
) -> None:
    door = slow("open")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        await until(pilot, WaitingDialog)
        await pilot.press("ctrl+q")
    door.set()
    assert await asyncio.to_thread(closed.wait, LIMIT)
    workspace.open(bureau, writable=True).close()

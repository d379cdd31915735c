"""Last year's answers on the card, taken over one by one with a key."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Callable

import pytest
from textual.pilot import Pilot

from fazhi_tui.domain.answers import Evidence
from fazhi_tui.domain.filling.answering import Change
from fazhi_tui.domain.filling.former import Former
from fazhi_tui.domain.verdict import Verdict
from fazhi_tui.session import Session
from fazhi_tui.tui.app import FazhiApp
from fazhi_tui.tui.screens.home import HomeScreen
from fazhi_tui.tui.screens.sheet import SheetScreen
from fazhi_tui.workspace import NewAssessment, Workspace

from .on_sheet import open_sheet, paste
from .reading import screen_text

OWN = ("zhongda-juece", "本单位")
UNIT = "越城区文化广电旅游局"
PROOF = (Evidence("公告页面截图", "越文旅〔2022〕5号"),)


def make(workspace: Workspace, year: int, *changes: Change, round_: str = "") -> str:
    id = workspace.create(NewAssessment(UNIT, year, "部门", ("执法权",), round=round_))
    with workspace.open(id, writable=True) as session:
        session.answer(changes)
    return id


@pytest.fixture
def last_year(workspace: Workspace) -> str:
    return make(
        workspace,
        2022,
        Change(*OWN, "a-1", verdict=Verdict.PARTLY, note="公示28日，\n未说明", evidence=PROOF),
        Change(*OWN, "a-2", verdict=Verdict.INAPPLICABLE, note="不是决策机关"),
    )


async def open_with_former(pilot: Pilot[int]) -> SheetScreen:
    """Open this year's, the one on top, and wait for last year's."""
    screen = await open_sheet(pilot)
    assert screen.session.assessment.year == 2023
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    return screen


@pytest.fixture
def both(last_year: str, bureau: str) -> str:
    return bureau


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_it_stands_on_the_card_and_a_key_takes_it(
    app: FazhiApp, workspace: Workspace, both: str, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        await on_this_year(pilot, both)
        screen = await open_with_former(pilot)
        assert "上年  部分落实 · 公示28日， 未说明（按 9 照填）" in screen_text(app)
        await pilot.press("9")
        await pilot.pause()
        assert screen.row is not None
        assert screen.row.item.id == "a-2"
        assert "已照填上年的自评。" in screen_text(app)
        assert "上年  不适用 · 不是决策机关（按 9 照填）" in screen_text(app)
        first, second = (row.answer for row in screen.session.board.rows())
        assert (first.verdict, first.note, first.evidence) == (Verdict.PARTLY, "公示28日，\n未说明", PROOF)
        assert second.verdict is None
        await pilot.press("ctrl+z")
        await pilot.pause()
        assert [row.answer.verdict for row in screen.session.board.rows()] == [None, None]


async def on_this_year(pilot: Pilot[int], id: str) -> None:
    await pilot.pause()
    home = pilot.app.screen
    while home.selected != id:  # type: ignore[attr-defined]
        await pilot.press("down")


async def test_what_is_typed_goes_before_last_years_note(app: FazhiApp, both: str) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await on_this_year(pilot, both)
        screen = await open_with_former(pilot)
        await pilot.press("f2")
        await paste(pilot, "今年公示30日")
        await pilot.press("escape", "9")
        await pilot.pause()
        answer = screen.session.board.sheets[0].rows[0].answer
        assert (answer.verdict, answer.note, answer.evidence) == (Verdict.PARTLY, "今年公示30日", PROOF)


async def test_nothing_is_taken_over_unasked(app: FazhiApp, workspace: Workspace, both: str) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await on_this_year(pilot, both)
        screen = await open_with_former(pilot)
        before = len(screen.session.log)
        await pilot.press("down", "up", "escape")
        await pilot.pause()
        assert len(screen.session.log) == before


async def test_without_a_former_one_the_key_says_so(app: FazhiApp, bureau: str) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await open_with_former(pilot)
        assert "上年" not in screen_text(app)
        await pilot.press("9")
        await pilot.pause()
        assert "没有上年的自评可照填" in screen_text(app)


async def test_an_older_year_is_named(app: FazhiApp, workspace: Workspace) -> None:
    make(workspace, 2021, Change(*OWN, "a-1", verdict=Verdict.DONE), round_="半年")
    now = make(workspace, 2023)
    async with app.run_test(size=(80, 24)) as pilot:
        await on_this_year(pilot, now)
        await open_with_former(pilot)
        assert "上年  2021年半年 落实（按 9 照填）" in screen_text(app)


async def test_a_damaged_one_is_said_and_answering_goes_on(
    app: FazhiApp, workspace: Workspace, both: str, last_year: str
) -> None:
    folder = workspace.data / "assessments" / last_year
    async with app.run_test(size=(80, 24)) as pilot:
        await on_this_year(pilot, both)
        for kept in (folder / "checklists.json", *(folder / "adopted").iterdir()):
            kept.write_bytes(b"{")
        screen = await open_with_former(pilot)
        assert "上年的自查没有读出来：" in screen_text(app)
        await pilot.press("1")
        assert screen.session.board.sheets[0].rows[0].answer.verdict is Verdict.DONE


async def test_it_is_read_in_a_thread_and_the_screen_answers_meanwhile(
    app: FazhiApp, workspace: Workspace, both: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = threading.Event()
    read: Callable[[Session], Former | None] = workspace.former

    def slow(session: Session) -> Former | None:
        assert threading.current_thread() is not threading.main_thread()
        assert go_on.wait(60)
        return read(session)

    monkeypatch.setattr(workspace, "former", slow)
    async with app.run_test(size=(80, 24)) as pilot:
        await on_this_year(pilot, both)
        screen = await open_sheet(pilot)
        await pilot.press("1")
        assert screen.session.board.sheets[0].rows[0].answer.verdict is Verdict.DONE
        assert "上年" not in screen_text(app)
        go_on.set()
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "上年  不适用" in screen_text(app)


async def test_what_was_read_is_left_alone_by_the_collector_until_the_sheet_is_left(
    app: FazhiApp, both: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("fazhi_tui.tui.screens.home.TIDY_AFTER", 0.01)
    async with app.run_test(size=(80, 24)) as pilot:
        await on_this_year(pilot, both)
        session = weakref.ref((await open_with_former(pilot)).session)
        assert gc.get_freeze_count() > 1000
        await pilot.press("f5", "f6", "escape", "escape")
        while session() is not None:
            await pilot.pause(0.01)
        assert isinstance(app.screen, HomeScreen)


async def test_leaving_while_it_is_read_does_no_harm(
    app: FazhiApp, workspace: Workspace, both: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = threading.Event()
    monkeypatch.setattr(workspace, "former", lambda session: go_on.wait(60) and None)
    async with app.run_test(size=(80, 24)) as pilot:
        await on_this_year(pilot, both)
        await open_sheet(pilot)
        await pilot.press("escape")
        await pilot.pause()
        go_on.set()
        await pilot.pause()
        assert "已答" in screen_text(app)

"""Quick ways over the board: stages, the next and the last open, short and returned rows."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from fazhi_tui.domain.answers import Opinion
from fazhi_tui.domain.filling.answering import Change
from fazhi_tui.domain.log.events import Lane
from fazhi_tui.domain.verdict import Verdict
from fazhi_tui.tui import navigation
from fazhi_tui.tui.app import FazhiApp
from fazhi_tui.tui.navigation import Place
from fazhi_tui.tui.screens.sheet import SheetScreen
from fazhi_tui.workspace import Workspace
from tests.journal import Journal
from tests.judging import U1, answered, submit

from .on_sheet import open_sheet
from .reading import screen_text


@pytest.fixture
def matter(workspace: Workspace, bureau: str) -> str:
    """a-2 is 部分落实, c-1 is 未落实; a-1, b-1 and b-2 are open."""
    with workspace.open(bureau, writable=True) as session:
        session.add_sheet("zhongda-juece", "规划")
        session.answer(
            [
                Change("zhongda-juece", "本单位", "a-2", verdict=Verdict.PARTLY),
                Change("zhongda-juece", "规划", "c-1", verdict=Verdict.MISSING),
            ]
        )
    return bureau


async def walk(pilot: Pilot[int], screen: SheetScreen, *keys: str) -> list[str]:
    """The items stood on after each key."""
    stood_on = []
    for key in keys:
        await pilot.press(key)
        assert screen.row is not None
        stood_on.append(screen.row.item.id)
    return stood_on


async def test_gaps_are_walked_both_ways_and_round(app: FazhiApp, matter: str) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await open_sheet(pilot)
        assert await walk(pilot, screen, "8", "8", "8", "7", "7") == ["a-2", "c-1", "a-2", "c-1", "a-2"]
        assert await walk(pilot, screen, "８", "７") == ["c-1", "a-2"]


async def test_home_is_the_way_back_of_enter(app: FazhiApp, matter: str) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await open_sheet(pilot)
        assert await walk(pilot, screen, "enter", "enter", "home", "home", "home") == [
            "b-1",
            "b-2",
            "b-1",
            "a-1",
            "b-2",
        ]


async def test_what_there_is_not_is_said(app: FazhiApp, bureau: str) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await open_sheet(pilot)
        assert await walk(pilot, screen, "8") == ["a-1"]
        assert "没有差距的检查项。" in screen_text(app)
        await pilot.press("end")
        assert "没有退回的检查项。" in screen_text(app)


async def test_a_jump_records_the_note_first(app: FazhiApp, matter: str) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await open_sheet(pilot)
        await pilot.press("f2", "x", "escape", "8")
        await pilot.pause()
        assert screen.session.board.sheets[0].rows[0].answer.note == "x"


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_the_stages_of_the_sheet_are_chosen_by_key(
    app: FazhiApp, matter: str, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        screen = await open_sheet(pilot)
        await pilot.press("enter", "ctrl+x")
        await pilot.pause()
        text = screen_text(app)
        assert "下一条差距（共 2 条）         8" in text
        assert "上一条未评（共 3 条）         Home" in text
        assert ". 公众参与        0/2" in text
        assert "! 合法性审查      1/1" in text
        await pilot.press("down", "enter")
        assert screen.row is not None
        assert screen.row.item.id == "c-1"
        await pilot.press("ctrl+x", "up", "enter")
        assert screen.row.item.id == "b-1"
        await pilot.press("1", "ctrl+x", "enter")
        assert screen.row.item.id == "b-2"


async def test_a_jump_is_chosen_by_mouse(app: FazhiApp, matter: str) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await open_sheet(pilot)
        await pilot.press("ctrl+x")
        await pilot.pause()
        await pilot.click("OptionList", offset=(4, 2))
        await pilot.pause()
        assert screen.row is not None
        assert screen.row.item.id == "a-2"


def test_returned_rows_are_found_until_they_are_changed() -> None:
    journal = answered()
    submit(journal)
    journal.review(U1, Opinion.RETURN, text="请补佐证")
    journal.move("returned", Lane.ADVISER, text="")
    here = Place(1, 0)
    assert navigation.next_wanted(journal.board, here, 1, navigation.is_returned) == Place(0, 0)
    assert navigation.next_wanted(journal.board, here, -1, navigation.is_returned) == Place(0, 0)
    journal.say(*U1, Verdict.PARTLY, "已补")
    assert navigation.next_wanted(journal.board, here, 1, navigation.is_returned) is None


def test_the_only_one_leads_to_itself() -> None:
    journal = Journal()
    journal.say("juece", "本单位", "u-2", Verdict.MISSING)
    for by in (1, -1):
        assert navigation.next_wanted(journal.board, Place(0, 1), by, navigation.is_gap) == Place(0, 1)

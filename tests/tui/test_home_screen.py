from __future__ import annotations

import pytest
from textual import events

from fazhi_tui.tui.app import FazhiApp
from fazhi_tui.tui.screens.sheet import SheetScreen
from fazhi_tui.workspace import NewAssessment, Workspace

from .conftest import Clock
from .reading import screen_text

HOSTILE = "甲[/]乙 [x=1]"


async def test_an_empty_home_says_how_to_begin(app: FazhiApp) -> None:
    async with app.run_test(size=(80, 24)):
        text = screen_text(app)
    assert "还没有自查" in text
    assert "F2 新建" in text
    assert "F7 载入示例" in text


async def test_the_new_form_makes_an_assessment_and_opens_it_at_the_first_open_item(
    app: FazhiApp, workspace: Workspace
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f2")
        await pilot.pause()
        app.post_message(events.Paste("越城区\n文化广电旅游局"))
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, SheetScreen)
        assert "目录是否公布？" in screen_text(app)
    assert [listed.id for listed in workspace.list()] == ["越城区_文化广电旅游局-2024"]


async def test_a_refused_form_says_why_and_makes_nothing(app: FazhiApp, workspace: Workspace) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f2")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert "单位名称不能为空" in screen_text(app)
        await pilot.press("escape")
        await pilot.pause()
        assert "还没有自查" in screen_text(app)
    assert workspace.list() == []


@pytest.mark.parametrize("year", ["二〇二三", "", "20x3", "-5", "99999"])
async def test_a_year_that_is_no_year_is_refused(app: FazhiApp, workspace: Workspace, year: str) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f2")
        await pilot.pause()
        app.screen.query_one("#unit").value = "甲局"  # type: ignore[attr-defined]
        app.screen.query_one("#year").value = year  # type: ignore[attr-defined]
        await pilot.press("enter")
        await pilot.pause()
        assert "年度" in screen_text(app)
        assert not isinstance(app.screen, SheetScreen)
    assert workspace.list() == []


@pytest.mark.parametrize("unit", [HOSTILE, "CON", "退[@click=app.quit]出[/]"])
async def test_hostile_unit_names_are_shown_literally_everywhere(
    app: FazhiApp, workspace: Workspace, unit: str
) -> None:
    id = workspace.create(NewAssessment(unit, 2023, "部门"))
    with workspace.open(id, writable=True) as session:
        session.add_sheet("zhongda-juece", HOSTILE)
    async with app.run_test(size=(120, 36)) as pilot:
        assert unit in screen_text(app)
        await pilot.press("enter")
        await pilot.pause()
        assert unit in screen_text(app)
        await pilot.press("f6")
        await pilot.pause()
        assert HOSTILE in screen_text(app)
        await pilot.press("escape", "right", "2", "f5")
        await pilot.pause()
        assert unit in screen_text(app)
        assert HOSTILE in screen_text(app)


async def test_full_width_digits_and_letters_of_an_input_method_do_no_harm(
    app: FazhiApp, bureau: str
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press("ｚ", "１")
        await pilot.pause()
        assert isinstance(app.screen, SheetScreen)
        assert app.screen.session.assessment.sheets[0].answers["a-1"].verdict == "落实"


async def test_delete_asks_and_moves_to_the_trash(app: FazhiApp, workspace: Workspace, bureau: str) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f8")
        await pilot.pause()
        assert bureau in screen_text(app)
        await pilot.press("escape")
        await pilot.pause()
        assert len(workspace.list()) == 1
        await pilot.press("f8", "enter")
        await pilot.pause()
        assert "还没有自查" in screen_text(app)
    assert workspace.list() == []
    assert [path.name.startswith(bureau) for path in (workspace.data / "trash").iterdir()] == [True]


async def test_an_assessment_open_elsewhere_is_named_and_not_opened(
    app: FazhiApp, workspace: Workspace, bureau: str
) -> None:
    with workspace.open(bureau, writable=True):
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.press("enter")
            await pilot.pause()
            assert "正由张某" in screen_text(app)
            assert not isinstance(app.screen, SheetScreen)


async def test_a_checklist_checked_over_a_year_ago_is_warned_of(
    app: FazhiApp, bureau: str, clock: Clock
) -> None:
    clock.now = clock.now.replace(year=2027, month=11, day=24)
    async with app.run_test(size=(80, 24)):
        assert "清单核对到" not in screen_text(app)
    clock.now = clock.now.replace(day=26)
    late = FazhiApp(app.workspace)
    async with late.run_test(size=(80, 24)):
        assert "清单核对到 2026-11-24，已过一年" in screen_text(late)


async def test_a_damaged_assessment_is_listed_with_its_fault(
    app: FazhiApp, workspace: Workspace, bureau: str
) -> None:
    live = workspace.data / "assessments" / bureau / "events.json"
    live.write_bytes(b"{")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        text = screen_text(app)
        assert "数据有问题" in text
        assert "损坏" in text
    assert live.read_bytes() == b"{"

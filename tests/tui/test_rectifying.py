from __future__ import annotations

from textual.pilot import Pilot

from fazhi_tui.domain.rectifying.rectification import Status
from fazhi_tui.tui.app import FazhiApp
from fazhi_tui.tui.screens.gaps import GapsScreen
from fazhi_tui.tui.screens.sheet import SheetScreen

from .on_sheet import paste
from .reading import screen_lines, screen_text


async def _press(pilot: Pilot[int], *keys: str) -> None:
    await pilot.press(*keys)
    await pilot.pause()


async def _type(pilot: Pilot[int], *lines: str) -> None:
    for line in lines:
        await paste(pilot, line)
        await _press(pilot, "enter")


def _screen(app: FazhiApp) -> GapsScreen:
    assert isinstance(app.screen, GapsScreen)
    return app.screen


async def _with_a_gap(pilot: Pilot[int]) -> None:
    await _press(pilot, "enter", "4", "escape", "f5")


async def test_a_gap_is_planned_followed_and_its_closing_asked_for_by_keys(
    app: FazhiApp, bureau: str
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await _with_a_gap(pilot)
        assert "未整改" in screen_text(app)
        await _press(pilot, "f2")
        await _type(pilot, "公布目录", "王局长", "法规科", "张某", "2024-04-30")
        await _press(pilot, "right", "f2")
        entry = _screen(app).entry
        assert entry is not None
        plan = entry.rectification
        assert (plan.measure, plan.leader, plan.due, plan.pace) == (
            "公布目录",
            "王局长",
            "2024-04-30",
            "立行立改",
        )
        assert entry.status is Status.UNDER_WAY
        await _press(pilot, "f3", "down", "enter")
        await _press(pilot, "enter")
        await _type(pilot, "目录已在门户网站公布")
        assert "目录已在门户网站公布" in screen_text(app)
        await _press(pilot, "f3", "down", "down", "enter")
        await _type(pilot, "2024-03-01", "等待审批")
        assert "不晚于现在的时限" in screen_text(app)
        await _press(pilot, "escape", "f3", "down", "down", "down", "enter")
        await _type(pilot, "公布截图|||办公室;目录文本")
        assert "申请销号" in screen_text(app)
        request = _screen(app).session.assessment.rectifications[entry.key].requests[-1]
        assert [proof.title for proof in request.proof] == ["公布截图", "目录文本"]


async def test_what_is_overdue_stands_first_where_asked(app: FazhiApp, bureau: str) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await _press(pilot, "enter", "4", "3", "escape", "f5", "down", "f2")
        await _type(pilot, "建立专家库", "", "", "", "2024-01-01")
        await _press(pilot, "f2")
        assert "逾期14日" in screen_text(app)
        assert "逾期 1" in screen_text(app)
        await _press(pilot, "f7", "f7")
        assert "逾期在前" in screen_text(app)
        first = next(line for line in screen_lines(app) if line.lstrip().startswith(("1 ", "2 ")))
        assert "逾期" in first
        await _press(pilot, *["f6"] * 5)
        assert "逾期 · 逾期在前" in screen_text(app)


async def test_a_gap_of_one_s_own_is_added_and_taken_back(app: FazhiApp, bureau: str) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await _press(pilot, "f5", "f3", "enter")
        await _type(pilot, "督察指出执法证过期", "《行政处罚法》第四十二条")
        await _press(pilot, "right", "f2")
        assert "督察指出执法证过期" in screen_text(app)
        gap = next(iter(_screen(app).session.assessment.manual_gaps.values()))
        assert gap.source == "督察"
        await _press(pilot, "ctrl+z")
        assert "已撤销：登记其他问题（督察指出执法证过期）" in screen_lines(app)[-2]
        assert "督察指出执法证过期" not in "\n".join(screen_lines(app)[:-2])


async def test_an_answer_taken_back_from_the_gap_list_is_said(app: FazhiApp, bureau: str) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await _with_a_gap(pilot)
        await _press(pilot, "ctrl+z")
        assert "已撤销：自评（" in screen_lines(app)[-2]


async def test_a_gap_opens_its_item_from_home(app: FazhiApp, bureau: str) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await _with_a_gap(pilot)
        await _press(pilot, "enter")
        assert isinstance(app.screen, SheetScreen)
        assert "目录是否公布？" in screen_text(app)
        await _press(pilot, "2")
        assert "已保存" in screen_text(app)

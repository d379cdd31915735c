from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from fazhi_tui.domain.verdict import Verdict
from fazhi_tui.tui.app import FazhiApp
from fazhi_tui.tui.dialogs.facts import FactsDialog
from fazhi_tui.tui.screens.sheet import SheetScreen
from fazhi_tui.workspace import NewAssessment, Workspace

from .conftest import SMALL
from .reading import screen_lines, screen_text

RULE = """gap = "a-1不到位。"
facts = [
    { id = "from", label = "公告日", type = "date" },
    { id = "to", label = "截止日", type = "date" },
    { id = "why", label = "缩短并说明理由", type = "yes" },
]
rule = { kind = "at_least", from = "from", to = "to", days = 30, calendar = "natural", unless = "why" }"""
COUNTED = """gap = "a-2不到位。"
facts = [{ id = "n", label = "专家人数", type = "number" }]
rule = { kind = "count", fact = "n", min = "param:zhuanjia" }"""
PARAMS = """[[params]]
id = "zhuanjia"
label = "专家最少人数"
type = "number"

[[stages]]
id = "zhidu\""""


@pytest.fixture
def ruled(workspace: Workspace, tmp_path: Path) -> str:
    text = SMALL.replace('gap = "a-1不到位。"', RULE).replace('gap = "a-2不到位。"', COUNTED)
    text = text.replace('[[stages]]\nid = "zhidu"', PARAMS)
    (tmp_path / "shipped" / "zhongda-juece.toml").write_text(text, encoding="utf-8")
    return workspace.create(NewAssessment("甲局", 2023, "部门"))


async def _type(pilot: Pilot[int], *words: str) -> None:
    for word in words:
        await pilot.press(*word, "enter")
    await pilot.pause()


def _sheet(app: FazhiApp) -> SheetScreen:
    assert isinstance(app.screen, SheetScreen)
    return app.screen


async def test_facts_are_typed_short_read_back_summed_and_accepted_with_one_key(
    app: FazhiApp, ruled: str
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        await pilot.pause()
        assert "F3填：公告日、截止日、缩短并说明理由" in screen_text(app)
        await pilot.press("f3")
        await _type(pilot, "3.1", "20230420")
        text = screen_text(app)
        assert "2023-03-01" in text
        assert "2023-04-20" in text
        assert "共50日" in text
        assert "建议 落实" in text
        await pilot.press("f3")
        await pilot.pause()
        row = _sheet(app).row
        assert row is not None
        assert dict(row.answer.facts) == {"from": "2023-03-01", "to": "2023-04-20"}
        assert row.answer.verdict is None
        assert "按空格采纳" in screen_text(app)
        await pilot.press("space")
        await pilot.pause()
        answer = _sheet(app).session.board.sheets[0].rows[0].answer
        assert answer.verdict is Verdict.DONE
        assert "专家库是否建立？" in screen_text(app)


async def test_escape_keeps_what_was_typed(app: FazhiApp, ruled: str) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "f3")
        await pilot.pause()
        await pilot.press(*"3.1", "escape")
        await pilot.pause()
        row = _sheet(app).row
        assert row is not None
        assert dict(row.answer.facts) == {"from": "2023-03-01"}
        assert "还缺截止日" in screen_text(app)


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [("2.30", "", "2023年2月没有30日"), ("3.20", "3.1", "早于"), ("三月", "", "应为日期")],
)
async def test_what_cannot_be_is_refused_at_once_with_the_reason(
    app: FazhiApp, ruled: str, start: str, end: str, said: str
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "f3")
        await pilot.pause()
        await _type(pilot, start, *([end] if end else []))
        await pilot.press("f3")
        await pilot.pause()
        assert isinstance(app.screen, FactsDialog)
        assert said in screen_text(app)


async def test_going_against_the_sum_asks_for_the_reason_first(app: FazhiApp, ruled: str) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "f3")
        await _type(pilot, "3.1", "3.20")
        await pilot.press("f3")
        await pilot.pause()
        assert "建议 未落实" in screen_text(app)
        await pilot.press("1")
        await pilot.pause()
        assert _sheet(app).session.board.sheets[0].rows[0].answer.verdict is None
        assert "与核算建议“未落实”不一致" in screen_text(app)
        await pilot.press(*"另有公告", "escape")
        await pilot.pause()
        answer = _sheet(app).session.board.sheets[0].rows[0].answer
        assert (answer.verdict, answer.note) == (Verdict.DONE, "另有公告")
        await pilot.press("up")
        await pilot.pause()
        assert "与核算不一致" in screen_text(app)


async def test_an_exception_is_chosen_with_the_arrows(app: FazhiApp, ruled: str) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "f3")
        await _type(pilot, "3.1", "3.20")
        await pilot.press("right", "f3")
        await pilot.pause()
        assert "建议 落实" in screen_text(app)
        assert "缩短并说明理由：是" in screen_text(app)


async def test_space_without_a_proposal_says_so(app: FazhiApp, ruled: str) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "space")
        await pilot.pause()
        assert "没有核算建议" in screen_text(app)
        assert len(_sheet(app).session.log.officer) == 2


async def test_a_local_figure_is_filled_in_with_its_source_and_then_counts(app: FazhiApp, ruled: str) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "down", "f3")
        await pilot.pause()
        await _type(pilot, "3")
        assert "地方参数" in screen_text(app)
        assert "专家最少人数" in screen_text(app)
        await pilot.press("f10")
        await pilot.pause()
        await _type(pilot, "5")
        await pilot.press("f2")
        await pilot.pause()
        assert "来源" in screen_text(app)
        assert not _sheet_is_shown(app)
        await pilot.press(*"某市办法第九条", "f2")
        await pilot.pause()
        assert _sheet_is_shown(app)
        params = _sheet(app).session.assessment.params
        assert (params["zhuanjia"].value, params["zhuanjia"].source) == ("5", "某市办法第九条")
        assert "→ 建议 未落实（按空格采纳）" in screen_text(app)
        await pilot.press("ctrl+z")
        await pilot.pause()
        assert "已撤销：填地方参数" in screen_text(app)


async def test_a_local_figure_emptied_is_not_filled_in_any_more(
    app: FazhiApp, workspace: Workspace, ruled: str
) -> None:
    with workspace.open(ruled, writable=True) as session:
        session.set_param("zhuanjia", "5", "某市办法第九条")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "f10", "backspace", "f2")
        await pilot.pause()
        assert _sheet(app).session.assessment.params == {}
        assert "地方参数已保存" in screen_text(app)
        await pilot.press("ctrl+z")
        await pilot.pause()
        assert _sheet(app).session.assessment.params["zhuanjia"].value == "5"


async def test_without_local_figures_the_screen_says_so(app: FazhiApp, bureau: str) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "f10")
        await pilot.pause()
        assert "没有地方参数" in screen_text(app)


async def test_the_dialog_fits_the_smallest_screen(app: FazhiApp, ruled: str) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "f3")
        await pilot.pause()
        lines = screen_lines(app)
    assert any("公告日" in line for line in lines)
    assert any("F3 或 Esc 保存并返回" in line for line in lines)


def _sheet_is_shown(app: FazhiApp) -> bool:
    return isinstance(app.screen, SheetScreen)

"""A whole stage answered at once, on the screen."""

from __future__ import annotations

import pytest

from fazhi_tui.domain.filling.answering import Change
from fazhi_tui.domain.verdict import Verdict
from fazhi_tui.tui.app import FazhiApp
from fazhi_tui.tui.dialogs.whole_stage import WholeStageDialog
from fazhi_tui.workspace import NewAssessment, Workspace

from .conftest import checklist, item, stage
from .on_sheet import open_sheet, paste, verdicts
from .reading import screen_text

WHY = "本年没有重大行政决策事项"


@pytest.fixture
def mixed(workspace: Workspace) -> str:
    """A stage with an answered item, two open ones and a red line, and one stage more."""
    items = [item(f"a-{n}", f"第{n}问？") for n in (1, 2, 3)]
    made = checklist(
        "zhongda-juece",
        "决策",
        stage("zhidu", "制度基础", "unit", *items, item("a-red", "红线问？", redline=True)),
        stage("qita", "其他", "unit", item("b-1", "后面的问？")),
    )
    shipped = workspace.data.parent / "shipped" / "zhongda-juece.toml"
    shipped.write_text(made, encoding="utf-8")
    id = workspace.create(NewAssessment("甲局", 2023, "部门", ()))
    with workspace.open(id, writable=True) as session:
        session.answer([Change("zhongda-juece", "本单位", "a-1", verdict=Verdict.DONE)])
    return id


async def test_a_long_question_goes_on_under_itself_and_not_under_its_mark(
    app: FazhiApp, workspace: Workspace
) -> None:
    long = "是否在决策草案公布时一并公布了起草说明、反馈渠道和期限，并逐条记录收到的意见和采纳与否的理由？"
    made = checklist(
        "zhongda-juece", "决策", stage("zhidu", "制度", "unit", item("a-1", long), item("a-2", "短？"))
    )
    (workspace.data.parent / "shipped" / "zhongda-juece.toml").write_text(made, encoding="utf-8")
    workspace.create(NewAssessment("甲局", 2023, "部门", ()))
    async with app.run_test(size=(80, 24)) as pilot:
        await open_sheet(pilot)
        await pilot.press("+")
        await pilot.pause()
        lines = [line.split("│", 1)[1] for line in screen_text(app).splitlines() if "│" in line]
        first = next(i for i, line in enumerate(lines) if "· 是否在决策" in line)
        text = lines[first].index("是否")
        assert lines[first + 1][:text].isspace()
        assert not lines[first + 1][text].isspace()
        assert "· 短？" in lines[first + 2]


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_what_will_be_recorded_is_shown_then_recorded_as_one_step(
    app: FazhiApp, mixed: str, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        screen = await open_sheet(pilot)
        before = len(screen.session.log)
        await pilot.press("+")
        await pilot.pause()
        text = screen_text(app)
        assert "整个环节一次答完 · 制度基础" in text
        assert "将记录 3 条（只记未评的；已评 1 条不动）" in text
        assert "其中红线 1 条，请逐条核实：" in text
        assert "! 红线问？" in text
        assert "· 第2问？" in text
        assert "第1问？" not in text
        assert "Tab 下一项  左右箭头 选结论  F2 确定  Esc 取消" in text
        await paste(pilot, WHY)
        await pilot.press("f2")
        await pilot.pause()
        found = verdicts(screen)
        assert found == {
            "a-1": Verdict.DONE,
            "a-2": Verdict.NOT_OCCURRED,
            "a-3": Verdict.NOT_OCCURRED,
            "a-red": Verdict.NOT_OCCURRED,
            "b-1": None,
        }
        assert len(screen.session.log) == before + 1
        assert screen.row is not None
        assert screen.row.item.id == "b-1"
        assert "已记录 3 条，按 Ctrl+Z 一次撤回。" in screen_text(app)
        await pilot.press("ctrl+z")
        await pilot.pause()
        assert [v for v in verdicts(screen).values() if v] == [Verdict.DONE]
        assert "自评 3 条（" in screen_text(app)


async def test_the_other_verdict_is_chosen_with_the_arrows(app: FazhiApp, mixed: str) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await open_sheet(pilot)
        await pilot.press("＋")
        await pilot.pause()
        await paste(pilot, "没有这项职权")
        await pilot.press("shift+tab", "right", "f2")
        await pilot.pause()
        assert verdicts(screen)["a-red"] is Verdict.INAPPLICABLE


async def test_without_a_reason_it_stays_and_says_so(app: FazhiApp, mixed: str) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await open_sheet(pilot)
        before = len(screen.session.log)
        await pilot.press("+", "f2")
        await pilot.pause()
        assert "必须在说明里写理由" in screen_text(app)
        assert isinstance(app.screen, WholeStageDialog)
        await pilot.press("escape")
        assert len(screen.session.log) == before


async def test_a_stage_without_open_items_says_so(app: FazhiApp, mixed: str) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await open_sheet(pilot)
        await pilot.press("1", "1", "1", "1", "+")
        await pilot.pause()
        assert app.screen is screen
        assert "这个环节没有未评的检查项。" in screen_text(app)

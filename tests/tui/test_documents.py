from __future__ import annotations

from pathlib import Path

from textual.pilot import Pilot

from fazhi_tui.tui.app import FazhiApp
from fazhi_tui.workspace import NewAssessment, Workspace
from tests.reporting.office.opened import opened, texts

from .reading import screen_text


async def _choose(pilot: Pilot[int], line: str) -> None:
    """Open the menu and go down to a line."""
    await pilot.press("f9")
    await pilot.pause()
    lines = [part for part in screen_text(pilot.app).splitlines() if part.strip().startswith(("│", "╭", "╰"))]
    body = [part for part in lines if part.strip(" │") and not part.strip().startswith(("╭", "╰"))]
    at = next(i for i, part in enumerate(body) if line in part)
    first = next(i for i, part in enumerate(body) if "现在是" in part) + 1
    await pilot.press(*["down"] * (at - first), "enter")
    await pilot.pause()


async def test_the_annual_report_is_drafted_from_the_menu(app: FazhiApp, bureau: str, tmp_path: Path) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "4", "escape", "enter")
        await _choose(pilot, "年度报告草稿")
        await pilot.press("enter")
        await pilot.pause()
        assert "已导出" in screen_text(app)
    text = (tmp_path / f"{bureau}年度报告草稿.md").read_text(encoding="utf-8")
    assert "〔待补：" in text


async def test_this_year_stands_beside_the_year_before(
    app: FazhiApp, workspace: Workspace, bureau: str
) -> None:
    workspace.create(NewAssessment("越城区文化广电旅游局", 2022, "部门", ("执法权",)))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("down", "enter")
        await _choose(pilot, "与上一次对比")
        text = screen_text(app)
        assert "2022" in text
        assert "2023" in text


async def test_without_a_year_before_the_screen_says_so(app: FazhiApp, bureau: str) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        await _choose(pilot, "与上一次对比")
        assert "没有本单位以前年度的自查可比" in screen_text(app)


async def test_a_report_completed_by_hand_is_kept_and_the_new_one_is_word(
    app: FazhiApp, bureau: str, tmp_path: Path
) -> None:
    target = tmp_path / "年报.docx"
    target.write_bytes("补好的年报".encode())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "4", "escape", "enter")
        await _choose(pilot, "年度报告草稿")
        app.screen.query_one("#path").value = str(target)  # type: ignore[attr-defined]
        await pilot.press("enter", "enter")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "原文件留作 年报（原稿1）.docx；已导出：年报.docx" in screen_text(app)
    assert (tmp_path / "年报（原稿1）.docx").read_bytes() == "补好的年报".encode()
    assert "主要举措和成效" in "".join(texts(opened(target.read_bytes())))

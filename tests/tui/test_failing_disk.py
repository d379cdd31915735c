"""A disk that fails under each kind of dialog: the step is kept, every screen says so, a retry saves it."""

from __future__ import annotations

from pathlib import Path

import pytest

from fazhi_tui.domain.filling.answering import Change
from fazhi_tui.domain.verdict import Verdict
from fazhi_tui.loading.handover import read_handover
from fazhi_tui.tui.app import FazhiApp
from fazhi_tui.tui.screens.review import ReviewScreen
from fazhi_tui.tui.screens.saving import SavingScreen
from fazhi_tui.tui.screens.sheet import SheetScreen
from fazhi_tui.workspace import NewAssessment, Workspace
from tests.disk import Disk

from .conftest import SMALL
from .reading import screen_text

PARAM = '[[params]]\nid = "renshu"\nlabel = "专家最少人数"\ntype = "number"\n\n[[stages]]\nid = "zhidu"'
STEPS = {
    "answer": ("3",),
    "doubt": ("0",),
    "note": ("f2", *"写", "escape"),
    "evidence": ("f4", *"公告", "f2"),
    "param": ("f10", *"5", "enter", *"某市办法", "f2"),
    "sheet": ("f6", "down", "enter", *"规划", "enter"),
    "absent": ("f6", "down", "down", "enter", *"没有", "f2"),
}


@pytest.fixture
def asking(workspace: Workspace, tmp_path: Path) -> str:
    """An assessment whose checklist asks for a local figure too."""
    text = SMALL.replace('[[stages]]\nid = "zhidu"', PARAM)
    (tmp_path / "shipped" / "zhongda-juece.toml").write_text(text, encoding="utf-8")
    return workspace.create(NewAssessment("甲局", 2023, "部门"))


@pytest.mark.parametrize("step", STEPS)
async def test_a_step_that_cannot_be_saved_is_kept_said_and_saved_by_a_retry(
    app: FazhiApp, workspace: Workspace, asking: str, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, SavingScreen)
        before = len(screen.session.log)
        with monkeypatch.context() as patches:
            Disk(patches)
            for key in STEPS[step]:
                await pilot.press(key)
                await pilot.pause()
            assert app.screen is screen
            assert len(screen.session.log) == before + 1
            assert not screen.session.is_saved
            assert "未保存" in screen_text(app)
            assert "已保存" not in screen_text(app)
        await pilot.press("ctrl+r")
        await pilot.pause()
        assert "未保存" not in screen_text(app)
        assert "已保存" in screen_text(app)
        assert workspace.open(asking, writable=False).log == screen.session.log


async def test_an_undo_that_cannot_be_saved_shows_what_it_undid(
    app: FazhiApp, asking: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "3")
        with monkeypatch.context() as patches:
            Disk(patches)
            await pilot.press("ctrl+z")
            await pilot.pause()
            assert "未保存" in screen_text(app)
            assert "已撤销：自评" in screen_text(app)
            assert "目录是否公布？" in screen_text(app)


async def test_every_screen_of_the_assessment_says_it_and_stops_saying_it(
    app: FazhiApp, asking: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "3")
        with monkeypatch.context() as patches:
            Disk(patches)
            for key in ("f5", "f2", "甲", "f2"):
                await pilot.press(key)
                await pilot.pause()
            assert "未保存" in screen_text(app)
            await pilot.press("escape")
            await pilot.pause()
            assert isinstance(app.screen, SheetScreen)
            assert "未保存" in screen_text(app)
            assert "已保存" not in screen_text(app)
            await pilot.press("f5")
            await pilot.pause()
            assert "未保存" in screen_text(app)
        await pilot.press("ctrl+r", "escape")
        await pilot.pause()
        assert "未保存" not in screen_text(app)
        assert "已保存" in screen_text(app)


@pytest.mark.parametrize("keys", [("2", "tab", *"不实", "f2"), ("3", *"重写", "f2")])
async def test_the_adviser_s_opinion_is_kept_too(
    app: FazhiApp, workspace: Workspace, asking: str, monkeypatch: pytest.MonkeyPatch, keys: tuple[str, ...]
) -> None:
    file = workspace.data / "交接.fazhi"
    with workspace.open(asking, writable=True) as session:
        session.answer([Change(*row.key, verdict=Verdict.DONE) for row in session.board.rows()])
        for sheet in session.board.undeclared:
            session.declare_absent(sheet.checklist.id, sheet.kind, "没有")
        session.submit()
        session.export_handover(file)
    workspace.delete(asking)
    workspace.merge(read_handover(file.read_bytes(), file=file.name), takes_over=False)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        await pilot.pause()
        with monkeypatch.context() as patches:
            Disk(patches)
            for key in keys:
                await pilot.press(key)
                await pilot.pause()
            screen = app.screen
            assert isinstance(screen, ReviewScreen)
            assert "未保存" in screen_text(app)
            assert screen.session.log.adviser[-1].kind == "reviewed"

"""A disk that fails under each kind of dialog: the step is kept, every screen says so, a retry saves it."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from fazhi_tui.domain.filling.answering import Change
from fazhi_tui.domain.verdict import Verdict
from fazhi_tui.errors import UnwritableError
from fazhi_tui.loading.handover import read_handover
from fazhi_tui.tui.app import FazhiApp
from fazhi_tui.tui.ending import keep_all_typed
from fazhi_tui.tui.screens.gaps import GapsScreen
from fazhi_tui.tui.screens.home import HomeScreen
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


def _refuse(*_: object, **__: object) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


async def test_ended_while_something_is_unsaved_the_program_tries_once_more(
    app: FazhiApp, workspace: Workspace, asking: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        with monkeypatch.context() as patches:
            Disk(patches)
            await pilot.press("3")
            await pilot.pause()
        assert len(workspace.open(asking, writable=False).gaps) == 0
        keep_all_typed(app.screen_stack, workspace.data, workspace.clock())
        assert len(workspace.open(asking, writable=False).gaps) == 1


async def test_a_new_assessment_the_disk_refuses_is_said_and_keeps_its_name(
    app: FazhiApp, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f2", *"乙局")
        with monkeypatch.context() as patches:
            patches.setattr("fazhi_tui.storage.adopted.write_bytes", _refuse)
            await pilot.press("enter")
            await pilot.pause()
            assert "新建不成：磁盘已满" in screen_text(app)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, SheetScreen)
    assert [listed.id for listed in workspace.list()] == ["乙局-2024"]


async def test_a_deletion_the_disk_refuses_is_said_and_deletes_nothing(
    app: FazhiApp, workspace: Workspace, asking: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        monkeypatch.setattr("fazhi_tui.storage.archive.make_folder", _refuse)
        await pilot.press("f8", "enter")
        await pilot.pause()
        assert "移不进回收文件夹：磁盘已满" in screen_text(app)
    assert [listed.id for listed in workspace.list()] == [asking]


async def test_on_a_read_only_disk_the_gap_list_can_still_be_read(
    app: FazhiApp, asking: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise UnwritableError("不能写入：磁盘是只读的", "查看和导出不受影响。")

    monkeypatch.setattr("fazhi_tui.storage.lock.WriteLock.acquire", refuse)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        await pilot.pause()
        assert "磁盘是只读的" in screen_text(app)
        await pilot.press("enter")
        assert isinstance(app.screen, HomeScreen)
        await pilot.press("f5")
        await pilot.pause()
        assert isinstance(app.screen, GapsScreen)


async def test_a_data_folder_that_goes_away_is_said_and_ends_nothing(
    app: FazhiApp, asking: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        with monkeypatch.context() as patches:
            patches.setattr(Path, "iterdir", _refuse)
            await pilot.press("escape")
            await pilot.pause()
            assert "数据文件夹读不出来" in screen_text(app)
            await pilot.press("enter")
            assert isinstance(app.screen, HomeScreen)
        await pilot.press("f2", "escape")
        assert app.fault is None

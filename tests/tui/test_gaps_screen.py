from __future__ import annotations

import asyncio
from pathlib import Path
from threading import Event

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from fazhi_tui.domain.filling.answering import Change
from fazhi_tui.domain.verdict import Verdict
from fazhi_tui.editing import editable_list
from fazhi_tui.tui.app import FazhiApp
from fazhi_tui.tui.dialogs.export import ExportDialog
from fazhi_tui.tui.dialogs.waiting import WaitingDialog
from fazhi_tui.tui.screens.gaps import GapsScreen
from fazhi_tui.tui.screens.sheet import SheetScreen
from fazhi_tui.tui.widgets.path_input import PathInput
from fazhi_tui.workspace import Workspace
from tests.edited import typed
from tests.reporting.office.opened import opened, texts

from .reading import screen_text


@pytest.fixture
def with_gaps(workspace: Workspace, bureau: str) -> str:
    with workspace.open(bureau, writable=True) as session:
        session.add_sheet("zhongda-juece", "规划")
        session.answer(
            [
                Change("zhongda-juece", "本单位", "a-1", verdict=Verdict.DONE),
                Change("zhongda-juece", "规划", "b-1", verdict=Verdict.HOLLOW, note="座谈会无记录"),
                Change("zhongda-juece", "规划", "c-1", verdict=Verdict.MISSING),
            ]
        )
    return bureau


async def open_gaps(pilot: Pilot[int]) -> None:
    await pilot.pause()
    await pilot.press("f5")
    await pilot.pause()
    assert isinstance(pilot.app.screen, GapsScreen)


async def test_the_list_counts_and_the_detail_cites(app: FazhiApp, with_gaps: str) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await open_gaps(pilot)
        text = screen_text(app)
    assert "差距 2 条 · 红线 1 · 流于形式 1 · 未评 2" in text
    assert "= 流于形式 公众参与" in text
    assert "✗!未落实" in text
    assert "《重大行政决策程序暂行条例》第十五条第一款" in text
    assert "座谈会无记录" in text


async def test_enter_opens_the_item(app: FazhiApp, with_gaps: str) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await open_gaps(pilot)
        await pilot.press("down", "enter")
        await pilot.pause()
        assert isinstance(app.screen, SheetScreen)
        assert app.screen.row is not None
        assert app.screen.row.item.id == "c-1"


async def test_the_export_is_written_and_named(app: FazhiApp, with_gaps: str, tmp_path: Path) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await open_gaps(pilot)
        await pilot.press("f8")
        await pilot.pause()
        assert "还有 2 条未评，导出件标为草稿" in screen_text(app)
        await pilot.press("enter")
        await pilot.pause()
        assert "已导出" in screen_text(app)
    text = (tmp_path / f"{with_gaps}差距清单.md").read_text(encoding="utf-8")
    assert "草稿" in text.splitlines()[0]
    assert "流于形式" in text


async def test_an_existing_file_asks_for_a_second_enter(
    app: FazhiApp, with_gaps: str, tmp_path: Path
) -> None:
    target = tmp_path / f"{with_gaps}差距清单.md"
    target.write_text("旧的", encoding="utf-8")
    async with app.run_test(size=(80, 24)) as pilot:
        await open_gaps(pilot)
        await pilot.press("f8", "enter")
        await pilot.pause()
        assert target.read_text(encoding="utf-8") == "旧的"
        assert "文件已存在" in screen_text(app)
        await pilot.press("enter")
        await pilot.pause()
    assert "流于形式" in target.read_text(encoding="utf-8")


async def test_a_folder_that_is_not_there_is_refused_in_the_dialog(app: FazhiApp, with_gaps: str) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await open_gaps(pilot)
        await pilot.press("f8")
        await pilot.pause()
        app.screen.query_one("#path").value = "/没有/这里/清单.md"  # type: ignore[attr-defined]
        await pilot.press("enter")
        await pilot.pause()
        assert "没有文件夹" in screen_text(app)


async def test_no_gap_is_said(app: FazhiApp, bureau: str) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await open_gaps(pilot)
        assert "尚无差距；还有 5 条未评" in screen_text(app)
        await pilot.press("enter", "escape")
        await pilot.pause()
        assert not isinstance(app.screen, GapsScreen)


async def test_the_export_is_word_where_the_name_asks_for_it(
    app: FazhiApp, with_gaps: str, tmp_path: Path
) -> None:
    target = tmp_path / "差距.docx"
    async with app.run_test(size=(80, 24)) as pilot:
        await open_gaps(pilot)
        await pilot.press("f8")
        await pilot.pause()
        assert ".docx 结尾的写成 Word" in screen_text(app)
        app.screen.query_one("#path").value = str(target)  # type: ignore[attr-defined]
        await pilot.press("enter")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "已导出" in screen_text(app)
    assert "问题：" in "".join(texts(opened(target.read_bytes())))


async def test_an_ending_of_another_kind_is_refused(app: FazhiApp, with_gaps: str, tmp_path: Path) -> None:
    target = tmp_path / "差距.doc"
    async with app.run_test(size=(80, 24)) as pilot:
        await open_gaps(pilot)
        await pilot.press("f8")
        await pilot.pause()
        app.screen.query_one("#path").value = str(target)  # type: ignore[attr-defined]
        await pilot.press("enter")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "不能写成这种文件" in screen_text(app)
    assert not target.exists()


async def test_an_export_that_takes_long_says_so_and_can_be_left(
    app: FazhiApp, with_gaps: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started, go_on, done = Event(), Event(), Event()

    def slow(*_: object) -> bytes:
        started.set()
        go_on.wait(5)
        done.set()
        return "差距".encode()

    monkeypatch.setattr("fazhi_tui.tui.screens.gaps.gap_list", slow)
    async with app.run_test(size=(80, 24)) as pilot:
        await open_gaps(pilot)
        await pilot.press("f8", "enter")
        await asyncio.to_thread(started.wait, 5)
        await pilot.pause()
        assert isinstance(app.screen, WaitingDialog)
        assert str(app.screen.query_one(".title", Static).content) == "正在写出"
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, ExportDialog)
        assert app.screen.query_one("#path", PathInput).value.endswith("差距清单.md")
        go_on.set()
        await asyncio.to_thread(done.wait, 5)
        await pilot.pause()
    assert list(tmp_path.glob("*差距清单*")) == []


async def test_an_edited_list_is_kept_beside_the_new_one(
    app: FazhiApp, workspace: Workspace, with_gaps: str, tmp_path: Path
) -> None:
    target = tmp_path / f"{with_gaps}差距清单.md"
    text = typed(editable_list(workspace.open(with_gaps, writable=False)), {(1, "leader"): "张局长"})
    target.write_bytes(text.encode("utf-8"))
    async with app.run_test(size=(80, 24)) as pilot:
        await open_gaps(pilot)
        await pilot.press("f8", "enter", "enter")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "（原稿1）.md" in screen_text(app).replace("\n", "")
    assert (tmp_path / f"{with_gaps}差距清单（原稿1）.md").read_bytes().decode("utf-8") == text

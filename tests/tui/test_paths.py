"""A path as it is typed, pasted or dropped on the terminal."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual import events
from textual.app import App, ComposeResult

from fazhi_tui.domain.log.merge import Merging
from fazhi_tui.errors import BadInputError
from fazhi_tui.tui.app import FazhiApp
from fazhi_tui.tui.dialogs.export import ExportDialog
from fazhi_tui.tui.dialogs.merge import MergeDialog
from fazhi_tui.tui.widgets.path_input import PathInput, plain_path

from .on_sheet import paste


class OnePath(App[None]):
    """A field that begins with a folder."""

    def compose(self) -> ComposeResult:
        yield PathInput("/自查/", id="path")


@pytest.mark.parametrize(
    ("pasted", "expected"),
    [
        ("甲局.fazhi", "/自查/甲局.fazhi"),
        ("/U盘/甲 局.fazhi", "/U盘/甲 局.fazhi"),
        ("'/U盘/甲 局.fazhi' ", "/U盘/甲 局.fazhi"),
        ("'/U盘/it'\\''s.fazhi'", "/U盘/it's.fazhi"),
        ('"/U盘/甲 局.fazhi"\n', "/U盘/甲 局.fazhi"),
        ("“/U盘/甲.fazhi”", "/U盘/甲.fazhi"),
        ("/U盘/甲\\ 局\\(1\\).fazhi ", "/U盘/甲 局(1).fazhi"),
        ("file:///U%E7%9B%98/%E7%94%B2%20%E5%B1%80.fazhi", "/U盘/甲 局.fazhi"),
        ("~/甲局.fazhi", "/home/某/甲局.fazhi"),
        ("~nobody-here/甲局.fazhi", "/自查/~nobody-here/甲局.fazhi"),
    ],
)
async def test_a_whole_path_stands_in_place_of_what_was_there(
    pasted: str, expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", "/home/某")
    app = OnePath()
    async with app.run_test() as pilot:
        field = app.query_one(PathInput)
        field.cursor_position = len(field.value)
        app.post_message(events.Paste(pasted))
        await pilot.pause()
        assert str(field.read()) == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("甲/乙.fazhi", "/自查/甲/乙.fazhi"),
        ("/U盘/甲.fazhi", "/U盘/甲.fazhi"),
        ("'/U盘/甲.fazhi'", "/U盘/甲.fazhi"),
        ("~/甲.fazhi", "/home/某/甲.fazhi"),
        ("C:/甲.fazhi", "C:/甲.fazhi"),
    ],
)
async def test_a_terminal_without_pastes_types_it_behind(
    typed: str, expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", "/home/某")
    app = OnePath()
    async with app.run_test() as pilot:
        field = app.query_one(PathInput)
        await pilot.press("end", *typed)
        assert str(field.read()) == expected
        assert "//" not in field.value
        field.value = ""
        await pilot.press(*typed)
        assert str(field.read()) == (expected if typed[0] != "甲" else typed)


async def test_no_such_user_is_a_name_and_no_crash() -> None:
    app = OnePath()
    async with app.run_test():
        app.query_one(PathInput).value = "~nobody-here/甲.fazhi"
        assert str(app.query_one(PathInput).read()) == "~nobody-here/甲.fazhi"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"C:\\Users\\张 三\\甲(1).fazhi"', "C:\\Users\\张 三\\甲(1).fazhi"),
        ("file:///C:/Users/%E5%BC%A0/a.fazhi", "C:/Users/张/a.fazhi"),
        ("C:\\Users\\(张)\\a.fazhi", "C:\\Users\\(张)\\a.fazhi"),
    ],
)
def test_windows_paths_keep_their_backslashes(text: str, expected: str) -> None:
    assert plain_path(text, is_dropped=True) == expected


async def test_a_hand_over_file_dropped_on_the_dialog_is_the_one_read(app: FazhiApp, tmp_path: Path) -> None:
    asked = []

    def take(path: Path, takes_over: bool) -> Merging:
        asked.append(path)
        raise BadInputError("不读。")

    async with app.run_test(size=(80, 24)) as pilot:
        app.push_screen(MergeDialog(Path("/现在的文件夹"), take, take))
        await pilot.pause()
        await paste(pilot, f"'{tmp_path / '甲 局.fazhi'}'")
        await pilot.press("enter")
        await app.workers.wait_for_complete()
        assert asked == [tmp_path / "甲 局.fazhi"]


async def test_an_export_goes_where_the_pasted_path_says(app: FazhiApp, tmp_path: Path) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        app.push_screen(ExportDialog(tmp_path / "清单.md", "", lambda _: b"text"))
        await pilot.pause()
        await paste(pilot, str(tmp_path / "别处.md"))
        await pilot.press("enter")
        await app.workers.wait_for_complete()
        await pilot.pause()
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["别处.md"]

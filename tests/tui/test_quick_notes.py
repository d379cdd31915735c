"""Notes with less typing: phrases at the cursor, one's own editor."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from textual.widgets import OptionList

from fazhi_tui.domain.verdict import Verdict
from fazhi_tui.tui.app import FazhiApp
from fazhi_tui.tui.dialogs.phrases import PhrasesDialog
from fazhi_tui.tui.widgets.note_area import NoteArea

from .on_sheet import open_sheet, paste
from .reading import screen_text
from .test_external_editor import script


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_the_items_gap_wording_is_put_in_at_the_cursor(
    app: FazhiApp, bureau: str, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        screen = await open_sheet(pilot)
        await pilot.press("f2")
        await paste(pilot, "前后")
        await pilot.press("left", "ctrl+d")
        await pilot.pause()
        text = screen_text(app)
        assert "本条的差距表述" in text
        assert "上下箭头 选一句  Enter 插入说明  Esc 返回" in text
        await pilot.press("enter")
        await pilot.pause()
        note = screen.query_one(NoteArea)
        assert note.text == "前a-1不到位。后"
        assert note.has_focus
        await pilot.press("x", "escape")
        await pilot.pause()
        assert screen.row is not None
        assert screen.row.answer.note == "前a-1不到位。x后"


async def test_it_takes_the_place_of_what_is_selected(app: FazhiApp, bureau: str) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await open_sheet(pilot)
        await pilot.press("f2")
        await paste(pilot, "旧的话")
        note = screen.query_one(NoteArea)
        note.select_all()
        await pilot.press("ctrl+d", "enter")
        await pilot.pause()
        assert note.text == "a-1不到位。"


async def test_the_units_last_notes_are_offered_and_the_key_works_outside_the_note(
    app: FazhiApp, bureau: str
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await open_sheet(pilot)
        await pilot.press("f2")
        await paste(pilot, "只在内网公布，\n外网没有")
        await pilot.press("escape")
        await pilot.pause()
        await pilot.press("down", "ctrl+d")
        await pilot.pause()
        assert "最近写的说明" in screen_text(app)
        assert "只在内网公布， 外网没有" in screen_text(app)
        await pilot.press("down", "enter")
        await pilot.pause()
        assert screen.query_one(NoteArea).text == "只在内网公布，\n外网没有"


async def test_a_reason_that_is_asked_for_can_be_a_phrase(app: FazhiApp, bureau: str) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await open_sheet(pilot)
        await pilot.press("6", "ctrl+d")
        await pilot.pause()
        assert isinstance(app.screen, PhrasesDialog)
        await pilot.press("enter", "escape")
        await pilot.pause()
        answer = screen.session.board.sheets[0].rows[0].answer
        assert (answer.verdict, answer.note) == (Verdict.INAPPLICABLE, "a-1不到位。")


async def test_escape_leaves_the_note_as_it_was(app: FazhiApp, bureau: str) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await open_sheet(pilot)
        await pilot.press("f2")
        await paste(pilot, "原样")
        await pilot.press("ctrl+d", "escape")
        await pilot.pause()
        note = screen.query_one(NoteArea)
        assert note.text == "原样"
        assert note.has_focus
        assert app.screen is screen


async def test_a_click_chooses_a_phrase(app: FazhiApp, bureau: str) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await open_sheet(pilot)
        await pilot.press("ctrl+d")
        await pilot.pause()
        assert app.screen.query_one(OptionList).option_count == 4
        await pilot.click("OptionList", offset=(4, 3))
        await pilot.pause()
        assert screen.query_one(NoteArea).text == "a-2不到位。"


@pytest.fixture
def suspending(app: FazhiApp, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The app gives the screen away as if in a terminal, and it is noted that it does."""
    seen: list[str] = []

    @contextmanager
    def suspend() -> Iterator[None]:
        seen.append("away")
        # As in Textual: an error in between leaves the screen away for ever.
        yield
        seen.append("back")

    monkeypatch.setattr(app, "suspend", suspend)
    return seen


async def test_the_editor_changes_the_note_and_one_undo_takes_it_back(
    app: FazhiApp, bureau: str, tmp_path: Path, suspending: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VISUAL", script(tmp_path, "open(path, 'a').write('，续写\\n第二段\\n')"))
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await open_sheet(pilot)
        await pilot.press("f2")
        await paste(pilot, "原有")
        await pilot.press("ctrl+o")
        await pilot.pause()
        note = screen.query_one(NoteArea)
        assert suspending == ["away", "back"]
        assert note.text == "原有，续写\n第二段"
        await pilot.press("ctrl+z")
        assert note.text == "原有"
        await pilot.press("ctrl+y", "escape")
        await pilot.pause()
        assert screen.session.board.sheets[0].rows[0].answer.note == "原有，续写\n第二段"


async def test_an_editor_that_fails_is_told_of_and_the_note_stays(
    app: FazhiApp, bureau: str, tmp_path: Path, suspending: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VISUAL", script(tmp_path, "open(path, 'w').write('坏')\nraise SystemExit(3)"))
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await open_sheet(pilot)
        await pilot.press("f2")
        await paste(pilot, "原有")
        await pilot.press("ctrl+o")
        await pilot.pause()
        assert "代码 3" in screen_text(app)
        assert suspending == ["away", "back"]
        await pilot.press("enter")
        assert screen.query_one(NoteArea).text == "原有"
        assert screen.query_one(NoteArea).has_focus


async def test_without_an_editor_it_is_said_what_to_do(
    app: FazhiApp, bureau: str, suspending: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("VISUAL", "EDITOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PATH", "")
    async with app.run_test(size=(80, 24)) as pilot:
        await open_sheet(pilot)
        await pilot.press("f2", "ctrl+o")
        await pilot.pause()
        assert "没有找到外部编辑器" in screen_text(app)
        assert suspending == []


async def test_a_screen_that_cannot_be_given_away_is_told_of(
    app: FazhiApp, bureau: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VISUAL", script(tmp_path, "open(path, 'w').write('改')"))
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await open_sheet(pilot)
        await pilot.press("f2", "ctrl+o")
        await pilot.pause()
        assert "这个终端不能让出画面" in screen_text(app)
        assert screen.query_one(NoteArea).text == ""

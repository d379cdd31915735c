"""Light and dark: switched by a key, and remembered."""

from __future__ import annotations

import pytest
from textual.widgets import TextArea

from fazhi_tui.tui.app import FazhiApp
from fazhi_tui.tui.theme import DARK, LIGHT, other
from fazhi_tui.workspace import Workspace

from .reading import screen_text


async def test_the_first_start_is_dark_and_the_key_is_remembered(app: FazhiApp, workspace: Workspace) -> None:
    async with app.run_test() as pilot:
        await pilot.pause()
        assert app.theme == DARK.name
        await pilot.press("ctrl+w")
        assert app.theme == LIGHT.name
    for pressed in (LIGHT, DARK):
        again = FazhiApp(workspace)
        async with again.run_test() as pilot:
            await pilot.pause()
            assert again.theme == pressed.name
            await pilot.press("ctrl+w")


@pytest.mark.parametrize("kept", ["", "not whole {", '{"digest":"","value":{"theme":"textual-dark"}}'])
async def test_a_damaged_setting_does_no_harm(workspace: Workspace, kept: str) -> None:
    workspace.data.mkdir(parents=True, exist_ok=True)
    (workspace.data / "settings.json").write_text(kept, encoding="utf-8")
    app = FazhiApp(workspace)
    async with app.run_test() as pilot:
        await pilot.pause()
        assert app.theme == DARK.name


async def test_a_setting_that_cannot_be_kept_is_said_and_works_for_now(
    app: FazhiApp, bureau: str, workspace: Workspace
) -> None:
    async with app.run_test(notifications=True) as pilot:
        await pilot.pause()
        (workspace.data / "settings.json").mkdir()
        await pilot.press("ctrl+w")
        for _ in range(3):  # the toast comes two messages later
            await pilot.pause()
        assert app.theme == LIGHT.name
        assert "没能记住" in screen_text(app)
    assert list(workspace.data.glob(".fazhi.*.tmp")) == []


async def test_in_a_note_the_key_switches_and_deletes_nothing(app: FazhiApp, bureau: str) -> None:
    async with app.run_test() as pilot:
        await pilot.press("enter", "f2")
        note = app.screen.query_one(TextArea)
        note.text = "座谈会没有记录"
        note.move_cursor(note.document.end)
        await pilot.press("ctrl+w")
        assert note.text == "座谈会没有记录"
        assert app.theme == LIGHT.name


@pytest.mark.parametrize("keys", [("f1",), ("enter", "f1"), ("f5", "f1")])
async def test_the_help_of_every_screen_names_the_key(
    app: FazhiApp, bureau: str, keys: tuple[str, ...]
) -> None:
    async with app.run_test() as pilot:
        await pilot.pause()
        for key in (*keys, "end"):
            await pilot.press(key)
            await pilot.pause()
        assert "Ctrl+W" in screen_text(app)


def test_each_is_the_other_ones_other() -> None:
    assert (other(DARK.name), other(LIGHT.name)) == (LIGHT, DARK)

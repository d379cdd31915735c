"""Every text stands out from its ground, in both themes, in 16 colours and in none."""

from __future__ import annotations

import pkgutil
from importlib import import_module
from itertools import product
from pathlib import Path

import pytest
from rich.color import Color, ColorSystem
from textual.app import App
from textual.screen import ModalScreen, Screen
from textual.theme import Theme

from fazhi_tui.tui import dialogs, screens
from fazhi_tui.tui.app import FazhiApp
from fazhi_tui.tui.dialogs.waiting import WaitingDialog
from fazhi_tui.tui.theme import THEMES
from fazhi_tui.workspace import Workspace
from tests.contrast import AA_TEXT, SIXTEEN, Rgb, contrast

from .conftest import Clock
from .journeys import ADVISER, OFFICER, furnished_bureau
from .reading import screen_text, text_colours
from .tours import advisers_folder

TEXTS = (
    "foreground",
    "text",
    *(f"text-{n}" for n in ("muted", "disabled", "primary", "success", "warning", "error")),
)
PAIRS = (
    *product(TEXTS, ("background", "surface", "panel")),
    ("block-cursor-foreground", "block-cursor-background"),
    ("block-cursor-blurred-foreground", "block-cursor-blurred-background"),
    ("input-cursor-foreground", "input-cursor-background"),
    ("input-selection-foreground", "input-selection-background"),
    ("footer-key-foreground", "footer-background"),
    ("foreground", "panel-lighten-1"),
    ("background", "error"),
)


@pytest.fixture
def bureau(workspace: Workspace, tmp_path: Path) -> str:
    return furnished_bureau(workspace, tmp_path / "shipped")


@pytest.fixture
def lawyer(workspace: Workspace, tmp_path: Path, clock: Clock) -> Workspace:
    theirs = Workspace(tmp_path / "lawyer", actor="李律师", clock=clock)
    advisers_folder(workspace, tmp_path / "shipped" / "zhongda-juece.toml", theirs, tmp_path)
    return theirs


def colour(theme: Theme, name: str) -> Rgb:
    values = {**theme.to_color_system().generate(), **theme.variables}
    return Color.parse(values[name][:7]).get_truecolor()


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_every_colour_of_texts_stands_out_from_every_ground(theme: Theme) -> None:
    faint = {
        (text, ground): round(found, 2)
        for text, ground in PAIRS
        if (found := contrast(colour(theme, text), colour(theme, ground))) < AA_TEXT
    }
    assert faint == {}


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("palette", SIXTEEN.values(), ids=SIXTEEN.keys())
def test_sixteen_colours_keep_them_apart(theme: Theme, palette: tuple[Rgb, ...]) -> None:
    def as_shown(name: str) -> Rgb:
        number = Color.from_rgb(*colour(theme, name)).downgrade(ColorSystem.STANDARD).number
        assert number is not None
        return palette[number]

    faint = {
        (text, ground): round(found, 2)
        for text, ground in PAIRS
        if (found := contrast(as_shown(text), as_shown(ground))) < 3
    }
    assert faint == {}


def faint_texts(app: App[int]) -> dict[tuple[Rgb, Rgb], str]:
    """What is too faint on the screen; where a dialog is open, in the dialog: what is under it is dimmed."""
    region = app.screen.query_one(".box").region if isinstance(app.screen, ModalScreen) else None
    found = text_colours(app, region)
    assert found
    return {pair: text for pair, text in found.items() if contrast(*pair) < AA_TEXT}


def test_every_screen_and_dialog_has_a_journey() -> None:
    """`Waiting` shows while something lasts; its test is in test_waiting."""
    every = {
        cls
        for package in (dialogs, screens)
        for found in pkgutil.iter_modules(package.__path__, f"{package.__name__}.")
        for cls in vars(import_module(found.name)).values()
        if isinstance(cls, type) and issubclass(cls, Screen) and cls.__module__ == found.name
    }
    last = {cls for cls in every if not any(other is not cls and issubclass(other, cls) for other in every)}
    assert last - {WaitingDialog} <= {screen for screen, _ in (OFFICER | ADVISER).values()}


@pytest.mark.parametrize("journey", OFFICER)
async def test_every_text_on_every_screen_stands_out_from_what_is_behind_it(
    workspace: Workspace, bureau: str, journey: str
) -> None:
    await both_themes_are_legible(FazhiApp(workspace), *OFFICER[journey])


@pytest.mark.parametrize("journey", ADVISER)
async def test_so_it_does_for_the_adviser(lawyer: Workspace, journey: str) -> None:
    await both_themes_are_legible(FazhiApp(lawyer), *ADVISER[journey])


@pytest.mark.parametrize("journey", ["new", "answers", "note", "gaps"])
async def test_so_it_does_where_no_colour_is_wanted(
    workspace: Workspace, bureau: str, journey: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    await both_themes_are_legible(FazhiApp(workspace), *OFFICER[journey])


async def both_themes_are_legible(app: FazhiApp, screen: type, keys: tuple[str, ...]) -> None:
    async with app.run_test(notifications=True) as pilot:
        await pilot.pause()
        for key in keys:
            await pilot.press(key)
            await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert type(app.screen) is screen
        for _ in THEMES:
            assert faint_texts(app) == {}, app.theme
            await pilot.press("ctrl+w")
            await pilot.pause()


async def test_without_colour_the_screens_say_the_same(
    workspace: Workspace, bureau: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def shown() -> list[str]:
        app = FazhiApp(workspace)
        texts = []
        async with app.run_test() as pilot:
            for key in ("enter", "up", "f5"):
                await pilot.press(key)
                await pilot.pause()
                texts.append(screen_text(app))
            await pilot.press("escape", "escape")
        return texts

    app = FazhiApp(workspace)
    async with app.run_test() as pilot:
        await pilot.press("enter", "3", "4", "escape")
    coloured = await shown()
    monkeypatch.setenv("NO_COLOR", "1")
    assert await shown() == coloured
    assert "= 流于形式" in coloured[2]
    assert "✗ 未落实" in coloured[2]

"""Every text stands out from its ground, in both themes, in 16 colours and in none."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest
from rich.color import Color, ColorSystem
from textual.app import App
from textual.screen import ModalScreen
from textual.theme import Theme

from fazhi_tui.tui.app import FazhiApp
from fazhi_tui.tui.theme import THEMES
from fazhi_tui.workspace import NewAssessment, Workspace
from tests.contrast import AA_TEXT, SIXTEEN, Rgb, contrast

from .conftest import SMALL
from .reading import screen_text, text_colours
from .test_facts import COUNTED, PARAMS, RULE

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
JOURNEYS: dict[str, tuple[str, ...]] = {
    "home": (),
    "home-help": ("f1",),
    "new": ("f2",),
    "delete": ("f8",),
    "toast": ("ctrl+c",),
    "answers": ("enter", "3", "1", "0", "up", "up"),
    "note": ("enter", "f2", "x"),
    "reason": ("enter", "6"),
    "facts": ("enter", "f3", "3", "enter"),
    "evidence": ("enter", "f4"),
    "sheets": ("enter", "f6"),
    "add": ("enter", "f6", "down", "enter"),
    "profile": ("enter", "f9"),
    "params": ("enter", "f10"),
    "adopt": ("enter", "f12"),
    "find": ("enter", "ctrl+f", "z"),
    "jump": ("enter", "3", "ctrl+x"),
    "phrases": ("enter", "f2", "ctrl+d"),
    "whole-stage": ("enter", "+"),
    "overview": ("enter", "3", "1", "escape", "f9"),
    "gaps": ("enter", "3", "f5"),
    "export": ("enter", "3", "f5", "f8"),
}


@pytest.fixture
def bureau(workspace: Workspace, tmp_path: Path) -> str:
    """An assessment whose first item has facts and a sum, and which has a local figure."""
    text = SMALL.replace('gap = "a-1不到位。"', RULE).replace('gap = "a-2不到位。"', COUNTED)
    text = text.replace('[[stages]]\nid = "zhidu"', PARAMS)
    (tmp_path / "shipped" / "zhongda-juece.toml").write_text(text, encoding="utf-8")
    return workspace.create(NewAssessment("甲局", 2023, "部门", ("执法权",)))


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


@pytest.mark.parametrize("journey", JOURNEYS)
async def test_every_text_on_every_screen_stands_out_from_what_is_behind_it(
    workspace: Workspace, bureau: str, journey: str
) -> None:
    await both_themes_are_legible(FazhiApp(workspace), JOURNEYS[journey])


@pytest.mark.parametrize("journey", ["new", "answers", "note", "gaps"])
async def test_so_it_does_where_no_colour_is_wanted(
    workspace: Workspace, bureau: str, journey: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    await both_themes_are_legible(FazhiApp(workspace), JOURNEYS[journey])


async def both_themes_are_legible(app: FazhiApp, keys: tuple[str, ...]) -> None:
    async with app.run_test(notifications=True) as pilot:
        await pilot.pause()
        for key in keys:
            await pilot.press(key)
            await pilot.pause()
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

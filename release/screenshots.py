"""`make screenshots`: the README's pictures, from the example, by the keys an officer would press.

`python -m release.screenshots [folder]`, by default into `docs/img`.
The clock stands, so that a picture changes only where its screen does.
"""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path

from textual.theme import Theme

from fazhi_tui.demo import make_demo
from fazhi_tui.storage.settings import write_theme
from fazhi_tui.tui.app import FazhiApp
from fazhi_tui.tui.screens.sheet import SheetScreen
from fazhi_tui.tui.theme import DARK, LIGHT
from fazhi_tui.workspace import Workspace
from release.svg import placed

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "img"
NOW = datetime(2024, 1, 15, 14, 2, tzinfo=timezone(timedelta(hours=8)))
SIZE = (80, 24)


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture: the keys from the home screen, after opening the sheet at an item where one is named."""

    name: str
    theme: Theme
    keys: tuple[str, ...] = ()
    item: tuple[str, str, str] | None = None


DECISION = ("zhongda-juece", "年报所述重大行政决策")
HOLLOW = (*DECISION, "zdjc-18-caina")
PERIOD = (*DECISION, "zdjc-15-qixian")
SHOTS = (
    Shot("home-dark", DARK),
    Shot("sheet-dark", DARK, item=HOLLOW),
    Shot("sum-dark", DARK, ("f3", *"2023.3.1", "enter", *"2023.3.20", "enter"), PERIOD),
    Shot("gaps-dark", DARK, ("f5", "down", "down")),
    Shot("sheet-light", LIGHT, item=HOLLOW),
    Shot("gaps-light", LIGHT, ("f5", "down", "down")),
)


async def take(shot: Shot, workspace: Workspace, id: str) -> str:
    """The picture as SVG."""
    write_theme(workspace.data, shot.theme.name)
    app = FazhiApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        if shot.item is not None:
            app.push_screen(SheetScreen(workspace.open(id, writable=True), workspace, at=shot.item))
            await pilot.pause()
        await pilot.press(*shot.keys)
        await pilot.pause()
        svg = app.export_screenshot(simplify=True)
        for screen in app.screen_stack:
            if isinstance(screen, SheetScreen):
                screen.session.close()
    return placed(svg, frame=shot.theme.panel or "", title=shot.theme.foreground or "")


async def take_all(folder: Path) -> None:
    """Write every picture and say how large it is."""
    folder.mkdir(parents=True, exist_ok=True)
    for shot in SHOTS:
        with tempfile.TemporaryDirectory() as data:
            workspace = Workspace(Path(data), actor="张某", clock=lambda: NOW)
            svg = await take(shot, workspace, make_demo(workspace))
        path = folder / f"{shot.name}.svg"
        path.write_text(svg, encoding="utf-8", newline="\n")
        print(f"{path.name}  {path.stat().st_size / 1000:.0f} kB")


def main() -> None:
    """Take them all."""
    os.environ.pop("NO_COLOR", None)
    asyncio.run(take_all(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER))


if __name__ == "__main__":
    main()

"""The app: its screens, its look, and leaving it in good order."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
from pathlib import Path

from textual.app import App

from fazhi_tui.tui import strings
from fazhi_tui.tui.screens.home import HomeScreen
from fazhi_tui.tui.screens.sheet import SheetScreen
from fazhi_tui.tui.theme import DARK
from fazhi_tui.workspace import Workspace

_FOLDER = Path(__file__).parent


class FazhiApp(App[int]):
    """Opens on the list of assessments of one data folder."""

    ENABLE_COMMAND_PALETTE = False
    CSS_PATH = [_FOLDER / name for name in ("app.tcss", "home.tcss", "sheet.tcss", "gaps.tcss")]
    TITLE = strings.APP

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace

    def on_mount(self) -> None:
        """Show the list; end properly when the terminal goes or the system asks."""
        self.register_theme(DARK)
        self.theme = DARK.name
        self._listen_to_signals()
        self.push_screen(HomeScreen(self.workspace))

    async def action_quit(self) -> None:
        """Leave; everything typed is recorded first."""
        for screen in self.screen_stack:
            if isinstance(screen, SheetScreen) and not screen.ready_to_leave(self.action_quit_anyway):
                return
        self.exit(0)

    def action_quit_anyway(self) -> None:
        """Leave although something could not be saved."""
        self.exit(0)

    def action_help_quit(self) -> None:
        """Ctrl+C does not quit; say what does."""
        self.notify(strings.NO_QUIT, markup=False)

    def _listen_to_signals(self) -> None:
        if os.name != "posix":
            return
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGHUP):
            with contextlib.suppress(RuntimeError, ValueError):
                loop.add_signal_handler(number, self._on_signal, number)

    def _on_signal(self, number: int) -> None:
        for screen in self.screen_stack:
            if isinstance(screen, SheetScreen):
                screen.keep_what_is_typed()
                screen.session.close()
        self.exit(128 + number, return_code=128 + number)


def run_app(workspace: Workspace) -> int:
    """Run the app; returns the exit code."""
    app = FazhiApp(workspace)
    app.run()
    return app.return_code or 0

"""The app: its screens, its look, and leaving it in good order."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
from pathlib import Path

from textual.app import App

from fazhi_tui.os_faults import os_fault
from fazhi_tui.storage.settings import Settings, read_settings, write_settings
from fazhi_tui.tui import strings
from fazhi_tui.tui.keys import EVERYWHERE, bindings
from fazhi_tui.tui.screens.home import HomeScreen
from fazhi_tui.tui.screens.saving import SavingScreen
from fazhi_tui.tui.theme import DARK, THEMES, other
from fazhi_tui.workspace import Workspace

_FOLDER = Path(__file__).parent
_LOOKS = ("app", "home", "sheet", "review", "gaps", "overview", "quick")


class FazhiApp(App[int]):
    """Opens on the list of assessments of one data folder."""

    ENABLE_COMMAND_PALETTE = False
    BINDINGS = bindings(EVERYWHERE)
    CSS_PATH = [_FOLDER / f"{name}.tcss" for name in _LOOKS]
    TITLE = strings.APP

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace

    def on_mount(self) -> None:
        """Show the list; end properly when the terminal goes or the system asks."""
        for theme in THEMES:
            self.register_theme(theme)
        kept = read_settings(self.workspace.data).theme
        self.theme = kept if kept in {theme.name for theme in THEMES} else DARK.name
        self._listen_to_signals()
        self.push_screen(HomeScreen(self.workspace))

    def action_switch_theme(self) -> None:
        """Light or dark; the next start has it too."""
        self.theme = other(self.theme).name
        try:
            write_settings(self.workspace.data, Settings(theme=self.theme))
        except OSError as error:
            self.notify(strings.THEME_NOT_KEPT.format(why=os_fault(error)), markup=False)

    async def action_quit(self) -> None:
        """Leave; everything typed is recorded first."""
        for screen in self.screen_stack:
            if isinstance(screen, SavingScreen) and not screen.ready_to_leave(self.action_quit_anyway):
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
            if isinstance(screen, SavingScreen):
                screen.keep_what_is_typed()
                screen.session.close()
        self.exit(128 + number, return_code=128 + number)


def run_app(workspace: Workspace) -> int:
    """Run the app; returns the exit code."""
    app = FazhiApp(workspace)
    app.run()
    return app.return_code or 0

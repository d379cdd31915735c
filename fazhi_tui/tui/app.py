"""The app: its screens, its look, and leaving it in good order."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import sys
from pathlib import Path

from textual.app import App
from textual.screen import Screen
from textual.worker import WorkerFailed

from fazhi_tui.os_faults import os_fault
from fazhi_tui.own_fault import ScreensFailed
from fazhi_tui.storage.settings import read_theme, write_theme
from fazhi_tui.storage.unfinished import unfinished
from fazhi_tui.tui.keys import EVERYWHERE, bindings
from fazhi_tui.tui.screens.home import HomeScreen
from fazhi_tui.tui.theme import DARK, THEMES, other
from fazhi_tui.tui.words import app_words
from fazhi_tui.workspace import Workspace

TERMINAL_LOOKED_AT = 2.0
_FOLDER = Path(__file__).parent
_LOOKS = ("app", "home", "sheet", "review", "gaps", "overview", "quick")


class FazhiApp(App[int]):
    """Opens on the list of assessments of one data folder."""

    ENABLE_COMMAND_PALETTE = False
    BINDINGS = bindings(EVERYWHERE)
    CSS_PATH = [_FOLDER / f"{name}.tcss" for name in _LOOKS]
    TITLE = app_words.APP

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self.fault: BaseException | None = None
        self._put_on_theme()

    def _put_on_theme(self) -> None:
        for theme in THEMES:
            self.register_theme(theme)
        kept = read_theme(self.workspace.data)
        name = kept if kept in {theme.name for theme in THEMES} else DARK.name
        # A theme that is assigned has all style sheets read again; none is read yet.
        self.set_reactive(App.theme, name)
        self.stylesheet.set_variables(self.get_css_variables())

    def get_default_screen(self) -> Screen[None]:
        """The list."""
        return HomeScreen(self.workspace)

    def on_mount(self) -> None:
        """End properly when the terminal goes or the system asks."""
        self._listen_to_signals()
        self._show_unfinished()

    def action_switch_theme(self) -> None:
        """Light or dark; the next start has it too."""
        self.theme = other(self.theme).name
        try:
            write_theme(self.workspace.data, self.theme)
        except OSError as error:
            self.notify(app_words.THEME_NOT_KEPT.format(why=os_fault(error)), markup=False)

    async def action_quit(self) -> None:
        """Leave; everything typed is recorded first."""
        from fazhi_tui.tui.screens.saving import SavingScreen

        for screen in self.screen_stack:
            if isinstance(screen, SavingScreen) and not screen.ready_to_leave(self.action_quit_anyway):
                return
        self.exit(0)

    def action_quit_anyway(self) -> None:
        """Leave although something could not be saved."""
        self.exit(0)

    def action_help_quit(self) -> None:
        """Ctrl+C does not quit; say what does."""
        self.notify(app_words.NO_QUIT, markup=False)

    def _listen_to_signals(self) -> None:
        if os.name != "posix":
            return
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
            with contextlib.suppress(RuntimeError, ValueError):
                loop.add_signal_handler(number, self._on_signal, number)
        # What is suspended while its terminal is closed goes on later and hears of it by no signal.
        if _terminal_is_there():
            self.set_interval(TERMINAL_LOOKED_AT, self._leave_a_terminal_that_is_gone)

    def _leave_a_terminal_that_is_gone(self) -> None:
        if not _terminal_is_there():
            self._on_signal(signal.SIGHUP)

    def _on_signal(self, number: int) -> None:
        self._keep_all_typed()
        self.exit(128 + number, return_code=128 + number)

    def _keep_all_typed(self) -> None:
        from fazhi_tui.tui.ending import keep_all_typed

        screens = self.screen_stack if self._screen_stacks.get(self.current_mode) else []
        keep_all_typed(screens, self.workspace.data, self.workspace.clock())

    def _show_unfinished(self) -> None:
        if not unfinished(self.workspace.data):
            return
        from fazhi_tui.tui.ending import shown_unfinished

        dialog = shown_unfinished(self.workspace.data)
        if dialog is not None:
            self.push_screen(dialog)

    def _handle_exception(self, error: Exception) -> None:
        # Textual's own way prints the local variables of every frame, and those hold answers.
        if self._exception is None:
            self._exception = error
            self._exception_event.set()
            self.fault = error.error if isinstance(error, WorkerFailed) else error
            self._keep_all_typed()
        self._close_messages_no_wait()


def _terminal_is_there() -> bool:
    if sys.__stdin__ is None or not hasattr(os, "tcgetpgrp"):
        return False
    try:
        os.tcgetpgrp(sys.__stdin__.fileno())
    except (OSError, ValueError):
        return False
    return True


def run_app(workspace: Workspace) -> int:
    """Run the app; returns the exit code.

    Raises:
        ScreensFailed: the program's own fault ended it; everything typed was kept, the screen is restored.
    """
    app = FazhiApp(workspace)
    app.run()
    if app.fault is not None:
        raise ScreensFailed from app.fault
    return app.return_code or 0

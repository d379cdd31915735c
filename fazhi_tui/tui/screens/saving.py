"""A screen that writes: says 已保存 only when it is on disk, and keeps a banner while it is not."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from fazhi_tui.clock import Clock
from fazhi_tui.errors import FazhiError, SaveFailedError
from fazhi_tui.tui.dialogs.message import ConfirmDialog, MessageDialog
from fazhi_tui.tui.words import app_words

if TYPE_CHECKING:
    from fazhi_tui.session import Session

T = TypeVar("T")


class SavingScreen(Screen[T]):
    """Owns the session while it is shown; needs `#banner`, `#saved` and `#message`."""

    def __init__(self, session: Session, clock: Clock) -> None:
        super().__init__()
        self.session = session
        self._clock = clock

    @property
    def stands_on(self) -> str:
        """The place in words, for what is kept of a dialog above it."""
        return self.session.assessment.title

    def on_screen_resume(self) -> None:
        """Something stood over this screen: what failed or was saved there counts here too."""
        if self.session.is_open and not self.session.is_saved:
            self.save(self.session.retry)
        elif self.session.is_saved and self.query_one("#banner", Static).display:
            self._say_saved()

    def finish_typing(self) -> bool:
        """Record what is being typed; False where it was refused."""
        return True

    def keep_what_is_typed(self) -> None:
        """The process is being ended: keep what is being typed."""

    def save(self, verb: Callable[[], object]) -> bool:
        """Run a verb of the session; False where it was refused, after saying why."""
        try:
            verb()
        except SaveFailedError as fault:
            self._banner(app_words.NOT_SAVED.format(why=fault.message))
            return True
        except FazhiError as fault:
            self.app.push_screen(MessageDialog(str(fault)))
            return False
        self._say_saved()
        return True

    def saved_or_told(self, verb: Callable[[], object]) -> None:
        """Run a verb for a dialog: refusals go to the dialog, a failing disk shows in the banner.

        Raises:
            FazhiError: the verb was refused.
        """
        try:
            verb()
        except SaveFailedError as fault:
            self._banner(app_words.NOT_SAVED.format(why=fault.message))
        else:
            self._say_saved()

    def say(self, text: str) -> None:
        """Show a line until the next step."""
        self.query_one("#message", Static).update(Content(text))

    def action_retry(self) -> None:
        """Try again to save."""
        self.save(self.session.retry)

    def ready_to_leave(self, leave_anyway: Callable[[], None]) -> bool:
        """Record and close; where something is not on disk, ask first and answer False."""
        if not self.finish_typing():
            return False
        if not self.session.is_saved and not self.save(self.session.retry):
            return False
        if self.session.is_saved:
            self.session.drop_draft()
            self.session.close()
            return True
        question = ConfirmDialog(app_words.NOT_SAVED_LEAVING, app_words.LEAVE_TITLE)
        self.app.push_screen(question, lambda yes: self._leave(leave_anyway) if yes else None)
        return False

    def _leave(self, leave_anyway: Callable[[], None]) -> None:
        self.session.close()
        leave_anyway()

    def _say_saved(self) -> None:
        self._banner("")
        time = self._clock().strftime("%H:%M")
        self.query_one("#saved", Static).update(Content(app_words.SAVED.format(time=time)))

    def _banner(self, text: str) -> None:
        banner = self.query_one("#banner", Static)
        if text or banner.display:
            banner.display = bool(text)
            banner.update(Content(text))
        if text:
            self.query_one("#saved", Static).update("")

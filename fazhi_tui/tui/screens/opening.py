"""A screen that opens an assessment: the lock, damage and good copies, the screen of the side it is on."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.screen import Screen

from fazhi_tui.errors import DamagedError, FazhiError, LockedError, UnwritableError
from fazhi_tui.tui.collecting import leave_out
from fazhi_tui.tui.words import app_words, home_words, waiting_words
from fazhi_tui.workspace import Workspace

if TYPE_CHECKING:
    from fazhi_tui.restoring import Restored
    from fazhi_tui.session import Session
    from fazhi_tui.storage.copies import Copy
    from fazhi_tui.tui.dialogs.waiting import Claim
    from fazhi_tui.tui.screens.moving import MovingScreen


class OpeningScreen(Screen[None]):
    """Stands on an assessment of a data folder, or on none."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._told = ""
        self._is_opening = False

    @property
    def selected(self) -> str | None:
        """The id the officer stands on."""
        raise NotImplementedError

    def reload(self, select: str | None = None, at_most: int | None = None) -> None:
        """Read the list again, or its beginning, standing on the same or on the given assessment."""
        raise NotImplementedError

    def _open_or_read(self, id: str) -> Session:
        try:
            return self._workspace.open(id, writable=True)
        except (LockedError, UnwritableError):
            return self._workspace.open(id, writable=False)

    def _offer_copies(self, id: str, fault: FazhiError) -> None:
        """Say what is damaged, and which good copies there are and what each would lose."""
        from fazhi_tui.tui.dialogs.menu import MenuDialog
        from fazhi_tui.tui.dialogs.waiting import wait_for

        def offer(copies: tuple[Copy, ...]) -> None:
            if not copies:
                self._tell(f"{fault}\n{home_words.NO_COPIES}")
                return
            entries = [(copy.name, copy.words) for copy in copies]
            menu = MenuDialog(
                home_words.RESTORE_TITLE, f"{fault.message}\n{home_words.RESTORE_HINT}", entries
            )
            self.app.push_screen(menu, lambda name: self._restore(id, name) if name else None)

        wait_for(self.app, waiting_words.READING_COPIES, lambda _: self._copies(id), offer)

    def _copies(self, id: str) -> tuple[Copy, ...]:
        try:
            return self._workspace.copies(id)
        except FazhiError:
            return ()

    def _restore(self, id: str, name: str) -> None:
        from fazhi_tui.tui.dialogs.waiting import wait_for

        def done(restored: Restored | None) -> None:
            if restored is not None:
                self.reload(id)
                self._tell(home_words.RESTORED.format(copy=restored.copy.words, aside=restored.aside))

        def work(claim: Claim) -> Restored | None:
            return self._workspace.restore(id, name) if claim.take() else None

        wait_for(self.app, waiting_words.RESTORING, work, done)

    def back_at(self, id: str) -> None:
        """An assessment has been left; the list stands on it again."""
        raise NotImplementedError

    async def _open_at(self, key: tuple[str, str, str] | None) -> None:
        id = self.selected
        if id is None:
            return

        def enter(session: Session) -> None:
            self.app.push_screen(self._screen_of(session, key), lambda _: self.back_at(id))
            self._tell_of_the_calendar()

        await self._open(id, lambda: self._workspace.open(id, writable=True), enter)

    async def _open(self, id: str, open_: Callable[[], Session], then: Callable[[Session], object]) -> None:
        """Open in a thread and go on with the session; say why where it cannot be opened."""
        from fazhi_tui.tui.dialogs.waiting import wait_shortly

        # The second of two clicks comes when the first has opened it, a key beside a click while it does.
        if self._is_opening or self.app.screen is not self:
            return

        def done(found: Session | FazhiError | None) -> None:
            if isinstance(found, DamagedError):
                self._offer_copies(id, found)
            elif isinstance(found, FazhiError):
                self._tell(str(found))
            elif found is not None:
                leave_out()
                then(found)

        self._is_opening = True
        try:
            words = waiting_words.OPENING.format(id=id)
            await wait_shortly(self.app, words, lambda claim: _opened(open_, claim), done)
        finally:
            self._is_opening = False

    def _screen_of(self, session: Session, key: tuple[str, str, str] | None) -> MovingScreen:
        from fazhi_tui.domain.log.events import Lane
        from fazhi_tui.tui.screens.review import ReviewScreen
        from fazhi_tui.tui.screens.sheet import SheetScreen

        if session.lane is Lane.ADVISER:
            return ReviewScreen(session, self._workspace)
        return SheetScreen(session, self._workspace, at=key)

    def _tell_of_the_calendar(self) -> None:
        """Say once that the unit's own table of working days does not read, and where."""
        words = str(self._workspace.calendar_fault or "")
        if words and words != self._told:
            self._tell(f"{app_words.CALENDAR_UNREAD}\n{words}")
        self._told = words

    def _tell(self, words: str) -> None:
        from fazhi_tui.tui.dialogs.message import MessageDialog

        self.app.push_screen(MessageDialog(words))


def _opened(open_: Callable[[], Session], claim: Claim) -> Session | FazhiError | None:
    """A session, the fault that kept it from being opened, or None where it was given up meanwhile."""
    try:
        session = open_()
    except FazhiError as fault:
        return fault
    if claim.take():
        return session
    session.close()
    return None

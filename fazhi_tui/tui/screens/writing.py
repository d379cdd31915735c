"""A screen that writes: says 已保存 only when it is on disk, and keeps a banner while it is not."""

from __future__ import annotations

from collections.abc import Callable

from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from fazhi_tui.domain.answering import KEEP, Change
from fazhi_tui.domain.verdict import Verdict, parse_verdict
from fazhi_tui.errors import FazhiError, SaveFailedError
from fazhi_tui.os_faults import os_fault
from fazhi_tui.recording import Clock
from fazhi_tui.session import Session
from fazhi_tui.tui import strings
from fazhi_tui.tui.dialogs.message import ConfirmDialog, MessageDialog
from fazhi_tui.tui.widgets.note_area import NoteArea


class WritingScreen(Screen[None]):
    """Owns the session while it is shown; needs `#banner`, `#saved`, `#message` and a `NoteArea`."""

    def __init__(self, session: Session, clock: Clock) -> None:
        super().__init__()
        self.session = session
        self._clock = clock
        self._noted: tuple[str, str, str] | None = None

    def save(self, verb: Callable[[], object]) -> bool:
        """Run a verb of the session; False where it was refused, after saying why."""
        try:
            verb()
        except SaveFailedError as fault:
            self._banner(strings.NOT_SAVED.format(why=fault.message))
            return True
        except FazhiError as fault:
            self.app.push_screen(MessageDialog(str(fault)))
            return False
        self._banner("")
        time = self._clock().strftime("%H:%M")
        self.query_one("#saved", Static).update(Content(strings.SAVED.format(time=time)))
        return True

    def say(self, text: str) -> None:
        """Show a line until the next step."""
        self.query_one("#message", Static).update(Content(text))

    def commit_note(self) -> bool:
        """Record what stands in the note and leave it; False where it was refused."""
        note = self.query_one(NoteArea)
        change = self.typed_change()
        if change is not None and not self._record_note(note, change):
            return False
        if note.has_focus:
            self.set_focus(None)
        return True

    def _record_note(self, note: NoteArea, change: Change) -> bool:
        if note.reason_for and not note.text.strip():
            note.show(self._note_before())
            self.say(strings.NOTHING_TYPED)
        elif not self.save(lambda: self.session.answer([change])):
            return False
        else:
            note.show(note.text)
        self.session.drop_draft()
        return True

    def typed_change(self) -> Change | None:
        """What stands in the note and is not recorded yet."""
        note = self.query_one(NoteArea)
        if self._noted is None or not note.is_changed:
            return None
        verdict = parse_verdict(note.reason_for) if note.reason_for else KEEP
        return Change(*self._noted, verdict=verdict, note=note.text)

    def on_note_area_typed(self) -> None:
        """Keep a draft of what is being typed."""
        change = self.typed_change()
        if change is None:
            return
        try:
            self.session.keep_draft(change)
        except OSError as error:
            self._banner(strings.NOT_SAVED.format(why=os_fault(error)))

    def keep_what_is_typed(self) -> None:
        """The process is being ended: record the note, or at least keep its draft."""
        change = self.typed_change()
        if change is None:
            return
        try:
            self.session.keep_draft(change)
            if change.verdict is KEEP or (isinstance(change.verdict, Verdict) and str(change.note).strip()):
                self.session.answer([change])
                self.session.drop_draft()
        except (FazhiError, OSError):
            return

    def ready_to_leave(self, leave_anyway: Callable[[], None]) -> bool:
        """Record and close; where something is not on disk, ask first and answer False."""
        if not self.commit_note():
            return False
        if not self.session.is_saved and not self.save(self.session.retry):
            return False
        if self.session.is_saved:
            self.session.close()
            return True
        question = ConfirmDialog(strings.NOT_SAVED_LEAVING, strings.LEAVE_TITLE)
        self.app.push_screen(question, lambda yes: self._leave(leave_anyway) if yes else None)
        return False

    def _leave(self, leave_anyway: Callable[[], None]) -> None:
        self.session.close()
        leave_anyway()

    def _note_before(self) -> str:
        checklist, name, item = self._noted or ("", "", "")
        sheet = self.session.assessment.sheet(checklist, name)
        return sheet.answer(item).note if sheet else ""

    def _banner(self, text: str) -> None:
        banner = self.query_one("#banner", Static)
        banner.display = bool(text)
        banner.update(Content(text))
        if text:
            self.query_one("#saved", Static).update("")

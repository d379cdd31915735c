"""A saving screen with a note: what is typed is kept as a draft and recorded when it is left."""

from __future__ import annotations

from fazhi_tui.domain.filling.answering import KEEP, Change
from fazhi_tui.domain.verdict import Verdict, parse_verdict
from fazhi_tui.errors import FazhiError
from fazhi_tui.os_faults import os_fault
from fazhi_tui.session import Session
from fazhi_tui.tui.screens.documents import DocumentsScreen
from fazhi_tui.tui.widgets.note_area import NoteArea
from fazhi_tui.tui.words import app_words, sheet_words
from fazhi_tui.workspace import Workspace


class WritingScreen(DocumentsScreen):
    """Needs a `NoteArea` besides."""

    def __init__(self, session: Session, workspace: Workspace) -> None:
        super().__init__(session, workspace)
        self._noted: tuple[str, str, str] | None = None

    def finish_typing(self) -> bool:
        """Record the note."""
        return self.commit_note()

    def commit_note(self) -> bool:
        """Record what stands in the note and leave it; False where it was refused."""
        note = self.query_one(NoteArea)
        change = self.typed_change()
        if change is None:
            self.session.drop_draft()
        elif not self._record_note(note, change):
            note.focus()
            return False
        if note.has_focus:
            self.set_focus(None)
        return True

    def _record_note(self, note: NoteArea, change: Change) -> bool:
        if note.reason_for and not note.text.strip():
            note.show(self._note_before())
            self.say(sheet_words.NOTHING_TYPED)
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
        """Keep a draft of what is being typed; none of what was taken out again."""
        change = self.typed_change()
        if change is None:
            self.session.drop_draft()
            return
        try:
            self.session.keep_draft(change)
        except OSError as error:
            self._banner(app_words.NOT_SAVED.format(why=os_fault(error)))

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

    def _note_before(self) -> str:
        checklist, name, item = self._noted or ("", "", "")
        sheet = self.session.assessment.sheet(checklist, name)
        return sheet.answer(item).note if sheet else ""

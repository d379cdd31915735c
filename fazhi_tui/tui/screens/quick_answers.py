"""An answering screen that saves typing: phrases, an editor, whole stages, last year's answers."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Sequence

from textual.app import SuspendNotSupported

from fazhi_tui.domain.filling.answering import Change
from fazhi_tui.domain.filling.former import Former, Proposal
from fazhi_tui.domain.filling.phrases import phrases
from fazhi_tui.domain.filling.whole_stage import whole_stage
from fazhi_tui.domain.log.events import Lane
from fazhi_tui.errors import BadInputError, FazhiError
from fazhi_tui.tui import external_editor
from fazhi_tui.tui.collecting import leave_out, undisturbed
from fazhi_tui.tui.dialogs.message import MessageDialog
from fazhi_tui.tui.dialogs.phrases import PhrasesDialog
from fazhi_tui.tui.dialogs.whole_stage import WholeStageDialog
from fazhi_tui.tui.screens.answering import AnsweringScreen
from fazhi_tui.tui.widgets.item_card import ItemCard
from fazhi_tui.tui.widgets.note_area import NoteArea
from fazhi_tui.tui.words import editor_words, sheet_words, stage_words


class QuickAnswersScreen(AnsweringScreen):
    """Looks for last year's self-check once, in a thread, after the first row is shown."""

    _former: Former | None = None

    def look_for_former(self) -> None:
        """Begin to read last year's self-check."""
        self.run_worker(self._read_former(), group="former")

    def action_take_former(self) -> None:
        """Answer as last year: verdict, and note and evidence where there are none."""
        row, proposal = self.row, self._proposal()
        if row is None or proposal is None:
            self.say(sheet_words.FORMER_NONE)
            return
        if self._change(proposal.change(row, self.query_one(NoteArea).text)):
            self.go_to_next_open()
            self.say(sheet_words.FORMER_TAKEN)

    def action_phrases(self) -> None:
        """Choose a text and put it into the note at the cursor."""
        row, note = self.row, self.query_one(NoteArea)
        if row is None:
            return
        note.focus()
        found = phrases(self.session.board, row, self.session.log.lane(Lane.OFFICER))
        self.app.push_screen(PhrasesDialog(found), lambda text: note.put(text) if text else None)

    def action_external_editor(self) -> None:
        """Write the note in the user's own editor."""
        if self.row is None:
            return
        self.on_note_area_typed()
        note = self.query_one(NoteArea)
        try:
            note.replace_all(self._edited(note.text))
        except SuspendNotSupported:
            self.app.push_screen(MessageDialog(editor_words.EDITOR_CANNOT_SUSPEND))
        except BadInputError as fault:
            self.app.push_screen(MessageDialog(str(fault)))
        note.focus()

    def action_whole_stage(self) -> None:
        """Answer everything open in this stage at once, after a preview."""
        row, view = self.row, self.view
        if row is None or view is None or not self.commit_note():
            return
        stage = whole_stage(r for r in view.rows if r.stage is row.stage)
        if not stage.rows:
            self.say(stage_words.STAGE_NOTHING)
            return
        dialog = WholeStageDialog(row.stage.title, stage, self._accept_all)
        self.app.push_screen(dialog, self._on_whole_stage)

    def _edited(self, text: str) -> str:
        command = external_editor.editor_command(os.environ)
        fault: BadInputError | None = None
        with self.app.suspend():
            # An error that left here would leave the screen to the editor for ever.
            try:
                text = external_editor.edit(text, command)
            except BadInputError as error:
                fault = error
        if fault is not None:
            raise fault
        return text

    def _accept_all(self, changes: Sequence[Change]) -> bool:
        self.session.check(changes)
        return self.save(lambda: self.session.answer(changes))

    def _on_whole_stage(self, count: int | None) -> None:
        if count is not None:
            self.go_to_next_open()
            self.say(stage_words.STAGE_DONE.format(count=count))

    async def _read_former(self) -> None:
        session = self.session
        try:
            self._former = await asyncio.to_thread(undisturbed, lambda: self._workspace.former(session))
        except FazhiError as fault:
            self.say(sheet_words.FORMER_UNREAD.format(why=fault.message))
        if self._former is not None:
            leave_out()
            self.query_one(ItemCard).show_former(self.said_last_year)

    def _proposal(self) -> Proposal | None:
        return self._former.proposal(self.row) if self._former and self.row else None

    @property
    def said_last_year(self) -> str:
        """What was said, once it has been read."""
        proposal = self._proposal()
        if proposal is None or self._former is None:
            return ""
        return former_words(self._former, proposal, self.session.assessment.year)


def former_words(former: Former, proposal: Proposal, year: int) -> str:
    """What was said, when if that is not last year, and the key that takes it."""
    is_last_year = former.year == year - 1 and not former.round
    when = "" if is_last_year else sheet_words.FORMER_WHEN.format(year=former.year, round=former.round)
    said = " · ".join(filter(None, (proposal.verdict.value, " ".join(proposal.note.split()))))
    return f"{when}{said}（{sheet_words.FORMER_HINT}）"

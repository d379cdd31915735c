"""A placed screen that answers: verdicts, notes, facts, evidence."""

from __future__ import annotations

from fazhi_tui.domain.answers import evidence_from
from fazhi_tui.domain.filling.answering import KEEP, Change
from fazhi_tui.domain.reckoning.sums import is_override
from fazhi_tui.domain.rows import Row
from fazhi_tui.domain.verdict import Verdict, parse_verdict
from fazhi_tui.tui.dialogs.facts import FactsDialog
from fazhi_tui.tui.dialogs.text import TextDialog
from fazhi_tui.tui.screens.jumping import JumpingScreen
from fazhi_tui.tui.widgets.note_area import NoteArea
from fazhi_tui.tui.words import sheet_words


class AnsweringScreen(JumpingScreen):
    """One key a clean item; a verdict that needs a reason asks for it first."""

    def action_answer(self, digit: int) -> None:
        """Give a verdict and go to the next open item; without the reason it needs, ask for that first."""
        verdict = parse_verdict(str(digit))
        note, row = self.query_one(NoteArea), self.row
        if verdict is None or row is None:
            return
        found = self.session.board.sum_of(row)
        is_against = is_override(found, verdict)
        if (verdict.needs_reason or is_against) and not note.text.strip():
            note.show("", reason_for=verdict.value)
            note.focus()
            proposal = found.proposal if found and is_against else None
            self.say(
                sheet_words.WRITE_OVERRIDE.format(proposal=proposal) if proposal else sheet_words.WRITE_REASON
            )
            return
        self._give(row, verdict)

    def action_accept(self) -> None:
        """Take the verdict the sum proposes; without one, confirm the verdict of an item asked anew."""
        row = self.row
        if row is None:
            return
        found = self.session.board.sum_of(row)
        proposal = found.proposal if found else None
        verdict = proposal or (row.answer.verdict if row.answer.was_asked else None)
        if verdict is None:
            self.say(sheet_words.NOTHING_TO_ACCEPT)
            return
        self._give(row, verdict)

    def action_clear(self) -> None:
        """Back to 未评."""
        if self.row is not None and self._change(Change(*self.row.key, verdict=None)):
            self.show()

    def action_doubt(self) -> None:
        """Mark the answer as doubtful, or no longer."""
        if self.row is not None and self._change(Change(*self.row.key, doubt=not self.row.answer.doubt)):
            self.show()

    def action_note(self) -> None:
        """Type in the note."""
        if self.row is not None:
            self.query_one(NoteArea).focus()

    def on_note_area_finished(self) -> None:
        """The note was left: record it; a reason given, go on."""
        note = self.query_one(NoteArea)
        gives_reason = bool(note.reason_for and note.text.strip())
        if not self.commit_note():
            return
        if gives_reason:
            self.go_to_next_open()
        else:
            self.show_card()

    def action_evidence(self) -> None:
        """Register evidence, a line each."""
        row = self.row
        if row is None or not self.commit_note():
            return
        hints = sheet_words.EVIDENCE_HINT
        if row.item.evidence:
            hints += "\n" + sheet_words.EVIDENCE_SUGGESTED.format(items="、".join(row.item.evidence))
        dialog = TextDialog(
            sheet_words.EVIDENCE_TITLE,
            foot=sheet_words.EVIDENCE_FOOT,
            hints=hints,
            text="\n".join(e.text for e in row.answer.evidence),
            accept=lambda text: self._accept_evidence(row, text),
            keeps_on_escape=True,
        )
        self.app.push_screen(dialog, lambda _: self.show())

    def action_facts(self) -> None:
        """Register facts; what they come to is shown while they are typed."""
        row = self.row
        if row is None or not self.commit_note():
            return
        if not row.item.facts:
            self.say(sheet_words.FACTS_NONE)
            return
        board = self.session.board
        dialog = FactsDialog(
            row.item.facts,
            row.answer.facts,
            read=lambda facts: board.checked_facts(row, facts),
            preview=lambda facts: found.text if (found := board.sum_of_facts(row, facts)) else "",
            accept=lambda facts: self._accept(Change(*row.key, facts=facts)),
        )
        self.app.push_screen(dialog, lambda _: self.show())

    def _give(self, row: Row, verdict: Verdict) -> None:
        note = self.query_one(NoteArea)
        typed = note.text if note.is_changed else KEEP
        if self._change(Change(*row.key, verdict=verdict, note=typed)):
            self.go_to_next_open()

    def _change(self, change: Change) -> bool:
        if not self.save(lambda: self.session.answer([change])):
            return False
        self.session.drop_draft()
        return True

    def _accept_evidence(self, row: Row, text: str) -> None:
        evidence = tuple(evidence_from(line) for line in text.splitlines() if line.strip())
        self._accept(Change(*row.key, evidence=evidence))

    def _accept(self, change: Change) -> None:
        # Refusals go to the dialog, which stays with what was typed; a failing disk shows in the banner.
        self.session.check([change])
        self.save(lambda: self.session.answer([change]))

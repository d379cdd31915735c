"""The sheet: one item at a time, one key a clean item."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from fazhi_tui.domain.assessment import State
from fazhi_tui.domain.reviewing.standing import returned
from fazhi_tui.domain.unit import OBJECT_KINDS
from fazhi_tui.tui import navigation
from fazhi_tui.tui.dialogs.add_sheet import AddSheetDialog
from fazhi_tui.tui.dialogs.help import HelpDialog
from fazhi_tui.tui.dialogs.menu import Entry
from fazhi_tui.tui.dialogs.reading import ReadingDialog
from fazhi_tui.tui.dialogs.sheets import SheetChoice, SheetsDialog
from fazhi_tui.tui.dialogs.text import TextDialog
from fazhi_tui.tui.ending import keep_text, shown_unfinished
from fazhi_tui.tui.keys import NOTE, SHEET, bindings
from fazhi_tui.tui.rewritten import keys_of, step_words
from fazhi_tui.tui.screens.gaps import show_gaps
from fazhi_tui.tui.screens.quick_answers import QuickAnswersScreen
from fazhi_tui.tui.widgets.item_card import ItemCard
from fazhi_tui.tui.widgets.key_words import KeyLine
from fazhi_tui.tui.widgets.note_area import NoteArea
from fazhi_tui.tui.widgets.stage_list import StageList
from fazhi_tui.tui.widgets.steady import SteadyText
from fazhi_tui.tui.widgets.title_bar import TitleBar
from fazhi_tui.tui.widgets.verdict_bar import VerdictBar
from fazhi_tui.tui.words import app_words, document_words, review_words, sheet_words, sheets_words


class SheetScreen(QuickAnswersScreen):
    """Walks an officer through the board."""

    BINDINGS = bindings(SHEET)
    AUTO_FOCUS = ""

    def compose(self) -> ComposeResult:
        """Title, stages beside the card and its note, message, verdicts, keys."""
        yield TitleBar()
        yield Static(id="banner", markup=False)
        with Horizontal(id="body"):
            yield StageList(id="stages")
            with Vertical(id="work"):
                yield ItemCard(id="card")
                yield NoteArea(id="note")
        yield SteadyText(id="message", markup=False)
        with Horizontal(id="verdicts"):
            yield VerdictBar(id="bar")
            yield SteadyText(id="saved", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """Show where the officer stands; say so if something half typed was recovered."""
        self.query_one("#banner", Static).display = False
        recovered = self.session.recovered
        if recovered is not None:
            self._place = navigation.locate(self.session.board, recovered.key) or self._place
        self.show()
        self.call_after_refresh(self.look_for_former)
        if line := sheet_words.RECOVERED if recovered is not None else self._returned_line():
            self.say(line)
        if self.session.unfit:
            self._show_unfit()

    def _returned_line(self) -> str:
        """What was given back to be mended; empty for nothing."""
        if self.session.assessment.state is not State.RETURNED:
            return ""
        count, text = len(returned(self.session.board)), " ".join(self.returned_for.split())
        rows = review_words.RETURNED_ROWS.format(count=count) if count else ""
        return "  ".join(filter(None, [rows, text and review_words.RETURNED_FOR.format(text=text)]))

    def menu(self) -> tuple[Entry, ...]:
        """Everything before, and what has no room in the footer: a mouse has only these."""
        return (*super().menu(), ("gaps", document_words.MENU_GAPS), ("back", document_words.MENU_BACK))

    def action_sheets(self) -> None:
        """Choose, add or declare absent."""
        if not self.commit_note():
            return
        at = (self.view.checklist.id, self.view.sheet.object) if self.view else ("", "")
        dialog = SheetsDialog(self.session.assessment, self.session.board, at)
        self.app.push_screen(dialog, self._on_sheet_choice)

    def action_undo(self) -> None:
        """Take back the last step and say which."""
        if self.commit_note() and self.save(self.session.undo):
            self._show_rewritten(app_words.UNDONE)

    def action_redo(self) -> None:
        """Take up again the step taken back last."""
        if self.commit_note() and self.save(self.session.redo):
            self._show_rewritten(app_words.REDONE)

    async def action_gaps(self) -> None:
        """Show the gap list; what is chosen there is opened here."""
        if self.commit_note():
            await show_gaps(self.app, self.session, self._clock, lambda key: self.go_to(key) if key else None)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Enter is a new line while a note is being typed; the footer is not to say otherwise."""
        if action == "next_open" and isinstance(self.focused, NoteArea):
            return False
        return super().check_action(action, parameters)

    def action_help(self) -> None:
        """Show the keys."""
        self.app.push_screen(HelpDialog(sheet_words.SCREEN_SHEET, (*SHEET, *NOTE)))

    def on_verdict_bar_chosen(self, event: VerdictBar.Chosen) -> None:
        """A click is the digit."""
        self.action_answer(int(event.verdict.digit))

    def _show_unfit(self) -> None:
        """Show what was being typed and does not fit, kept elsewhere first: the next draft replaces it."""
        try:
            keep_text(self._workspace.data, app_words.UNFIT_PLACE, self._clock(), self.session.unfit)
        except OSError:
            self.app.push_screen(ReadingDialog(app_words.UNFIT_PLACE, self.session.unfit))
            return
        self.session.drop_draft()
        dialog = shown_unfinished(self._workspace.data)
        if dialog is not None:
            self.app.push_screen(dialog)

    def _show_rewritten(self, said: str) -> None:
        """Stand where the step was that was taken back or up again, and say what it was."""
        step, board = self.session.rewritten, self.session.board
        key = next((key for key in keys_of(step) if len(key) == 3), None)
        place = navigation.locate(board, key) if key else None
        self._place = place or navigation.clamped(board, self._place)
        self.show()
        self.say(said.format(what=step_words(step, board)))

    def _on_sheet_choice(self, choice: SheetChoice | None) -> None:
        if choice is None:
            return
        if choice.action == "go":
            self.go_to_sheet(choice.checklist, choice.name)
        elif choice.action == "add":
            self.app.push_screen(
                AddSheetDialog(choice.kind, lambda name, role: self._add_sheet(choice, name, role)),
                lambda name: self.go_to_sheet(choice.checklist, name) if name else None,
            )
        else:
            self._ask_why_absent(choice)

    def _add_sheet(self, choice: SheetChoice, name: str, role: str) -> str:
        self.saved_or_told(
            lambda: self.session.add_sheet(choice.checklist, name, kind=choice.kind, role=role)
        )
        return self.session.assessment.sheets[-1].object

    def _ask_why_absent(self, choice: SheetChoice) -> None:
        dialog = TextDialog(
            sheets_words.ABSENT_TITLE.format(
                kind=OBJECT_KINDS[choice.kind], checklist=self._title_of(choice.checklist)
            ),
            foot=sheets_words.ABSENT_FOOT,
            hints=sheets_words.ABSENT_HINT,
            text="",
            accept=lambda why: self.saved_or_told(
                lambda: self.session.declare_absent(choice.checklist, choice.kind, why)
            ),
            keeps_on_escape=False,
        )
        self.app.push_screen(dialog, lambda done: self._on_absent(choice) if done else None)

    def _title_of(self, checklist: str) -> str:
        return next(c.title for c in self.session.board.checklists if c.id == checklist)

    def _on_absent(self, choice: SheetChoice) -> None:
        self.show()
        self.say(sheets_words.ABSENT_DONE.format(kind=OBJECT_KINDS[choice.kind]))

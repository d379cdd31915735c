"""A screen from which an assessment moves on: 送审, 撤回, 退回, 定稿, and its hand-over file."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from fazhi_tui.domain.assessment import State
from fazhi_tui.domain.log.events import Lane
from fazhi_tui.domain.log.handover_format import SUFFIX
from fazhi_tui.domain.reviewing.remarks import Remark
from fazhi_tui.tui.dialogs.export import ExportDialog
from fazhi_tui.tui.dialogs.menu import Entry, MenuDialog
from fazhi_tui.tui.dialogs.message import ConfirmDialog, MessageDialog
from fazhi_tui.tui.dialogs.text import TextDialog
from fazhi_tui.tui.screens.reference import ReferenceScreen
from fazhi_tui.tui.words import app_words, document_words, review_words

_MOVES: dict[tuple[State, Lane], tuple[Entry, ...]] = {
    (State.FILLING, Lane.OFFICER): (("submit", document_words.MOVE_SUBMIT),),
    (State.RETURNED, Lane.OFFICER): (("submit", document_words.MOVE_SUBMIT),),
    (State.SUBMITTED, Lane.OFFICER): (
        ("recall", document_words.MOVE_RECALL),
        ("finalise", document_words.MOVE_FINALISE),
    ),
    (State.SUBMITTED, Lane.ADVISER): (
        ("give_back", document_words.MOVE_RETURN),
        ("finalise", document_words.MOVE_FINALISE),
    ),
}


class MovingScreen(ReferenceScreen[None]):
    """Offers what the state and the side allow."""

    def moved(self) -> None:
        """The state has changed; a screen that shows it shows it anew."""

    def menu(self) -> tuple[Entry, ...]:
        """What can be done from here: the ways on, and the hand-over file always."""
        state, lane = self.session.assessment.state, self.session.lane
        words = (("read_return", document_words.MENU_READ_RETURN),) if self.returned_for else ()
        return (*_MOVES.get((state, lane), ()), ("hand_over", document_words.MOVE_HAND_OVER), *words)

    @property
    def returned_for(self) -> str:
        """What the adviser wrote on the whole, while it is the officer's to mend; empty for nothing."""
        assessment = self.session.assessment
        return assessment.returned_for if assessment.state is State.RETURNED else ""

    def action_read_return(self) -> None:
        """Show what the adviser wrote on the whole."""
        self.app.push_screen(MessageDialog(self.returned_for))

    def action_menu(self) -> None:
        """Ask what to do."""
        if self.finish_typing():
            hint = document_words.MENU_STATE.format(state=self.session.assessment.state)
            self.app.push_screen(MenuDialog(app_words.MENU_TITLE, hint, self.menu()), self._on_menu)

    def action_submit(self) -> None:
        """送审."""
        self._go(lambda: self._tell(document_words.SUBMITTED, self.session.submit()))

    def action_recall(self) -> None:
        """Take a submission back."""
        self._go(self.session.recall)

    def action_give_back(self) -> None:
        """退回, with an opinion on the whole."""
        dialog = TextDialog(
            review_words.RETURN_ALL_TITLE,
            foot=review_words.OPINION_FOOT,
            hints=review_words.RETURN_ALL_HINT,
            text="",
            accept=lambda text: self.saved_or_told(lambda: self.session.give_back(text)),
            keeps_on_escape=False,
        )
        self.app.push_screen(dialog, lambda done: self.moved() if done else None)

    def action_finalise(self) -> None:
        """定稿, after asking; what it would pass over is said before, since nothing takes it back."""
        without_review = self.session.lane is Lane.OFFICER
        question = document_words.FINAL_WITHOUT_REVIEW if without_review else document_words.FINAL_QUESTION
        passed_over = () if without_review else self.session.passed_over
        lines = [question, *(f"提醒 · {remark.title}" for remark in passed_over)]
        self.app.push_screen(
            ConfirmDialog("\n".join(lines), document_words.FINAL_TITLE),
            lambda yes: self._finalise(without_review=without_review) if yes else None,
        )

    def action_hand_over(self) -> None:
        """Write the hand-over file."""
        path = Path.cwd() / f"{self.session.assessment.id}{SUFFIX}"
        dialog = ExportDialog(
            path,
            document_words.HANDOVER_NOTICE,
            lambda _: self.session.handover(),
            title=document_words.HANDOVER_TITLE,
        )
        self.app.push_screen(dialog, self._handed_over)

    def action_back(self) -> None:
        """Home again."""
        if self.ready_to_leave(self._home):
            self._home()

    def _home(self) -> None:
        self.dismiss(None)

    async def _on_menu(self, action: str | None) -> None:
        if action is not None:
            await self.run_action(action)

    def _go(self, verb: Callable[[], object]) -> None:
        if self.save(verb):
            self.moved()

    def _tell(self, done: str, remarks: Iterable[Remark]) -> None:
        lines = [done, *(line for remark in remarks for line in remark_lines(remark))]
        self.app.push_screen(MessageDialog("\n".join(lines)))

    def _finalise(self, *, without_review: bool) -> None:
        self._go(
            lambda: self._tell(document_words.FINALISED, self.session.finalise(without_review=without_review))
        )

    def _handed_over(self, path: Path | None) -> None:
        if path is not None:
            self.say(document_words.HANDED_OVER.format(path=path, code=self.session.check_code))


def remark_lines(remark: Remark) -> list[str]:
    """A remark's title and its places."""
    return [f"提醒 · {remark.title}：", *(f"  {line}" for line in remark.lines)]

"""The adviser's screen: what needs a look first, the answer below, one key an opinion."""

from __future__ import annotations

from collections.abc import Callable

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Static
from textual.widgets.option_list import Option

from fazhi_tui.domain.answers import Opinion
from fazhi_tui.domain.reviewing.review import Judgement, agreement
from fazhi_tui.domain.reviewing.standing import standing, unjudged
from fazhi_tui.domain.reviewing.worklist import agreeable
from fazhi_tui.domain.rows import Row
from fazhi_tui.domain.scoring import by_officer, by_reviewed, score_board, shown_range
from fazhi_tui.domain.verdict import Verdict
from fazhi_tui.session import Session
from fazhi_tui.tui.dialogs.correct import CorrectDialog
from fazhi_tui.tui.dialogs.help import HelpDialog
from fazhi_tui.tui.dialogs.message import ConfirmDialog
from fazhi_tui.tui.dialogs.text import TextDialog
from fazhi_tui.tui.keys import REVIEW, bindings
from fazhi_tui.tui.review_list import Filter, Listed, listed, review_line
from fazhi_tui.tui.rewritten import step_words
from fazhi_tui.tui.screens.documents import DocumentsScreen
from fazhi_tui.tui.screens.gaps import show_gaps
from fazhi_tui.tui.widgets.item_card import ItemCard
from fazhi_tui.tui.widgets.key_words import KeyLine
from fazhi_tui.tui.widgets.line import Line
from fazhi_tui.tui.widgets.row_list import RowList
from fazhi_tui.tui.widgets.title_bar import TitleBar
from fazhi_tui.tui.words import app_words, review_words
from fazhi_tui.workspace import Workspace


class ReviewScreen(DocumentsScreen):
    """Every opinion is recorded at once and the next row comes up."""

    BINDINGS = bindings(REVIEW)
    AUTO_FOCUS = "#rows"

    def __init__(self, session: Session, workspace: Workspace) -> None:
        super().__init__(session, workspace)
        self._filter = Filter.FIRST
        self._listed: tuple[Listed, ...] = ()

    def compose(self) -> ComposeResult:
        """Title, list, card, message, opinions, keys."""
        yield TitleBar()
        yield Static(id="banner", markup=False)
        yield RowList(id="rows", markup=False, compact=True)
        yield ItemCard(id="card", dense=True)
        yield Static(id="message", markup=False)
        with Horizontal(id="opinions"):
            yield Static(review_words.OPINIONS, markup=False, id="keys")
            yield Static(id="saved", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """Begin with what needs a look; where nothing does, with what is not reviewed."""
        self.query_one("#banner", Static).display = False
        self.reload()
        if not self._listed:
            self._filter = Filter.ALL
            self.reload()

    @property
    def row(self) -> Row | None:
        """The row on the card."""
        highlighted = self.query_one("#rows", RowList).highlighted
        return self._listed[highlighted].row if highlighted is not None and self._listed else None

    def reload(self, at: int = 0) -> None:
        """Read the list again, standing on the given place."""
        board = self.session.board
        self._listed = listed(board, self.session.found_here, self._filter)
        options = self.query_one("#rows", RowList)
        options.clear_options()
        options.add_options([Option(Line(review_line(entry))) for entry in self._listed])
        options.highlighted = min(at, len(self._listed) - 1) if self._listed else None
        self._show_head()
        self._show_card()

    def on_option_list_option_highlighted(self) -> None:
        """Show its card."""
        self._show_card()

    def action_next(self) -> None:
        """Go on to the next."""
        self.query_one("#rows", RowList).action_cursor_down()

    def action_agree(self) -> None:
        """同意."""
        row = self.row
        if row is not None:
            self._judge(lambda: self.session.review([Judgement(*row.key, Opinion.AGREE)]))

    def action_correct(self) -> None:
        """更正 with the adviser's own verdict and an opinion."""
        row = self.row
        if row is None:
            return
        dialog = CorrectDialog(row.answer.settled, _said(row), lambda v, text: self._correct(row, v, text))
        self.app.push_screen(dialog, self._judged)

    def action_return(self) -> None:
        """退回 this answer with an opinion."""
        row = self.row
        if row is None:
            return
        dialog = TextDialog(
            review_words.RETURN_TITLE,
            foot=review_words.OPINION_FOOT,
            hints=review_words.RETURN_HINT,
            text=_said(row),
            accept=lambda text: self._return(row, text),
            keeps_on_escape=False,
        )
        self.app.push_screen(dialog, self._judged)

    def action_agree_rest(self) -> None:
        """Agree with everything that is of no concern, after saying how much that is."""
        rows = agreeable(self.session.board, self.session.found_here)
        if not rows:
            self.say(review_words.AGREE_REST_NONE)
            return
        left = len(unjudged(self.session.board)) - len(rows)
        question = ConfirmDialog(
            review_words.AGREE_REST.format(count=len(rows), left=left), review_words.AGREE_REST_TITLE
        )
        self.app.push_screen(
            question,
            lambda yes: self._judge(lambda: self.session.review(agreement(rows))) if yes else None,
        )

    def action_filter(self) -> None:
        """The next filter."""
        self._filter = self._filter.next
        self.reload()

    def action_undo(self) -> None:
        """Take back the adviser's last step."""
        if self.save(self.session.undo):
            self._show_rewritten(app_words.UNDONE)

    def action_redo(self) -> None:
        """Take up again the step taken back last."""
        if self.save(self.session.redo):
            self._show_rewritten(app_words.REDONE)

    async def action_gaps(self) -> None:
        """Show the gap list."""
        await show_gaps(self.app, self.session, self._clock, lambda _: self.reload(self._at))

    def action_help(self) -> None:
        """Show the keys."""
        self.app.push_screen(HelpDialog(review_words.SCREEN_REVIEW, REVIEW))

    def action_scroll_card(self, by: int) -> None:
        """Turn a page of the card."""
        self.query_one(ItemCard).turn_page(by)

    def moved(self) -> None:
        """The state has changed: show it."""
        self.reload(self._at)

    @property
    def _at(self) -> int:
        return self.query_one("#rows", RowList).highlighted or 0

    def _judge(self, verb: Callable[[], object]) -> None:
        if self.save(verb):
            self._judged(is_done=True)

    def _correct(self, row: Row, verdict: Verdict, text: str) -> None:
        judgement = Judgement(*row.key, Opinion.CORRECT, verdict, text)
        self.saved_or_told(lambda: self.session.review([judgement]))

    def _return(self, row: Row, text: str) -> None:
        judgement = Judgement(*row.key, Opinion.RETURN, None, text)
        self.saved_or_told(lambda: self.session.review([judgement]))

    def _judged(self, is_done: bool | None) -> None:  # noqa: FBT001 - a dialog's result
        if is_done:
            stays = self._filter in {Filter.ALL, Filter.JUDGED}
            self.reload(self._at + (1 if stays else 0))

    def _show_rewritten(self, said: str) -> None:
        self.reload(self._at)
        self.say(said.format(what=step_words(self.session.rewritten, self.session.board)))

    def _show_head(self) -> None:
        board = self.session.board
        done = sum(standing(row) is not None for row in board.rows())
        own, reviewed = score_board(board, by_officer)[0], score_board(board, by_reviewed)[0]
        where = f"{self.session.assessment.title} · {self.session.assessment.state}"
        progress = review_words.REVIEW_PROGRESS.format(
            filter=self._filter,
            count=len(self._listed),
            done=done,
            left=len(unjudged(board)),
            own=shown_range(own),
            reviewed=shown_range(reviewed),
        )
        self.query_one(TitleBar).show(where, progress)

    def _show_card(self) -> None:
        row = self.row
        found = self.session.board.sum_of(row) if row else None
        self.query_one(ItemCard).show_row(row, row.sheet.object if row else "", found)
        reasons = self._listed[self._at].reasons if self._listed else ()
        self.say("；".join(reason.words for reason in reasons))


def _said(row: Row) -> str:
    found = standing(row)
    return found.text if found else ""

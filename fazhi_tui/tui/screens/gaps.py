"""The gap list: what falls short, what is done about it, and its export."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from textual.app import App, ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static
from textual.widgets.option_list import Option

from fazhi_tui.documents import GAP_LIST_FORMS, form_of, gap_list
from fazhi_tui.domain.rectifying.ledger import Entry
from fazhi_tui.domain.scoring import by_reviewed, score_board
from fazhi_tui.overwriting import export_list
from fazhi_tui.recording import Clock
from fazhi_tui.session import Session
from fazhi_tui.tui.dialogs.export import ExportDialog, exported_words
from fazhi_tui.tui.dialogs.help import HelpDialog
from fazhi_tui.tui.dialogs.waiting import wait_shortly
from fazhi_tui.tui.gap_list import DETAIL, Filter, Order, details, gap_line, head_words, listed
from fazhi_tui.tui.keys import GAPS, bindings
from fazhi_tui.tui.rewritten import step_words
from fazhi_tui.tui.screens.overview import OverviewScreen
from fazhi_tui.tui.screens.rectifying import RectifyingScreen
from fazhi_tui.tui.widgets.key_words import KeyLine
from fazhi_tui.tui.widgets.labelled import LabelledTexts
from fazhi_tui.tui.widgets.line import Line
from fazhi_tui.tui.widgets.pane import Pane
from fazhi_tui.tui.widgets.row_list import RowList
from fazhi_tui.tui.words import app_words, gap_words, waiting_words

Key = tuple[str, str, str]


async def show_gaps(
    app: App[int], session: Session, clock: Clock, left: Callable[[Key | None], None]
) -> None:
    """Show a session's gap list once its former years are read; `left` gets the row to open."""

    def show(_: object) -> None:
        app.push_screen(GapsScreen(session, clock), left)

    await wait_shortly(app, waiting_words.LISTING, lambda _: session.former, show)


class GapsScreen(RectifyingScreen[Key]):
    """Returns the row to open, None for none; records what is done about gaps where it may be written."""

    BINDINGS = bindings(GAPS)
    AUTO_FOCUS = "#gaps"

    def __init__(self, session: Session, clock: Clock) -> None:
        super().__init__(session, clock)
        self._filter = Filter.ALL
        self._order = Order.LIST
        self._every: tuple[Entry, ...] = ()
        self._entries: tuple[Entry, ...] = ()
        self._kept: Path | None = None

    def compose(self) -> ComposeResult:
        """Title, counts, list, detail, keys."""
        with Horizontal(classes="bar"):
            yield Static(Content(self.session.assessment.title), id="where")
            yield Static(id="saved", markup=False)
        yield Static(id="banner", markup=False)
        yield Static(id="head", markup=False)
        yield RowList(id="gaps", markup=False, compact=True)
        yield Pane(id="detail")
        yield Static(id="message", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """Stand on the first gap."""
        self.query_one("#banner", Static).display = False
        self.recorded()

    @property
    def entry(self) -> Entry | None:
        """The gap stood on."""
        highlighted = self.query_one("#gaps", RowList).highlighted
        return self._entries[highlighted] if highlighted is not None and self._entries else None

    def recorded(self) -> None:
        """Read the ledger again, standing where one stood."""
        self._every = self.session.ledger(self._clock().date())
        self._list()

    def _list(self) -> None:
        stood_on = self.entry
        self._entries = listed(self._every, self._filter, self._order)
        options = self.query_one("#gaps", RowList)
        options.clear_options()
        options.add_options([Option(Line(gap_line(entry))) for entry in self._entries])
        keys = [entry.key for entry in self._entries]
        at = keys.index(stood_on.key) if stood_on and stood_on.key in keys else 0
        options.highlighted = at if keys else None
        open_ = score_board(self.session.board, by_reviewed)[0].open
        words = head_words(self._every, open_, self._filter, self._order)
        self.query_one("#head", Static).update(Content(words))
        self._show_detail()

    def on_option_list_option_highlighted(self) -> None:
        """Show its detail."""
        self._show_detail()

    def on_option_list_option_selected(self) -> None:
        """A click opens it."""
        self.action_open()

    def action_open(self) -> None:
        """Return the row of the highlighted gap."""
        entry = self.entry
        if entry is not None and entry.gap is not None:
            self.dismiss(entry.gap.row.key)

    def action_back(self) -> None:
        """Return nothing."""
        self.dismiss(None)

    def action_filter(self) -> None:
        """The next filter."""
        self._filter = self._filter.next
        self._list()

    def action_order(self) -> None:
        """The next order."""
        self._order = self._order.next
        self._list()

    def action_undo(self) -> None:
        """Take back one's own last step and say which."""
        if self.save(self.session.undo):
            self.recorded()
            self.say(app_words.UNDONE.format(what=step_words(self.session.rewritten, self.session.board)))

    def action_overview(self) -> None:
        """Show the verdicts as bars."""
        self.app.push_screen(OverviewScreen(self.session))

    def action_export(self) -> None:
        """Ask where to write the gap list."""
        assessment = self.session.assessment
        open_ = score_board(self.session.board, by_reviewed)[0].open
        notice = [gap_words.EXPORT_FORMS, *([gap_words.DRAFT_NOTICE.format(open=open_)] if open_ else [])]
        path = Path.cwd() / f"{assessment.id}差距清单.md"
        self.app.push_screen(
            ExportDialog(path, "\n".join(notice), self._made, write=self._write), self._exported
        )

    def action_help(self) -> None:
        """Show the keys."""
        self.app.push_screen(HelpDialog(gap_words.SCREEN_GAPS, GAPS))

    def action_scroll_detail(self, by: int) -> None:
        """Turn a page of the detail."""
        self.query_one(Pane).turn_page(by)

    def _made(self, path: Path) -> bytes:
        return gap_list(self.session, form_of(path, GAP_LIST_FORMS, gap_words.GAP_LIST))

    def _write(self, path: Path, data: bytes) -> None:
        self._kept = export_list(self.session, path, data)

    def _exported(self, path: Path | None) -> None:
        if path is not None:
            self.say(exported_words(path, self._kept))

    def _show_detail(self) -> None:
        self.query_one(Pane).show(LabelledTexts(DETAIL, details(self.entry)))

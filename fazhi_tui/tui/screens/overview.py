"""The overview: where a self-check stands, for someone who does not fill it in."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widgets import Static

from fazhi_tui.session import Session
from fazhi_tui.tui import overview
from fazhi_tui.tui.dialogs.help import HelpDialog
from fazhi_tui.tui.keys import OVERVIEW, bindings
from fazhi_tui.tui.widgets.key_words import KeyLine
from fazhi_tui.tui.widgets.title_bar import TitleBar
from fazhi_tui.tui.words import overview_words


class OverviewScreen(Screen[None]):
    """Only shows; arrows and page keys turn it."""

    BINDINGS = bindings(OVERVIEW)
    AUTO_FOCUS = "#overview"

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._standing = overview.standing(session.board)

    def compose(self) -> ComposeResult:
        """Title, figures, legend, bars, keys."""
        session = self._session
        yield TitleBar(f"{session.assessment.title} · {overview_words.SCREEN_OVERVIEW}")
        yield Static(overview.head(self._standing, session.assessment.state), id="head")
        yield Static(overview.legend(), id="legend")
        with VerticalScroll(id="overview"):
            yield Static(id="bars")
        yield KeyLine()

    def on_resize(self) -> None:
        """Fit the bars to the width."""
        scroll = self.query_one("#overview", VerticalScroll)
        width = self.size.width - scroll.scrollbar_size_vertical - 2
        self.query_one("#bars", Static).update(overview.body(self._standing, width))

    def action_back(self) -> None:
        """Back to where one came from."""
        self.dismiss(None)

    def action_help(self) -> None:
        """Show the keys."""
        self.app.push_screen(HelpDialog(overview_words.SCREEN_OVERVIEW, OVERVIEW))

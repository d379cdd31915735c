"""Home: the list of assessments and what stands in the highlighted one.

The list is shown first; the screens and dialogs behind it are imported while it is being read.
"""

from __future__ import annotations

import asyncio
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static
from textual.widgets.option_list import Option

from fazhi_tui.errors import FazhiError
from fazhi_tui.tui.collecting import tidy_up, undisturbed
from fazhi_tui.tui.home_list import columns, detail, list_line
from fazhi_tui.tui.keys import HOME, bindings
from fazhi_tui.tui.screens.opening import OpeningScreen
from fazhi_tui.tui.widgets.key_words import KeyLine
from fazhi_tui.tui.widgets.line import Line
from fazhi_tui.tui.widgets.row_list import RowList
from fazhi_tui.tui.widgets.title_bar import TitleBar
from fazhi_tui.tui.words import app_words, home_words, waiting_words
from fazhi_tui.workspace import Listed, Workspace

if TYPE_CHECKING:
    from fazhi_tui.domain.log.merge import Merging
    from fazhi_tui.loading.checklists.checklist_files import Library
    from fazhi_tui.session import Session
    from fazhi_tui.tui.dialogs.waiting import Claim

# So many are on the screen at once; the rest comes after so many seconds, when nobody has read them yet.
FIRST = 50
REST_AFTER = 0.1
# The screen that was left is gone by then.
TIDY_AFTER = 0.5
_BEHIND = (
    *(f"fazhi_tui.tui.screens.{name}" for name in ("sheet", "gaps", "overview", "review")),
    *(f"fazhi_tui.tui.dialogs.{name}" for name in ("help", "menu", "message", "new_assessment", "merge")),
    "fazhi_tui.loading.handover",
)


def _import_behind() -> None:
    for name in _BEHIND:
        import_module(name)


class HomeScreen(OpeningScreen):
    """Where the officer begins and comes back to."""

    BINDINGS = bindings(HOME)
    AUTO_FOCUS = "#assessments"

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._listed: list[Listed] = []

    def compose(self) -> ComposeResult:
        """Title, columns, list, detail, keys."""
        yield TitleBar(f"{app_words.APP}   {self._workspace.actor}")
        yield Static(Content(columns(home_words.HOME_COLUMNS)), id="columns")
        yield RowList(id="assessments", markup=False, compact=True)
        yield Static(Content(home_words.WELCOME), id="welcome")
        yield Static(id="detail", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """Fill the list."""
        self.reload(at_most=FIRST)
        self.set_timer(REST_AFTER, self._show_the_rest)

    def _show_the_rest(self) -> None:
        if len(self._listed) == FIRST:
            self.reload()
        self.run_worker(asyncio.to_thread(undisturbed, _import_behind), group="behind")

    def back_at(self, id: str) -> None:
        """An assessment has been left: list it as it is now."""
        self.reload(id)
        self.set_timer(TIDY_AFTER, self._tidy_up)

    def _tidy_up(self) -> None:
        # Where another one is open by then, its keys would wait; the way back from it comes here again.
        if self.app.screen is self:
            tidy_up()

    def reload(self, select: str | None = None, at_most: int | None = None) -> None:
        """Read the list again, or its beginning, standing on the same or on the given assessment."""
        wanted = select or self.selected
        try:
            self._listed = self._workspace.list(at_most)
        except FazhiError as fault:
            self._listed = []
            self._tell(str(fault))
        options = self.query_one("#assessments", RowList)
        options.clear_options()
        options.add_options([Option(Line(list_line(entry)), id=entry.id) for entry in self._listed])
        ids = [entry.id for entry in self._listed]
        options.highlighted = (ids.index(wanted) if wanted in ids else 0) if ids else None
        self.set_class(not ids, "-empty")
        options.focus()
        self._show_detail()

    @property
    def selected(self) -> str | None:
        """The id the officer stands on."""
        options = self.query_one("#assessments", RowList)
        return (
            self._listed[options.highlighted].id if options.highlighted is not None and self._listed else None
        )

    def on_option_list_option_highlighted(self) -> None:
        """Show what stands in it."""
        self._show_detail()

    def on_option_list_option_selected(self) -> None:
        """A click opens it; after the keys pressed before it, not beside them."""
        self.app.call_later(self.action_open)

    async def action_open(self) -> None:
        """Open the sheet at the first open item."""
        await self._open_at(None)

    async def action_new(self) -> None:
        """Ask for a new assessment."""
        from fazhi_tui.tui.dialogs.waiting import wait_shortly

        await wait_shortly(
            self.app, waiting_words.READING_CHECKLISTS, lambda _: self._workspace.library(), self._ask_for_new
        )

    def _ask_for_new(self, library: Library) -> None:
        from fazhi_tui.tui.dialogs.new_assessment import NewAssessmentDialog

        year = self._workspace.clock().year
        chosen = self._workspace.default_checklists(library)
        dialog = NewAssessmentDialog(library.checklists, chosen, year, self._workspace.create)
        self.app.push_screen(dialog, self._made)

    async def action_demo(self) -> None:
        """Make the example, or stand on it."""
        from fazhi_tui.demo import make_demo
        from fazhi_tui.tui.dialogs.waiting import wait_shortly

        def work(claim: Claim) -> str | None:
            return make_demo(self._workspace) if claim.take() else None

        await wait_shortly(self.app, waiting_words.MAKING_DEMO, work, self.reload)

    def action_merge(self) -> None:
        """Ask for a hand-over file."""
        from fazhi_tui.domain.log.handover_format import SIZE_LIMIT
        from fazhi_tui.loading.given_file import read_given
        from fazhi_tui.loading.handover import read_handover
        from fazhi_tui.tui.dialogs.merge import MergeDialog

        def take(path: Path, takes_over: bool, *, is_preview: bool) -> Merging:  # noqa: FBT001
            given = read_handover(read_given(path, SIZE_LIMIT), file=path.name)
            act = self._workspace.preview_merge if is_preview else self._workspace.merge
            return act(given, takes_over=takes_over)

        dialog = MergeDialog(Path.cwd(), partial(take, is_preview=True), partial(take, is_preview=False))
        self.app.push_screen(dialog, lambda id: self.reload(id) if id else None)

    def action_delete(self) -> None:
        """Move an assessment to the trash, after asking."""
        from fazhi_tui.tui.dialogs.message import ConfirmDialog

        id = self.selected
        if id is not None:
            question = home_words.DELETE_QUESTION.format(title=id)
            self.app.push_screen(
                ConfirmDialog(question, home_words.DELETE_TITLE),
                lambda yes: self._delete(id) if yes else None,
            )

    async def action_gaps(self) -> None:
        """Show the gap list; where another process writes, only to read."""
        id = self.selected
        if id is None:
            return

        def with_former_years() -> Session:
            session = self._open_or_read(id)
            try:
                session.ledger()
            except BaseException:
                session.close()
                raise
            return session

        await self._open(id, with_former_years, self._show_gaps)

    def _show_gaps(self, session: Session) -> None:
        from fazhi_tui.tui.screens.gaps import GapsScreen

        async def left(key: tuple[str, str, str] | None) -> None:
            session.close()
            self.back_at(session.id)
            if key is not None:
                await self._open_at(key)

        self.app.push_screen(GapsScreen(session, self._workspace.clock), left)
        self._tell_of_the_calendar()

    async def action_overview(self) -> None:
        """Show the verdicts as bars."""
        from fazhi_tui.tui.screens.overview import OverviewScreen

        id = self.selected
        if id is not None:
            await self._open(
                id,
                lambda: self._workspace.open(id, writable=False),
                lambda session: self.app.push_screen(OverviewScreen(session)),
            )

    def action_help(self) -> None:
        """Show the keys."""
        from fazhi_tui.tui.dialogs.help import HelpDialog

        self.app.push_screen(HelpDialog(home_words.SCREEN_HOME, HOME))

    async def _made(self, id: str | None) -> None:
        if id is not None:
            self.reload(id)
            await self._open_at(None)

    def _delete(self, id: str) -> None:
        try:
            self._workspace.delete(id)
        except FazhiError as fault:
            self._tell(str(fault))
        self.reload()

    def _show_detail(self) -> None:
        chosen = next((entry for entry in self._listed if entry.id == self.selected), None)
        self.query_one("#detail", Static).update(
            Content(detail(chosen, self._workspace.clock().date()) if chosen else "")
        )

"""Home: the list of assessments and what stands in the highlighted one."""

from __future__ import annotations

from datetime import date
from typing import Any

from rich.cells import cell_len, set_cell_size
from textual.app import ComposeResult
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Footer, OptionList, Static
from textual.widgets.option_list import Option

from fazhi_tui.errors import FazhiError
from fazhi_tui.tui import strings
from fazhi_tui.tui.dialogs.help import HelpDialog
from fazhi_tui.tui.dialogs.message import ConfirmDialog, MessageDialog
from fazhi_tui.tui.dialogs.new_assessment import NewAssessmentDialog
from fazhi_tui.tui.keys import HOME, bindings
from fazhi_tui.tui.screens.gaps import GapsScreen
from fazhi_tui.tui.screens.sheet import SheetScreen
from fazhi_tui.workspace import Listed, Workspace

STALE_DAYS = 365
COLUMN_CELLS = (30, 5, 9, 13, 8, 6)


class HomeScreen(Screen[None]):
    """Where the officer begins and comes back to."""

    BINDINGS = bindings(HOME)
    AUTO_FOCUS = "#assessments"

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._listed: list[Listed] = []

    def compose(self) -> ComposeResult:
        """Title, columns, list, detail, keys."""
        yield Static(strings.APP, markup=False, classes="bar", id="title")
        yield Static(Content(columns(strings.HOME_COLUMNS)), id="columns")
        yield OptionList(id="assessments", markup=False, compact=True)
        yield Static(Content(strings.WELCOME), id="welcome")
        yield Static(id="detail", markup=False)
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Fill the list."""
        self.query_one("#title", Static).update(Content(f"{strings.APP}   {self._workspace.actor}"))
        self.reload()

    def reload(self, select: str | None = None) -> None:
        """Read the list again, standing on the same or on the given assessment."""
        wanted = select or self.selected
        self._listed = self._workspace.list()
        options = self.query_one("#assessments", OptionList)
        options.clear_options()
        options.add_options([Option(Content(list_line(entry)), id=entry.id) for entry in self._listed])
        ids = [entry.id for entry in self._listed]
        options.highlighted = (ids.index(wanted) if wanted in ids else 0) if ids else None
        self.set_class(not ids, "-empty")
        options.focus()
        self._show_detail()

    @property
    def selected(self) -> str | None:
        """The id the officer stands on."""
        options = self.query_one("#assessments", OptionList)
        return (
            self._listed[options.highlighted].id if options.highlighted is not None and self._listed else None
        )

    def on_option_list_option_highlighted(self) -> None:
        """Show what stands in it."""
        self._show_detail()

    def on_option_list_option_selected(self) -> None:
        """Enter or a click opens it."""
        self.action_open()

    def action_open(self) -> None:
        """Open the sheet at the first open item."""
        self._open_at(None)

    def action_new(self) -> None:
        """Ask for a new assessment."""
        try:
            library = self._workspace.library()
        except FazhiError as fault:
            self.app.push_screen(MessageDialog(str(fault)))
            return
        year = self._workspace.clock().year
        chosen = self._workspace.default_checklists(library)
        dialog = NewAssessmentDialog(library.checklists, chosen, year, self._workspace.create)
        self.app.push_screen(dialog, self._made)

    def action_demo(self) -> None:
        """Make the example, or stand on it."""
        from fazhi_tui.demo import make_demo

        try:
            self.reload(make_demo(self._workspace))
        except FazhiError as fault:
            self.app.push_screen(MessageDialog(str(fault)))

    def action_delete(self) -> None:
        """Move an assessment to the trash, after asking."""
        id = self.selected
        if id is not None:
            question = strings.DELETE_QUESTION.format(title=id)
            self.app.push_screen(
                ConfirmDialog(question, strings.DELETE_TITLE), lambda yes: self._delete(id) if yes else None
            )

    def action_gaps(self) -> None:
        """Show the gap list."""
        if self.selected is None:
            return
        try:
            session = self._workspace.open(self.selected, writable=False)
        except FazhiError as fault:
            self.app.push_screen(MessageDialog(str(fault)))
            return
        self.app.push_screen(GapsScreen(session), lambda key: self._open_at(key) if key else None)

    def action_help(self) -> None:
        """Show the keys."""
        self.app.push_screen(HelpDialog(strings.SCREEN_HOME, HOME))

    def _made(self, id: str | None) -> None:
        if id is not None:
            self.reload(id)
            self._open_at(None)

    def _delete(self, id: str) -> None:
        try:
            self._workspace.delete(id)
        except FazhiError as fault:
            self.app.push_screen(MessageDialog(str(fault)))
        self.reload()

    def _open_at(self, key: tuple[str, str, str] | None) -> None:
        id = self.selected
        if id is None:
            return
        try:
            session = self._workspace.open(id, writable=True)
        except FazhiError as fault:
            self.app.push_screen(MessageDialog(str(fault)))
            return
        screen = SheetScreen(session, self._workspace, at=key)
        self.app.push_screen(screen, lambda _: self.reload(id))

    def _show_detail(self) -> None:
        chosen = next((entry for entry in self._listed if entry.id == self.selected), None)
        self.query_one("#detail", Static).update(
            Content(detail(chosen, self._workspace.clock().date()) if chosen else "")
        )


def columns(cells: tuple[str, ...]) -> str:
    """Texts padded to the columns' widths; a long name is cut with ~."""
    return " ".join(_fit(text, width) for text, width in zip(cells, COLUMN_CELLS, strict=True)).rstrip()


def _fit(text: str, width: int) -> str:
    return set_cell_size(text, width) if cell_len(text) <= width else set_cell_size(text, width - 1) + "~"


def list_line(listed: Listed) -> str:
    """One line of the list."""
    if listed.summary is None:
        return f"{_fit(listed.id, COLUMN_CELLS[0])} {strings.DAMAGED}"
    entry = listed.summary["entry"]
    round_ = f"（{entry['round']}）" if entry["round"] else ""
    name = strings.DEMO_TAG + entry["unit"] if listed.summary["demo"] else entry["unit"] + round_
    answered = f"{entry['total'] - entry['open']}/{entry['total']}"
    return columns(
        (name, str(entry["year"]), answered, listed.summary["range"], _gaps(entry), entry["state"])
    )


def _gaps(entry: dict[str, Any]) -> str:
    return f"{entry['gaps']}" + (f" !{entry['redlines']}" if entry["redlines"] else "")


def detail(listed: Listed, today: date) -> str:
    """A line a checklist, when it was last saved, and a warning where the law was checked long ago."""
    if listed.summary is None:
        return str(listed.fault)
    entry = listed.summary["entry"]
    lines = [f"{entry['year']}年度 · {entry['unit']}（{entry['kind']}）"]
    for line in listed.summary["checklists"]:
        answered = f"{line['total'] - line['open']}/{line['total']}"
        redlines = f"  !{line['redlines']}" if line["redlines"] else ""
        title = set_cell_size(line["title"], 22)
        lines.append(f"  {title} {line['sheets']}张表  {answered:<8} {line['range']}{redlines}")
    lines.append(
        f"最近保存 {listed.summary['last_at'][:16].replace('T', ' ')} {listed.summary['last_actor']}"
    )
    checked = listed.summary.get("checked")
    if checked and (today - date.fromisoformat(checked)).days > STALE_DAYS:
        lines.append(strings.STALE.format(day=checked))
    return "\n".join(lines)

"""A hand-over file to take in: which, for which side, and what it brings."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from fazhi_tui.domain.log.merge import Merging
from fazhi_tui.errors import FazhiError
from fazhi_tui.reporting.words.merge_words import merge_lines
from fazhi_tui.tui import strings
from fazhi_tui.tui.dialogs.dialog import Dialog
from fazhi_tui.tui.keys import Key, bindings
from fazhi_tui.tui.widgets.choice import Choice
from fazhi_tui.tui.widgets.line_input import LineInput

Take = Callable[[Path, bool], Merging]


class MergeDialog(Dialog[str]):
    """The first Enter says what the file brings, the second takes it in; returns the assessment's id."""

    BINDINGS = bindings(
        (Key("pageup", "turn(-1)", "PgUp", "向上翻"), Key("pagedown", "turn(1)", "PgDn", "向下翻"))
    )

    def __init__(self, folder: Path, preview: Take, merge: Take) -> None:
        super().__init__(strings.MERGE_TITLE, strings.MERGE_FOOT)
        self._folder = folder
        self._preview = preview
        self._merge = merge
        self._seen: tuple[Path, bool] | None = None

    def body(self) -> Iterator[Widget]:
        """The path, who takes it, and what it brings."""
        path = LineInput(f"{self._folder}/", placeholder=strings.MERGE_HINT, id="path")
        yield Horizontal(Static(strings.MERGE_PATH, markup=False, classes="label"), path, classes="line")
        sides = [("no", strings.MERGE_AS_COPY), ("yes", strings.MERGE_TAKE_OVER)]
        side = Choice(sides, chosen=["no"], several=False, id="side")
        yield Horizontal(Static(strings.MERGE_SIDE, markup=False, classes="label"), side, classes="line")
        with VerticalScroll(can_focus=False):
            yield Static(markup=False, id="brings")

    def on_mount(self) -> None:
        """Write on behind the folder."""
        path = self.query_one("#path", LineInput)
        path.focus()
        path.cursor_position = len(path.value)

    def on_input_submitted(self) -> None:
        """Say what it brings, then take it in."""
        path = Path(self.query_one("#path", LineInput).value.strip()).expanduser()
        wanted = (path, self.query_one("#side", Choice).chosen == ("yes",))
        try:
            if wanted == self._seen:
                self.dismiss(self._merge(*wanted).id)
                return
            lines = merge_lines(self._preview(*wanted))
        except FazhiError as fault:
            self._seen = None
            self.query_one("#brings", Static).update(Content(""))
            self.say(fault)
            return
        self._seen = wanted
        self.query_one("#brings", Static).update(Content("\n".join(lines)))
        self.say(strings.MERGE_AGAIN)

    def action_turn(self, by: int) -> None:
        """Turn a page of what it brings."""
        brings = self.query_one(VerticalScroll)
        brings.scroll_relative(y=by * max(brings.size.height - 1, 1), animate=False)

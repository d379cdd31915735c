"""A hand-over file to take in: which, for which side, and what it brings."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

from textual.containers import Horizontal, VerticalScroll
from textual.widget import Widget
from textual.widgets import Static

from fazhi_tui.domain.log.merge import Merging
from fazhi_tui.errors import FazhiError
from fazhi_tui.reporting.words.merge_words import merge_lines
from fazhi_tui.tui.dialogs.dialog import Dialog
from fazhi_tui.tui.dialogs.waiting import Claim, Outcome, waiting_for
from fazhi_tui.tui.keys import Key, bindings
from fazhi_tui.tui.widgets.choice import Choice
from fazhi_tui.tui.widgets.hanging import HangingText
from fazhi_tui.tui.widgets.path_input import PathInput
from fazhi_tui.tui.words import document_words, waiting_words

Take = Callable[[Path, bool], Merging]


class MergeDialog(Dialog[str]):
    """The first Enter says what the file brings, the second takes it in; returns the assessment's id."""

    BINDINGS = bindings(
        (Key("pageup", "turn(-1)", "PgUp", "向上翻"), Key("pagedown", "turn(1)", "PgDn", "向下翻"))
    )

    def __init__(self, folder: Path, preview: Take, merge: Take) -> None:
        super().__init__(document_words.MERGE_TITLE, document_words.MERGE_FOOT)
        self._folder = folder
        self._preview = preview
        self._merge = merge
        self._seen: tuple[Path, bool] | None = None

    def body(self) -> Iterator[Widget]:
        """The path, who takes it, and what it brings."""
        path = PathInput(f"{self._folder}{os.sep}", placeholder=document_words.MERGE_HINT, id="path")
        yield Horizontal(
            Static(document_words.MERGE_PATH, markup=False, classes="label"), path, classes="line"
        )
        sides = [("no", document_words.MERGE_AS_COPY), ("yes", document_words.MERGE_TAKE_OVER)]
        side = Choice(sides, chosen=["no"], several=False, id="side")
        yield Horizontal(
            Static(document_words.MERGE_SIDE, markup=False, classes="label"), side, classes="line"
        )
        with VerticalScroll(can_focus=False):
            yield HangingText("", id="brings")

    def on_mount(self) -> None:
        """Write on behind the folder."""
        path = self.query_one("#path", PathInput)
        path.focus()
        path.cursor_position = len(path.value)

    def on_input_submitted(self) -> None:
        """Say what it brings, then take it in."""
        path = self.query_one("#path", PathInput).read()
        wanted = (path, self.query_one("#side", Choice).chosen == ("yes",))
        if wanted == self._seen:
            self.app.push_screen(
                waiting_for(waiting_words.MERGING, lambda claim: self._take(wanted, claim)), self._taken
            )
        else:
            dialog = waiting_for(waiting_words.READING_HANDOVER, lambda _: self._preview(*wanted))
            self.app.push_screen(dialog, lambda outcome: self._previewed(wanted, outcome))

    def _take(self, wanted: tuple[Path, bool], claim: Claim) -> Merging | None:
        return self._merge(*wanted) if claim.take() else None

    def _taken(self, outcome: Outcome[Merging | None] | None) -> None:
        if outcome is not None and outcome.value is not None:
            self.dismiss(outcome.value.id)
        elif outcome is not None and outcome.fault is not None:
            self._refused(outcome.fault)

    def _previewed(self, wanted: tuple[Path, bool], outcome: Outcome[Merging] | None) -> None:
        if outcome is not None and outcome.value is not None:
            self._seen = wanted
            lines = merge_lines(outcome.value)
            self.query_one("#brings", HangingText).show("\n".join(lines))
            self.say(document_words.MERGE_AGAIN)
        elif outcome is not None and outcome.fault is not None:
            self._refused(outcome.fault)

    def _refused(self, fault: FazhiError) -> None:
        self._seen = None
        self.query_one("#brings", HangingText).show("")
        self.say(fault)

    def action_turn(self, by: int) -> None:
        """Turn a page of what it brings."""
        brings = self.query_one(VerticalScroll)
        brings.scroll_relative(y=by * max(brings.size.height - 1, 1), animate=False)

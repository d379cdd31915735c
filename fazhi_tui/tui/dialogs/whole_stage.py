"""One verdict and one reason for everything open in a stage, after a preview."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from textual.containers import Horizontal, VerticalScroll
from textual.widget import Widget
from textual.widgets import Static

from fazhi_tui.domain.filling.answering import Change
from fazhi_tui.domain.filling.whole_stage import WholeStage
from fazhi_tui.domain.local_mark import question_words
from fazhi_tui.domain.rows import Row
from fazhi_tui.domain.verdict import EXEMPT, Verdict
from fazhi_tui.errors import FazhiError
from fazhi_tui.tui.dialogs.dialog import Dialog
from fazhi_tui.tui.dialogs.text import PlainArea
from fazhi_tui.tui.keys import Key, bindings
from fazhi_tui.tui.widgets.choice import Choice
from fazhi_tui.tui.widgets.hanging import HangingText
from fazhi_tui.tui.words import stage_words

_CHOICES = [(verdict.value, verdict.value) for verdict in Verdict if verdict in EXEMPT]


class WholeStageDialog(Dialog[int]):
    """Returns how many answers there were, once `accept` has taken them; stays where it has not."""

    BINDINGS = bindings((Key("f2,ctrl+n", "submit", "F2", "确定"),))

    def __init__(self, title: str, stage: WholeStage, accept: Callable[[Sequence[Change]], bool]) -> None:
        super().__init__(stage_words.STAGE_TITLE.format(stage=title), stage_words.STAGE_FOOT)
        self._stage = stage
        self._accept = accept

    def body(self) -> Iterator[Widget]:
        """Verdict, reason, and what would be recorded."""
        choice = Choice(_CHOICES, chosen=[_CHOICES[0][0]], several=False, id="verdict")
        yield Horizontal(
            Static(stage_words.STAGE_VERDICT, markup=False, classes="label"), choice, classes="line"
        )
        yield Static(stage_words.STAGE_REASON, markup=False, classes="label")
        yield PlainArea("")
        with VerticalScroll(can_focus=False):
            yield HangingText("\n".join(preview_lines(self._stage)))

    def on_mount(self) -> None:
        """Begin with the reason."""
        self.query_one(PlainArea).focus()

    def action_submit(self) -> None:
        """Hand the answers over."""
        verdict = Verdict(self.query_one("#verdict", Choice).chosen[0])
        changes = self._stage.changes(verdict, self.query_one(PlainArea).text)
        try:
            if self._accept(changes):
                self.dismiss(len(changes))
        except FazhiError as fault:
            self.say(fault)


def preview_lines(stage: WholeStage) -> list[str]:
    """What would be recorded, the red lines by name and apart."""
    lines = [stage_words.STAGE_WILL.format(count=len(stage.rows), answered=stage.answered)]
    if stage.redlines:
        lines.append(stage_words.STAGE_REDLINES.format(count=len(stage.redlines)))
        lines += [f"  ! {_line(row)}" for row in stage.redlines]
    lines += [f"  · {_line(row)}" for row in stage.open]
    if stage.has_notes:
        lines.append(stage_words.STAGE_KEEPS_NOTES)
    return lines


def _line(row: Row) -> str:
    return question_words(row.item)

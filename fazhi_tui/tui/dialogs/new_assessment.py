"""The form of a new assessment."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Sequence

from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Static

from fazhi_tui.domain.checklist import Checklist
from fazhi_tui.domain.unit import FLAGS, UNIT_KINDS
from fazhi_tui.errors import FazhiError
from fazhi_tui.tui.dialogs.dialog import Dialog
from fazhi_tui.tui.keys import Key, bindings
from fazhi_tui.tui.widgets.choice import Choice
from fazhi_tui.tui.widgets.line_input import LineInput
from fazhi_tui.tui.words import home_words
from fazhi_tui.workspace import NewAssessment

_DEFAULT_KIND = "部门"
_DEFAULT_FLAGS = ("执法权",)


class NewAssessmentDialog(Dialog[str]):
    """Asks for unit, year, kind, powers and checklists; returns the id of what was made."""

    BINDINGS = bindings((Key("enter", "submit", "Enter", "建立"),))

    def __init__(
        self,
        checklists: Sequence[Checklist],
        chosen: Sequence[str],
        year: int,
        create: Callable[[NewAssessment], str],
    ) -> None:
        super().__init__(home_words.NEW_TITLE, home_words.NEW_FOOT)
        self._checklists = tuple(checklists)
        self._chosen = tuple(chosen)
        self._year = year
        self._create = create

    def body(self) -> Iterator[Widget]:
        """A line a field."""
        yield _line(home_words.NEW_UNIT, LineInput(placeholder=home_words.NEW_UNIT_HINT, id="unit"))
        yield _line(home_words.NEW_YEAR, LineInput(str(self._year), id="year", max_length=8))
        kinds = [(kind, kind) for kind in UNIT_KINDS]
        yield _line(home_words.NEW_KIND, Choice(kinds, chosen=[_DEFAULT_KIND], several=False, id="kind"))
        flags = [(flag, flag) for flag in FLAGS]
        yield _line(home_words.NEW_FLAGS, Choice(flags, chosen=_DEFAULT_FLAGS, several=True, id="flags"))
        titles = [(c.id, c.title) for c in self._checklists]
        yield _line(
            home_words.NEW_CHECKLISTS, Choice(titles, chosen=self._chosen, several=True, id="checklists")
        )
        yield _line(home_words.NEW_ROUND, LineInput(placeholder=home_words.NEW_ROUND_HINT, id="round"))

    def on_input_submitted(self) -> None:
        """Enter in a line makes it."""
        self.action_submit()

    def action_submit(self) -> None:
        """Make it, or say what is wrong and stay."""
        year = unicodedata.normalize("NFKC", self.query_one("#year", LineInput).value).strip()
        if not (year.isascii() and year.isdigit()):
            self.say(home_words.YEAR_NOT_NUMBER)
            return
        wanted = NewAssessment(
            unit=self.query_one("#unit", LineInput).value,
            year=int(year),
            kind=self.query_one("#kind", Choice).chosen[0],
            flags=self.query_one("#flags", Choice).chosen,
            checklists=self.query_one("#checklists", Choice).chosen,
            round=self.query_one("#round", LineInput).value,
        )
        try:
            self.dismiss(self._create(wanted))
        except FazhiError as fault:
            self.say(fault)


def _line(label: str, widget: Widget) -> Horizontal:
    return Horizontal(Static(label, markup=False, classes="label"), widget, classes="line")

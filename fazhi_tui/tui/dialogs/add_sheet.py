"""A sheet for one more matter, case file, person or document."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Static

from fazhi_tui.domain.unit import OBJECT_KINDS, ROLES
from fazhi_tui.errors import FazhiError
from fazhi_tui.tui.dialogs.dialog import Dialog
from fazhi_tui.tui.keys import Key, bindings
from fazhi_tui.tui.widgets.choice import Choice
from fazhi_tui.tui.widgets.line_input import LineInput
from fazhi_tui.tui.words import sheets_words


class AddSheetDialog(Dialog[str]):
    """Asks for the object's name (and a person's role); returns the name once the sheet is made."""

    BINDINGS = bindings((Key("enter", "submit", "Enter", "确定"),))

    def __init__(self, kind: str, add: Callable[[str, str], str]) -> None:
        super().__init__(sheets_words.ADD_TITLE.format(kind=OBJECT_KINDS[kind]), sheets_words.ADD_FOOT)
        self._kind = kind
        self._add = add

    def body(self) -> Iterator[Widget]:
        """The name, and the role where there is one."""
        name = LineInput(placeholder=sheets_words.ADD_NAME_HINTS[self._kind], id="name")
        yield Horizontal(Static(sheets_words.ADD_NAME, markup=False, classes="label"), name, classes="line")
        if self._kind == "person":
            roles = [(role, role) for role in ROLES] + [("", sheets_words.ADD_ROLE_ANY)]
            role = Choice(roles, chosen=[ROLES[-1]], several=False, id="role")
            yield Horizontal(
                Static(sheets_words.ADD_ROLE, markup=False, classes="label"), role, classes="line"
            )

    def on_input_submitted(self) -> None:
        """Enter in the line adds it."""
        self.action_submit()

    def action_submit(self) -> None:
        """Add it, or say what is wrong and stay."""
        name = self.query_one("#name", LineInput).value
        role = self.query_one("#role", Choice).chosen[0] if self._kind == "person" else ""
        try:
            self.dismiss(self._add(name, role))
        except FazhiError as fault:
            self.say(fault)

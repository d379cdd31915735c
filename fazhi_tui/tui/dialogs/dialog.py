"""What all dialogs share: a box with a title and a line that names the keys."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Static

from fazhi_tui.errors import FazhiError
from fazhi_tui.tui.keys import DIALOG, bindings
from fazhi_tui.tui.widgets.foot import Foot

T = TypeVar("T")


class Dialog(ModalScreen[T | None]):
    """Returns a value, None when it was left with Esc."""

    BINDINGS = bindings(DIALOG)

    def __init__(self, title: str, foot: str) -> None:
        super().__init__()
        self._title = title
        self._foot = foot

    def compose(self) -> ComposeResult:
        """The box: title, body, fault, keys."""
        with Vertical(classes="box"):
            yield Static(Content(self._title), classes="title")
            yield from self.body()
            yield Static(markup=False, classes="fault")
            yield Foot(self._foot)

    def body(self) -> Iterator[Widget]:
        """The widgets between title and keys."""
        yield from ()

    def say(self, fault: FazhiError | str) -> None:
        """Show what is wrong; the dialog stays."""
        self.query_one(".fault", Static).update(Content(str(fault)))

    def action_cancel(self) -> None:
        """Leave without a value."""
        self.dismiss(None)

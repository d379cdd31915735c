"""What all dialogs share: a box with a title and a line that names the keys."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, TypeVar

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Input, Static, TextArea

from fazhi_tui.errors import FazhiError
from fazhi_tui.tui.keys import DIALOG, bindings
from fazhi_tui.tui.widgets.key_words import Foot

T = TypeVar("T")


class Dialog(ModalScreen[T | None]):
    """Returns a value, None when it was left with Esc.

    `ASKS_FOR_TEXT`: what is typed is worth keeping where the program ends; a search or a path is not.
    """

    BINDINGS = bindings(DIALOG)
    ASKS_FOR_TEXT: ClassVar[bool] = True

    def __init__(self, title: str, foot: str) -> None:
        super().__init__()
        self._title = title
        self._foot = foot
        self._stood: dict[Widget, str] = {}

    @property
    def heading(self) -> str:
        """The title."""
        return self._title

    def on_mount(self) -> None:
        """Remember what stands in it before anything is typed."""
        self._stood = dict(self._texts())

    def typed(self) -> list[tuple[str, str]]:
        """What was typed and not confirmed: labels, empty where there is none, and texts."""
        if not self.ASKS_FOR_TEXT:
            return []
        return [(_label(w), text) for w, text in self._texts() if text and text != self._stood.get(w, "")]

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

    def _texts(self) -> Iterator[tuple[Widget, str]]:
        for widget in self.query("Input, TextArea"):
            if isinstance(widget, Input):
                yield widget, widget.value
            elif isinstance(widget, TextArea):
                yield widget, widget.text


def _label(widget: Widget) -> str:
    beside = widget.parent.children if isinstance(widget.parent, Horizontal) else ()
    return next((str(child.content) for child in beside if isinstance(child, Static)), "")

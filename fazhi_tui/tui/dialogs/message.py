"""A message that waits, and a question with yes and no."""

from __future__ import annotations

from collections.abc import Iterator

from textual.containers import VerticalScroll
from textual.widget import Widget

from fazhi_tui.tui.dialogs.dialog import Dialog
from fazhi_tui.tui.keys import Key, bindings
from fazhi_tui.tui.widgets.wrapped import WrappedText
from fazhi_tui.tui.words import app_words


class MessageDialog(Dialog[bool]):
    """Shows a text until a key closes it."""

    BINDINGS = bindings((Key("enter,space,ideographic_space", "cancel", "Enter", "关闭"),))

    def __init__(self, text: str, title: str = app_words.MESSAGE_TITLE) -> None:
        super().__init__(title, f"Enter {app_words.CLOSE}")
        self._text = text

    def body(self) -> Iterator[Widget]:
        """The text, scrollable."""
        with VerticalScroll(can_focus=False):
            yield WrappedText(self._text)


class ConfirmDialog(Dialog[bool]):
    """Asks before something that matters; Enter is yes, Esc is no."""

    BINDINGS = bindings((Key("enter", "yes", "Enter", "确定"),))

    def __init__(self, question: str, title: str) -> None:
        super().__init__(title, f"Enter {app_words.YES}  Esc {app_words.NO}")
        self._question = question

    def body(self) -> Iterator[Widget]:
        """The question."""
        yield WrappedText(self._question)

    def action_yes(self) -> None:
        """Yes."""
        self.dismiss(result=True)

"""The adviser's own verdict, and why."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from fazhi_tui.domain.verdict import Verdict
from fazhi_tui.errors import FazhiError
from fazhi_tui.tui.dialogs.dialog import Dialog
from fazhi_tui.tui.dialogs.text import PlainArea
from fazhi_tui.tui.keys import Key, bindings
from fazhi_tui.tui.widgets.choice import Choice
from fazhi_tui.tui.words import review_words


class CorrectDialog(Dialog[bool]):
    """Hands verdict and opinion to `accept`; stays and says why if that refuses them."""

    BINDINGS = bindings((Key("f2,ctrl+n", "submit", "F2", "确定"),))

    def __init__(self, own: Verdict | None, text: str, accept: Callable[[Verdict, str], object]) -> None:
        super().__init__(review_words.CORRECT_TITLE, review_words.CORRECT_FOOT)
        self._verdicts = [verdict for verdict in Verdict if verdict is not own]
        self._text = text
        self._accept = accept

    def body(self) -> Iterator[Widget]:
        """The verdicts other than the officer's, and the opinion."""
        options = [(verdict.value, verdict.value) for verdict in self._verdicts]
        yield Choice(options, chosen=[options[0][0]], several=False)
        yield Static(Content(review_words.OPINION_HINT), classes="hints")
        yield PlainArea(self._text)

    def on_mount(self) -> None:
        """Begin with the verdict."""
        self.query_one(Choice).focus()

    def action_submit(self) -> None:
        """Hand both over."""
        chosen = Verdict(self.query_one(Choice).chosen[0])
        try:
            self._accept(chosen, self.query_one(PlainArea).text)
        except FazhiError as fault:
            self.say(fault)
        else:
            self.dismiss(result=True)

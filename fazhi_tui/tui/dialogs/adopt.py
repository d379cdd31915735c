"""The checklists' versions and history, and what adopting the newest would change."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget

from fazhi_tui.tui.dialogs.dialog import Dialog
from fazhi_tui.tui.keys import Key, bindings
from fazhi_tui.tui.widgets.hanging import HangingText
from fazhi_tui.tui.words import settings_words


class AdoptDialog(Dialog[bool]):
    """Returns True where the officer adopts; there is nothing to adopt where `changes` is empty."""

    BINDINGS = bindings((Key("enter", "adopt", "Enter", "采用"),))

    def __init__(self, versions: Sequence[str], changes: Sequence[str]) -> None:
        super().__init__(
            settings_words.ADOPT_TITLE,
            settings_words.ADOPT_FOOT if changes else settings_words.ADOPT_FOOT_CURRENT,
        )
        self._versions = versions
        self._changes = changes

    def body(self) -> Iterator[Widget]:
        """What would change first, the versions below."""
        blocks = [("\n".join(self._versions), "")]
        if self._changes:
            blocks.insert(0, (f"{settings_words.ADOPT_CHANGES}\n" + "\n".join(self._changes) + "\n", "bold"))
        with VerticalScroll():
            for text, style in blocks:
                yield HangingText(Content.styled(text, style))

    def action_adopt(self) -> None:
        """Adopt, where there is something to adopt."""
        if self._changes:
            self.dismiss(result=True)

"""Phrases for a note: the item's gap wording, frequent ones, the unit's last notes."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from fazhi_tui.domain.filling.phrases import Phrases
from fazhi_tui.tui.dialogs.dialog import Dialog
from fazhi_tui.tui.widgets.wrapped import WrappedText
from fazhi_tui.tui.words import find_words


class PhrasesDialog(Dialog[str]):
    """Returns the text chosen."""

    def __init__(self, phrases: Phrases) -> None:
        super().__init__(find_words.PHRASES_TITLE, find_words.PHRASES_FOOT)
        self._lines: list[tuple[str, str | None]] = []
        for heading, texts in (
            (find_words.PHRASES_ITEM, phrases.own),
            (find_words.PHRASES_LAST, phrases.last),
            (find_words.PHRASES_FREQUENT, phrases.frequent),
        ):
            if texts:
                self._lines.append((heading, None))
                self._lines += [(f"  {' '.join(text.split())}", text) for text in texts]

    def body(self) -> Iterator[Widget]:
        """The list, and the highlighted text in full."""
        options = (Option(Content(line), disabled=text is None) for line, text in self._lines)
        yield OptionList(*options, markup=False, compact=True)
        yield WrappedText(id="whole")

    def on_mount(self) -> None:
        """Stand on the item's own."""
        options = self.query_one(OptionList)
        options.highlighted = 1
        options.focus()

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Show it in full."""
        self.query_one("#whole", WrappedText).update(self._lines[event.option_index][1] or "")

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Return it."""
        self.dismiss(self._lines[event.option_index][1])

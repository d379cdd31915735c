"""The keys of a screen, made from the one table."""

from __future__ import annotations

from rich.cells import set_cell_size

from fazhi_tui.tui.dialogs.reading import ReadingDialog
from fazhi_tui.tui.keys import EVERYWHERE, Key
from fazhi_tui.tui.words import app_words

KEY_CELLS = 9


class HelpDialog(ReadingDialog):
    """A line a key, then what to know about input methods."""

    def __init__(self, screen: str, keys: tuple[Key, ...]) -> None:
        lines = [f"{set_cell_size(key.shown_key, KEY_CELLS)}{key.help}" for key in (*keys, *EVERYWHERE)]
        super().__init__(
            app_words.HELP_TITLE.format(screen=screen), "\n".join([*lines, "", app_words.HELP_NOTE])
        )

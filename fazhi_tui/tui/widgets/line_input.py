"""A one-line input that loses nothing of a paste."""

from __future__ import annotations

from textual import events
from textual.widgets import Input


class LineInput(Input):
    """Joins the lines of a paste (the plain Input keeps the first and drops the rest); never blinks."""

    def __init__(
        self, value: str = "", *, placeholder: str = "", id: str | None = None, max_length: int = 0
    ) -> None:
        super().__init__(value, placeholder=placeholder, id=id, max_length=max_length, compact=True)
        self.cursor_blink = False

    def on_paste(self, event: events.Paste) -> None:
        """Insert all lines as one."""
        event.prevent_default()
        event.stop()
        text = " ".join(line.strip() for line in event.text.splitlines() if line.strip())
        selection = self.selection
        if selection.is_empty:
            self.insert_text_at_cursor(text)
        else:
            self.replace(text, *selection)

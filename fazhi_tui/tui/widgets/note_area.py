"""Where notes and reasons are typed."""

from __future__ import annotations

from dataclasses import dataclass

from textual import events
from textual.message import Message
from textual.timer import Timer
from textual.widgets import TextArea

from fazhi_tui.domain.answers import NOTE_LIMIT
from fazhi_tui.tui.keys import NOTE, bindings
from fazhi_tui.tui.words import sheet_words

DRAFT_AFTER = 0.4


class NoteArea(TextArea):
    """A note of one item; says when it should be kept as a draft and when it is finished."""

    BINDINGS = bindings(NOTE)

    @dataclass
    class Typed(Message):
        """The text has rested for a moment and is worth keeping."""

        text: str

    @dataclass
    class Finished(Message):
        """The note was left; `text` is what stands in it."""

        text: str

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, compact=True, highlight_cursor_line=False)
        self.cursor_blink = False
        self.reason_for = ""
        self._kept = ""
        self._timer: Timer | None = None

    def show(self, text: str, *, reason_for: str = "") -> None:
        """Show another item's note; `reason_for` names the verdict whose reason is asked for."""
        self._stop_timer()
        self._kept = text
        self.reason_for = reason_for
        if self.text != text:
            self.load_text(text)
            self.move_cursor(self.document.end)
        self._title()

    def put(self, text: str) -> None:
        """Put a text in the place of what is selected, or at the cursor."""
        self.move_cursor(self.replace(text, *self.selection).end_location)

    def replace_all(self, text: str) -> None:
        """Put a text in the place of the whole; Ctrl+Z in the note takes it back."""
        if text != self.text:
            self.move_cursor(self.replace(text, self.document.start, self.document.end).end_location)

    @property
    def is_changed(self) -> bool:
        """Whether it holds something that is not recorded yet."""
        return self.text != self._kept or bool(self.reason_for)

    def on_text_area_changed(self) -> None:
        """Count, and keep a draft soon: of one who types without a rest too, so no key puts it off."""
        self._title()
        if self.text == self._kept:
            self._stop_timer()
            if self.has_focus:
                self._say_typed()
        elif self._timer is None:
            self._timer = self.set_timer(DRAFT_AFTER, self._say_typed)

    def on_blur(self, _event: events.Blur) -> None:
        """Leaving it finishes it."""
        self._finish()

    def action_finish(self) -> None:
        """Leave it; the blur does the rest."""
        self.screen.set_focus(None)

    def _finish(self) -> None:
        self._stop_timer()
        if self.is_changed:
            self.post_message(self.Finished(self.text))

    def _say_typed(self) -> None:
        self._timer = None
        self.post_message(self.Typed(self.text))

    def _stop_timer(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None

    def _title(self) -> None:
        count, limit = len(self.text), NOTE_LIMIT
        if self.reason_for:
            title = sheet_words.REASON_TITLE.format(verdict=self.reason_for, count=count, limit=limit)
        else:
            title = sheet_words.NOTE_TITLE.format(count=count, limit=limit)
        self.border_title = title
        self.set_class(count > limit, "-too-long")

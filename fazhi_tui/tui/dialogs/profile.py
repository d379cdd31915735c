"""The unit's powers, with a preview of what comes and goes."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from fazhi_tui.domain.difference import Difference
from fazhi_tui.domain.unit import FLAGS
from fazhi_tui.tui.dialogs.dialog import Dialog
from fazhi_tui.tui.keys import Key, bindings
from fazhi_tui.tui.widgets.choice import Choice
from fazhi_tui.tui.words import settings_words


class ProfileDialog(Dialog[tuple[str, ...]]):
    """Returns the powers the unit has; `preview` says what they would change."""

    BINDINGS = bindings((Key("enter", "submit", "Enter", "确定"),))

    def __init__(self, flags: Collection[str], preview: Callable[[tuple[str, ...]], Difference]) -> None:
        super().__init__(settings_words.PROFILE_TITLE, settings_words.PROFILE_FOOT)
        self._flags = flags
        self._preview = preview

    def body(self) -> Iterator[Widget]:
        """The powers, and the preview below."""
        yield Choice([(flag, flag) for flag in FLAGS], chosen=self._flags, several=True)
        yield Static(Content(settings_words.PROFILE_SAME), id="preview", classes="hints")

    def on_choice_changed(self, event: Choice.Changed) -> None:
        """Show what would come and go."""
        self.query_one("#preview", Static).update(Content(changes_in_words(self._preview(event.chosen))))

    def action_submit(self) -> None:
        """Return the powers ticked."""
        self.dismiss(self.query_one(Choice).chosen)


def changes_in_words(change: Difference) -> str:
    """How many items come and go."""
    if not change.coming and not change.going:
        return settings_words.PROFILE_SAME
    return settings_words.PROFILE_CHANGES.format(
        coming=len(change.coming), going=len(change.going), answered=len(change.answered)
    )

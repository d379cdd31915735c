"""A placed screen with quick ways to another row: search, jumps, stages."""

from __future__ import annotations

from fazhi_tui.loading.checklists.checklist_files import Library
from fazhi_tui.tui import navigation
from fazhi_tui.tui.dialogs.find import FindDialog
from fazhi_tui.tui.dialogs.jump import JumpDialog
from fazhi_tui.tui.finding.finder import Finder
from fazhi_tui.tui.navigation import Place, Wanted
from fazhi_tui.tui.screens.settings import SettingsScreen
from fazhi_tui.tui.words import find_words


class JumpingScreen(SettingsScreen):
    """Keeps the search's texts as long as the checklists stay."""

    _finder: tuple[Library, Finder] | None = None

    def action_find(self) -> None:
        """Find as one types."""
        if not self.commit_note():
            return
        library = self.session.library
        if self._finder is None or self._finder[0] is not library:
            self._finder = (library, Finder())
        dialog = FindDialog(self._finder[1], self.session.board, self._place.sheet)
        self.app.push_screen(dialog, self._on_place)

    def action_jump(self) -> None:
        """Choose where to go: a stage, or the next or last open, short or returned row."""
        if self.commit_note():
            self.app.push_screen(JumpDialog(self.session.board, self._place), self._on_place)

    def action_previous_open(self) -> None:
        """Go to the last open row before this one."""
        self._go_to_wanted(-1, navigation.is_open, find_words.JUMP_OPEN)

    def action_next_gap(self) -> None:
        """Go to the next row that falls short."""
        self._go_to_wanted(1, navigation.is_gap, find_words.JUMP_GAP)

    def action_previous_gap(self) -> None:
        """Go to the last row before this one that falls short."""
        self._go_to_wanted(-1, navigation.is_gap, find_words.JUMP_GAP)

    def action_next_returned(self) -> None:
        """Go to the next row the adviser has given back."""
        self._go_to_wanted(1, navigation.is_returned, find_words.JUMP_RETURNED)

    def _go_to_wanted(self, by: int, wanted: Wanted, what: str) -> None:
        place = navigation.next_wanted(self.session.board, self._place, by, wanted)
        if place is None:
            self.say(find_words.JUMP_NONE.format(what=what))
        else:
            self.go(place)

    def _on_place(self, place: Place | None) -> None:
        if place is not None:
            self.go(place)

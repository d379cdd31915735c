"""A placed screen that can change what is asked and how it is scored: powers, checklists, scoring."""

from __future__ import annotations

from collections.abc import Callable

from fazhi_tui.domain.adoption import Adoption
from fazhi_tui.domain.difference import Difference
from fazhi_tui.domain.reckoning.params import ParamSpec, each_once
from fazhi_tui.domain.scheme import Scheme
from fazhi_tui.domain.unit import FLAGS
from fazhi_tui.loading.checklists.checklist_files import Library
from fazhi_tui.reporting.words.adoption_words import adoption_lines
from fazhi_tui.reporting.words.version_words import version_lines
from fazhi_tui.tui import navigation
from fazhi_tui.tui.dialogs.adopt import AdoptDialog
from fazhi_tui.tui.dialogs.menu import Entry
from fazhi_tui.tui.dialogs.params import ParamsDialog
from fazhi_tui.tui.dialogs.profile import ProfileDialog, changes_in_words
from fazhi_tui.tui.dialogs.waiting import wait_for
from fazhi_tui.tui.screens.placed import PlacedScreen
from fazhi_tui.tui.words import document_words, settings_words, waiting_words


class SettingsScreen(PlacedScreen):
    """Stays on the row it stood on, where that is still asked."""

    def menu(self) -> tuple[Entry, ...]:
        """The ways on, then the settings."""
        settings = (
            ("profile", document_words.MENU_PROFILE),
            ("params", document_words.MENU_PARAMS),
            ("adopt", document_words.MENU_ADOPT),
        )
        return (*super().menu(), *settings)

    def moved(self) -> None:
        """Show the row anew."""
        self.show()

    def action_profile(self) -> None:
        """Change the unit's powers, after a preview."""
        if self.commit_note():
            dialog = ProfileDialog(self.session.assessment.flags, lambda flags: self._preview(flags))
            self.app.push_screen(dialog, self._on_profile)

    def action_adopt(self) -> None:
        """Show the checklists' versions; adopt newer ones and the unit's scoring, after a preview."""
        if not self.commit_note():
            return
        wait_for(self.app, waiting_words.READING_VERSIONS, lambda _: self._newer(), self._show_versions)

    def _newer(self) -> tuple[Library, Scheme, Adoption]:
        library, scheme = self._workspace.newest(self.session)
        return library, scheme, self.session.preview_adoption(library, scheme)

    def _show_versions(self, found: tuple[Library, Scheme, Adoption]) -> None:
        library, scheme, change = found
        lines = adoption_lines(change) if change.changes_anything else []

        def adopt(is_wanted: bool | None) -> None:  # noqa: FBT001 - a dialog's result
            if is_wanted and self._change_settings(lambda: self.session.adopt(library, scheme)):
                self.say(settings_words.ADOPTED)

        self.app.push_screen(AdoptDialog(version_lines(self.session.library.checklists), lines), adopt)

    def action_params(self) -> None:
        """Fill in the local figures."""
        if not self.commit_note():
            return
        specs = each_once(spec for c in self.session.library.checklists for spec in c.params)
        if not specs:
            self.say(settings_words.PARAMS_NONE)
            return
        params = self.session.assessment.params
        dialog = ParamsDialog(specs, params, self._set_param, self._clear_param)
        self.app.push_screen(dialog, self._on_params)

    def _set_param(self, spec: ParamSpec, value: str, source: str) -> None:
        self.saved_or_told(lambda: self.session.set_param(spec.id, value, source))

    def _clear_param(self, spec: ParamSpec) -> None:
        self.saved_or_told(lambda: self.session.clear_param(spec.id))

    def _on_params(self, is_done: bool | None) -> None:  # noqa: FBT001 - a dialog's result
        self.show()
        if is_done and self.session.is_saved:
            self.say(settings_words.PARAMS_SAVED)

    def _preview(self, flags: tuple[str, ...]) -> Difference:
        return self.session.preview_profile(has=flags, lacks=set(FLAGS) - set(flags))

    def _on_profile(self, flags: tuple[str, ...] | None) -> None:
        if flags is None:
            return
        changes = changes_in_words(self._preview(flags))
        if self._change_settings(
            lambda: self.session.change_profile(has=flags, lacks=set(FLAGS) - set(flags))
        ):
            self.say(settings_words.PROFILE_CHANGED.format(changes=changes))

    def _change_settings(self, verb: Callable[[], object]) -> bool:
        key = self.row.key if self.row else None
        if not self.save(verb):
            return False
        board = self.session.board
        found = navigation.locate(board, key) if key else None
        self._place = found or navigation.clamped(board, self._place)
        self.show()
        return True

"""The open assessment: every verb of it has saved when it returns."""

from __future__ import annotations

import contextlib
from collections.abc import Collection, Sequence
from pathlib import Path

from fazhi_tui.domain import decide
from fazhi_tui.domain.adoption import Adoption, adoption
from fazhi_tui.domain.difference import Difference, with_flags
from fazhi_tui.domain.filling.answering import Change, answer
from fazhi_tui.domain.filling.drafts import draft_data, draft_from
from fazhi_tui.domain.log.handover_format import adopted_digests
from fazhi_tui.domain.reckoning.workdays import Calendar
from fazhi_tui.domain.scheme import Scheme
from fazhi_tui.errors import BadInputError, FazhiError, SaveFailedError
from fazhi_tui.loading.checklists.checklist_files import Library
from fazhi_tui.os_faults import os_fault
from fazhi_tui.recording import Clock, stamp
from fazhi_tui.reporting.handover_file import handover_bytes
from fazhi_tui.reviewing import Reviewing
from fazhi_tui.storage.export import export
from fazhi_tui.storage.store import AssessmentStore


class Session(Reviewing):
    """One assessment, open for reading or (with its lock) for writing; see `open_session`."""

    def __init__(
        self, store: AssessmentStore, *, actor: str, clock: Clock, calendar: Calendar, writable: bool
    ) -> None:
        super().__init__(store, actor=actor, clock=clock, calendar=calendar, writable=writable)
        self.unfit = ""
        """What was being typed, where it did not become an answer: too long, or no longer asked."""
        self.recovered: Change | None = self._recover_draft() if writable else None

    def answer(self, changes: Sequence[Change]) -> bool:
        """Record changes to answers as one step; False if nothing changed.

        Raises:
            BadInputError: a change that does not fit its item; nothing is recorded.
            RefusedError: not in this state.
            SaveFailedError: kept, but not on disk yet.
        """
        return self._record_if(answer(self.board, changes))

    def check(self, changes: Sequence[Change]) -> None:
        """Raise what `answer` would refuse; records nothing."""
        answer(self.board, changes)

    def change_profile(self, *, has: Collection[str], lacks: Collection[str]) -> bool:
        """Change the unit's powers; False if that changes nothing."""
        return self._record_if(decide.change_profile(self.assessment, has=has, lacks=lacks))

    def preview_profile(self, *, has: Collection[str], lacks: Collection[str]) -> Difference:
        """What would come and go if the unit's powers were changed so."""
        wish = decide.change_profile(self.assessment, has=has, lacks=lacks)
        flags = self.assessment.flags if wish is None else frozenset(wish[1]["flags"])
        return with_flags(self.assessment, self.library.checklists, flags)

    def add_sheet(self, checklist: str, name: str, *, kind: str = "", role: str = "") -> None:
        """Add a sheet for a matter, case file, person or document."""
        self._record(
            decide.add_sheet(self.assessment, self.library.checklists, checklist, name, kind=kind, role=role)
        )

    def rename_sheet(self, checklist: str, old: str, new: str) -> None:
        """Give a sheet's object another name."""
        self._record(decide.rename_sheet(self.assessment, checklist, old, new))

    def remove_sheet(self, checklist: str, name: str) -> None:
        """Take a sheet out; undo brings it back."""
        self._record(decide.remove_sheet(self.assessment, checklist, name))

    def declare_absent(self, checklist: str, kind: str, reason: str) -> None:
        """Declare 本年无 for a kind of object."""
        self._record(decide.declare_absent(self.assessment, self.library.checklists, checklist, kind, reason))

    def set_param(self, name: str, value: str, source: str) -> bool:
        """Fill in a local figure, named by its id or label; False if that changes nothing.

        Raises:
            BadInputError: no such figure, a value not of its type, or no source.
        """
        checklists = self.library.checklists
        return self._record_if(decide.set_param(self.assessment, checklists, name, value, source))

    def clear_param(self, name: str) -> bool:
        """Take a local figure out again, named by its id or label; False if it is not filled in.

        Raises:
            BadInputError: no such figure.
        """
        return self._record_if(decide.clear_param(self.assessment, self.library.checklists, name))

    def adopt(self, library: Library, scheme: Scheme) -> bool:
        """Go over to these checklists and this way of scoring; False if that changes nothing.

        Raises:
            RefusedError: not in this state.
            BadInputError: the checklists cannot be kept; nothing is recorded.
        """
        change = self.preview_adoption(library, scheme)
        if not change.changes_anything:
            return False
        self._require_writable("adopted")
        try:
            self._store.put_checklists(library.data)
        except OSError as error:
            raise BadInputError(
                f"清单存不进去：{os_fault(error)}", "请腾出磁盘空间或检查权限后再试。"
            ) from None
        self._record(decide.adopt(library.checklists, library.digest, scheme, change.unconfirmed))
        return True

    def preview_adoption(self, library: Library, scheme: Scheme) -> Adoption:
        """What `adopt` would change."""
        return adoption(self.assessment, self.board, library.checklists, scheme)

    def keep_draft(self, draft: Change) -> None:
        """Keep what is being typed, so that a killed process loses nothing of it."""
        self._store.write_draft(draft_data(draft))

    def drop_draft(self) -> None:
        """Forget what was being typed: it became an answer on disk, or was given up."""
        if self.is_saved and self.is_open:
            with contextlib.suppress(OSError):
                self._store.drop_draft()

    def handover(self) -> bytes:
        """The hand-over file: the whole log and all checklists it refers to.

        Raises:
            BadInputError: it would be too big.
            DamagedError: checklists the log refers to are gone.
        """
        sets = {digest: self._store.read_checklists(digest) for digest in adopted_digests(self._log)}
        return handover_bytes(self._log, sets, self.check_code)

    def export_handover(self, path: Path) -> None:
        """Write the hand-over file.

        Raises:
            BadInputError: as `handover`, or the file cannot be written there.
            DamagedError: as `handover`.
        """
        export(path, self.handover())

    def _recover_draft(self) -> Change | None:
        """Make an answer of what was being typed when the last writer was killed."""
        draft = self._store.read_draft()
        if draft is None:
            return None
        try:
            change = draft_from(draft)
            recorded = self.answer([change])
        except SaveFailedError:
            return change
        except (KeyError, TypeError, ValueError, FazhiError):
            note = draft.get("note")
            self.unfit = note if isinstance(note, str) else ""
            return None
        self.drop_draft()
        return change if recorded else None


def open_session(
    store: AssessmentStore, *, actor: str, clock: Clock, calendar: Calendar, writable: bool
) -> Session:
    """Open an assessment; `calendar` says which days are working days.

    Raises:
        LockedError: to be written, and another process has it open.
        DamagedError: its files do not read or its chain does not hold.
    """
    if not writable:
        return Session(store, actor=actor, clock=clock, calendar=calendar, writable=False)
    store.lock(actor, stamp(clock))
    try:
        return Session(store, actor=actor, clock=clock, calendar=calendar, writable=True)
    except BaseException:
        store.unlock()
        raise

"""The data folder as the user sees it: make, find, list and delete assessments."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from fazhi_tui.clock import Clock, stamp
from fazhi_tui.errors import FazhiError
from fazhi_tui.paths import checklist_files, shipped_checklists_folder
from fazhi_tui.storage.archive import Archive

# Imported where they are used: the list, with which the screens open, needs none of them.
if TYPE_CHECKING:
    from fazhi_tui.domain.assessment import Assessment
    from fazhi_tui.domain.filling.former import Former
    from fazhi_tui.domain.log.merge import Merging
    from fazhi_tui.domain.rectifying.repeats import LookBack
    from fazhi_tui.domain.scheme import Scheme
    from fazhi_tui.loading.calendar import UnitCalendar
    from fazhi_tui.loading.checklists.checklist_files import Library
    from fazhi_tui.loading.handover import Handover
    from fazhi_tui.restoring import Restored
    from fazhi_tui.session import Session
    from fazhi_tui.storage.copies import Copy
    from fazhi_tui.storage.store import AssessmentStore


@dataclass(frozen=True, slots=True)
class NewAssessment:
    """What is asked of the user to begin: `checklists` empty means all shipped."""

    unit: str
    year: int
    kind: str
    flags: tuple[str, ...] = ()
    checklists: tuple[str, ...] = ()
    round: str = ""
    is_demo: bool = False


@dataclass(frozen=True, slots=True)
class Listed:
    """An assessment in the list: its summary, or why it cannot be read."""

    id: str
    summary: dict[str, Any] | None
    fault: FazhiError | None = None


class Workspace:
    """All assessments under one data folder, for one user."""

    def __init__(self, data: Path, *, actor: str, clock: Clock) -> None:
        self.data = data
        self.actor = actor
        self.clock = clock
        self._archive = Archive(data)

    @property
    def own_checklists(self) -> Path:
        """Where a unit keeps checklists of its own."""
        return self.data / "checklists"

    @property
    def laws(self) -> Path:
        """Where a unit keeps statute texts of its own."""
        return self.data / "laws"

    @property
    def calendar_table(self) -> Path:
        """Where a unit keeps rest days and working days of its own."""
        return self.data / "calendar.toml"

    @cached_property
    def _calendar(self) -> UnitCalendar:
        from fazhi_tui.loading.calendar import UnitCalendar

        return UnitCalendar(self.calendar_table)

    @property
    def calendar_fault(self) -> FazhiError | None:
        """Why the unit's own table did not read when an assessment was opened last; None where it did."""
        return self._calendar.fault if "_calendar" in vars(self) else None

    def checklist_files(self) -> tuple[list[Path], list[Path]]:
        """The shipped checklists and the unit's own, each in the one order."""
        return checklist_files(shipped_checklists_folder()), checklist_files(self.own_checklists)

    @staticmethod
    def shipped_and_own(files: Sequence[Path]) -> tuple[list[Path], list[Path]]:
        """Checklist files parted by their folder: what does not lie with the shipped ones is a unit's own."""
        folder = shipped_checklists_folder().resolve()
        shipped = [path for path in files if path.resolve().parent == folder]
        return shipped, [path for path in files if path not in shipped]

    def library(self) -> Library:
        """The checklists a new assessment can adopt.

        Raises:
            FileFaultsError: with every fault found in them.
        """
        from fazhi_tui.loading.checklists.checklist_files import load_library

        return load_library(*self.checklist_files())

    def scheme(self, library: Library) -> Scheme:
        """The unit's own way of scoring, the standard one where it has none.

        Raises:
            FileFaultsError: with every fault of `scoring.toml`.
        """
        from fazhi_tui.loading.scoring_file import load_scheme

        return load_scheme(self.data / "scoring.toml", [c.id for c in library.checklists])

    def newest(self, session: Session) -> tuple[Library, Scheme]:
        """What an assessment could adopt now: its checklists in their newest versions, the unit's scheme.

        A checklist that is no longer at hand stays as the assessment has it.
        """
        every = self.library()
        kept = session.library.in_newest_versions(every)
        return kept, self.scheme(every)

    def default_checklists(self, library: Library) -> tuple[str, ...]:
        """The ids adopted unless others are named: all shipped, none of the unit's own."""
        shipped = len(checklist_files(shipped_checklists_folder()))
        return tuple(checklist.id for checklist in library.checklists[:shipped])

    def create(self, wanted: NewAssessment) -> str:
        """Make an assessment; returns its id.

        Raises:
            BadInputError: a name, year, kind, flag or checklist that does not fit, or it exists already.
        """
        from fazhi_tui.creating import create_assessment
        from fazhi_tui.domain import decide

        every = self.library()
        library = every.named(wanted.checklists or self.default_checklists(every))
        created = decide.create(
            unit=wanted.unit,
            year=wanted.year,
            kind=wanted.kind,
            round_=wanted.round,
            flags=wanted.flags,
            is_demo=wanted.is_demo,
        )
        there = {listed.id: listed.summary for listed in self.list()}
        return create_assessment(
            self._archive, created, library, self.scheme(every), there=there, who=self.actor, clock=self.clock
        )

    def open(self, given: str, *, writable: bool) -> Session:
        """Open the assessment with this id or unique beginning of one.

        Raises:
            BadInputError: none or several match.
            LockedError: to be written, and another process has it open.
            DamagedError: its files do not read.
        """
        session = self._session(self._archive.find(given), writable=writable)
        session.look_back = partial(self._look_back, session.assessment)  # not itself: it would outlive use
        return session

    def preview_merge(self, given: Handover, *, takes_over: bool) -> Merging:
        """What `merge` would change; writes nothing."""
        from fazhi_tui.merging import preview_merging

        return preview_merging(self._archive, given, takes_over=takes_over)

    def merge(self, given: Handover, *, takes_over: bool) -> Merging:
        """Take a hand-over file in; see `merging.merge_into`."""
        from fazhi_tui.merging import merge_into

        return merge_into(
            self._archive, given, takes_over=takes_over, who=self.actor, since=stamp(self.clock)
        )

    def copies(self, given: str) -> tuple[Copy, ...]:
        """What an assessment can be restored from; see `restoring.good_copies`."""
        from fazhi_tui.restoring import good_copies

        return good_copies(self._archive, given)

    def restore(self, given: str, name: str = "") -> Restored:
        """Put a good copy in place; see `restoring.restore`."""
        from fazhi_tui.restoring import restore

        at = stamp(self.clock)
        aside = self.clock().strftime("%Y%m%d-%H%M%S")
        return restore(self._archive, given, name, who=self.actor, since=at, stamp=aside)

    def list(self, at_most: int | None = None) -> list[Listed]:
        """All assessments, or the first, with their summaries; a damaged one is listed with its fault."""
        return [self._listed(id) for id in self._archive.ids()[:at_most]]

    def delete(self, given: str) -> Path:
        """Move an assessment to the trash; returns where it is now."""
        store = self._archive.find(given)
        store.lock(self.actor, stamp(self.clock))
        store.unlock()
        return self._archive.trash(store.id, self.clock().strftime("%Y%m%d-%H%M%S"))

    def before(self, session: Session) -> Session | None:
        """The same unit's self-check before this one, to read; None where there is none."""
        from fazhi_tui.domain.filling.former import newest_before

        others = {id: self._listed(id).summary for id in self._archive.ids() if id != session.id}
        id = newest_before(session.assessment, others)
        return None if id is None else self.open(id, writable=False)

    def former(self, session: Session) -> Former | None:
        """What that one answered. May run in a thread."""
        from fazhi_tui.domain.filling.former import former

        earlier = self.before(session)
        return None if earlier is None else former(earlier.assessment, earlier.board)

    def _look_back(self, assessment: Assessment) -> LookBack:
        from fazhi_tui.looking_back import look_back

        listed = {entry.id: entry.summary for entry in self.list()}
        return look_back(assessment, listed, lambda id: self.open(id, writable=False))

    def _listed(self, id: str) -> Listed:
        summary = self._archive.summary(id)
        if summary is not None:
            return Listed(id, summary)
        from fazhi_tui.reporting.views.summary import summary_of

        store = self._archive.store(id)
        try:
            session = self._session(store, writable=False)
            summary = summary_of(session.assessment, session.board)
        except FazhiError as fault:
            return Listed(id, None, fault)
        store.write_summary(summary)
        return Listed(id, summary)

    def _session(self, store: AssessmentStore, *, writable: bool) -> Session:
        from fazhi_tui.session import open_session

        return open_session(
            store, actor=self.actor, clock=self.clock, calendar=self._calendar.load(), writable=writable
        )

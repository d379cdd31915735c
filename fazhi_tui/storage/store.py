"""The folder of one assessment: its log, its adopted checklists, its copies, its summary, its draft."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from fazhi_tui.domain.log.events import Event, Lane, Log
from fazhi_tui.storage.adopted import AdoptedChecklists
from fazhi_tui.storage.atomic import sweep
from fazhi_tui.storage.lock import WriteLock
from fazhi_tui.storage.segments import Segments
from fazhi_tui.storage.side_file import read_side_file, write_side_file
from fazhi_tui.storage.summaries import write_summary

if TYPE_CHECKING:
    from fazhi_tui.storage.copies import Copies

_DRAFT = "draft.json"


class AssessmentStore:
    """Reads without a lock; writes only between `lock` and `unlock`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._segments = Segments(folder)
        self._checklists = AdoptedChecklists(folder)
        self._lock = WriteLock(folder)

    @property
    def copies(self) -> Copies:
        """The copies it can be restored from; restoring needs the lock."""
        # They read and check whole assessments; the list of assessments does not.
        from fazhi_tui.storage.copies import Copies

        return Copies(self.folder)

    @property
    def id(self) -> str:
        """The assessment's id, which is its folder's name."""
        return self.folder.name

    def lock(self, who: str, since: str) -> None:
        """Become the one writer, and sweep what a killed one left.

        Raises:
            LockedError: another process has it open.
        """
        self._lock.acquire(who, since)
        sweep(self.folder)

    def unlock(self) -> None:
        """Stop being the writer."""
        self._lock.release()

    @property
    def writer(self) -> Lane:
        """The lane this copy of the assessment may write, as it stood when its log was last read."""
        return self._segments.writer

    def create(
        self,
        checklists: Sequence[Mapping[str, Any]],
        events: Sequence[Event],
        *,
        writer: Lane = Lane.OFFICER,
    ) -> None:
        """Write a new assessment; the log last, so that an assessment without one never began."""
        self._checklists.create(checklists)
        self._segments.create(events, writer)

    def read_log(self) -> Log:
        """The whole log, checked."""
        return self._segments.read()

    def append(self, log: Log, events: Sequence[Event]) -> None:
        """Put events behind a stored log; durable when it returns."""
        self._segments.append(log, events)

    def merge(self, log: Log, events: Sequence[Event], *, writer: Lane) -> None:
        """Put events of either lane behind the stored log, and let this copy write that lane from now on.

        One save, whole or absent even if killed; nothing is written where nothing changes.

        Raises:
            OSError: none of it is on disk, or all; merging again does what is missing.
        """
        if writer is not self.writer:
            self._segments.rewrite(events, writer)
        elif events:
            self._segments.append(log, events)

    def put_checklists(self, data: Sequence[Mapping[str, Any]]) -> None:
        """Keep a set of checklists durably, before the event that adopts it is appended.

        Raises:
            OSError: it could not be kept.
        """
        self._checklists.put(data)

    def read_checklists(self, digest: str) -> list[dict[str, Any]]:
        """The adopted checklists with this digest (`domain.events.digest` of the list), as plain data.

        Raises:
            DamagedError: no file holds them.
        """
        return self._checklists.read(digest)

    def use_checklists(self, digest: str) -> None:
        """Make the kept set with this digest `checklists.json`, after the event; failing to is no fault.

        Raises:
            DamagedError: no file holds them.
        """
        self._checklists.use(digest)

    def write_summary(self, values: Mapping[str, Any]) -> None:
        """Keep what the list shows of the log last read or appended to here."""
        stamp = self._segments.stamp
        if stamp is not None:
            write_summary(self.folder, stamp, values)

    def write_draft(self, draft: Mapping[str, Any]) -> None:
        """Keep what is being typed and not yet an answer."""
        write_side_file(self.folder / _DRAFT, dict(draft))

    def read_draft(self) -> dict[str, Any] | None:
        """What was being typed when the last writer was stopped; None if it is not there whole."""
        draft = read_side_file(self.folder / _DRAFT)
        return draft if isinstance(draft, dict) else None

    def drop_draft(self) -> None:
        """Forget the draft."""
        (self.folder / _DRAFT).unlink(missing_ok=True)

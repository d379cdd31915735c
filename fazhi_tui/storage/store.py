"""The folder of one assessment: its log, its adopted checklists, its summary, its draft."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from fazhi_tui.domain.events import Event, Log
from fazhi_tui.errors import DamagedError
from fazhi_tui.storage.adopted import AdoptedChecklists
from fazhi_tui.storage.atomic import sweep, write_bytes
from fazhi_tui.storage.lock import WriteLock
from fazhi_tui.storage.segments import LIVE, Segments
from fazhi_tui.storage.tiny import decode, encode

_SUMMARY = "summary.json"
_DRAFT = "draft.json"


class AssessmentStore:
    """Reads without a lock; writes only between `lock` and `unlock`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._segments = Segments(folder)
        self._checklists = AdoptedChecklists(folder)
        self._lock = WriteLock(folder)

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

    def create(self, checklists: Sequence[Mapping[str, Any]], events: Sequence[Event]) -> None:
        """Write a new assessment; the log last, so that an assessment without one never began."""
        self._checklists.create(checklists)
        self._segments.create(self.id, events)

    def read_log(self) -> Log:
        """The whole log, checked."""
        return self._segments.read()

    def append(self, log: Log, events: Sequence[Event]) -> None:
        """Put events behind a stored log; durable when it returns."""
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

    def read_summary(self) -> dict[str, Any] | None:
        """The summary if it belongs to the log as it stands, else None."""
        try:
            summary = decode((self.folder / _SUMMARY).read_bytes(), self.folder / _SUMMARY)
        except (OSError, DamagedError):
            return None
        fresh = isinstance(summary, dict) and summary.get("of") == self._stamp()
        return summary.get("values") if fresh else None

    def write_summary(self, values: Mapping[str, Any]) -> None:
        """Keep what the home screen shows; it can always be rebuilt, so failing to write it is no fault."""
        with contextlib.suppress(OSError):
            data = {"of": self._stamp(), "values": dict(values)}
            write_bytes(self.folder / _SUMMARY, encode(data), durable=False)

    def write_draft(self, draft: Mapping[str, Any]) -> None:
        """Keep what is being typed and not yet an answer."""
        write_bytes(self.folder / _DRAFT, encode(dict(draft)), durable=False)

    def read_draft(self) -> dict[str, Any] | None:
        """What was being typed when the last writer was stopped."""
        try:
            draft = decode((self.folder / _DRAFT).read_bytes(), self.folder / _DRAFT)
        except (OSError, DamagedError):
            return None
        return draft if isinstance(draft, dict) else None

    def drop_draft(self) -> None:
        """Forget the draft."""
        (self.folder / _DRAFT).unlink(missing_ok=True)

    def _stamp(self) -> list[int]:
        status = (self.folder / LIVE).stat()
        return [status.st_size, status.st_mtime_ns]

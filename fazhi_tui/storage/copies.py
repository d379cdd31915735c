"""Going back to a good copy after damage: which there are, what each would lose, and putting one in place."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from fazhi_tui.domain.log.events import Event, Lane, Log, in_order
from fazhi_tui.domain.log.fold import fold
from fazhi_tui.errors import BadInputError, DamagedError, NewerDataError
from fazhi_tui.storage.adopted import AdoptedChecklists
from fazhi_tui.storage.atomic import make_folder, second_name, sync_folder, write_bytes
from fazhi_tui.storage.generations import LIVE, SEALED, Generations
from fazhi_tui.storage.salvage import continued, readable_events, writer_in
from fazhi_tui.storage.segment import Segment, heads_of, joined, read_segment, segment_bytes
from fazhi_tui.storage.segments import Segments

DAMAGED = "damaged"
MENDED = "拼合"
PREVIOUS = "上一版"


@dataclass(frozen=True, slots=True)
class Copy:
    """A whole log the assessment can be restored to; its chains, its fold and its checklists were checked.

    Attributes:
        name: 拼合 (the newest other copy and every readable event that continues it), 上一版 (before the
            last save), or the day at whose end it stood so, 2026-11-24.
        log: its events.
        loses: how many events that can still be read of the present files are not in it.
        since: the time of the first of those, ISO 8601; empty if there is none.
    """

    name: str
    log: Log = field(repr=False)
    loses: int
    since: str

    @property
    def words(self) -> str:
        """Its name, up to when it reaches, and what it would lose."""
        since = self.since[:16].replace("T", " ")
        lost = f"，会少{self.loses}条记录（{since}起）" if self.loses else "，能读出的一条不少"
        return f"{self.name}：{len(self.log)}条记录，到{self.last_at[:16].replace('T', ' ')}{lost}"

    @property
    def last_at(self) -> str:
        """The time of its last event, ISO 8601."""
        return max(self.log.lane(lane)[-1].at for lane in Lane if self.log.lane(lane))


class Copies:
    """The copies of one assessment. Listing reads only; restoring needs the lock, held by the caller."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._live = folder / LIVE
        self._generations = Generations(folder)
        self._checklists = AdoptedChecklists(folder)

    def good(self) -> tuple[Copy, ...]:
        """The copies that verify, the newest first; none if none does.

        Raises:
            NewerDataError: the files are of a newer version and not damaged.
        """
        self._require_not_newer()
        readable = self._readable()
        logs = list(self.kept())
        mended = continued(logs[0][1] if logs else Log(), readable)
        if self._verifies(mended) and not any(log == mended for _, log in logs[:1]):
            logs.insert(0, (MENDED, mended))
        return tuple(_copy(name, log, readable) for name, log in logs)

    def find(self, name: str) -> Copy:
        """The good copy of this name.

        Raises:
            BadInputError: there is none; names those there are.
            NewerDataError: the files are of a newer version and not damaged.
        """
        good = self.good()
        for copy in good:
            if copy.name == name:
                return copy
        names = f"可用：{'、'.join(copy.name for copy in good)}。" if good else "没有可用的备份。"
        raise BadInputError(f"没有完好的备份“{name}”。", names)

    def restore(self, copy: Copy, stamp: str) -> Path:
        """Put a copy in place of the present files; returns the folder where those are kept as they were.

        One replace of the live file puts all of it in place: before it everything is as it was, after it
        the assessment is the copy. Open the store anew to go on.

        Args:
            copy: one of `good`.
            stamp: a name for the folder under `damaged/`; a number is put behind one that is taken.

        Raises:
            NewerDataError: the files are of a newer version and not damaged.
            OSError: the files are as they were; or the copy is in place, where only the last fsync failed.
        """
        self._require_not_newer()
        aside = self._set_aside(stamp)
        self._keep_sealed()
        keep = self._generations.keep if self._is_whole() else None
        # One segment with everything: nothing in `sealed/` counts any longer, whatever happens next.
        data = segment_bytes(self._folder.name, 1, heads_of(Log()), in_order(copy.log), self._writer())
        write_bytes(self._live, data, keep=keep)
        self._tidy(copy.log)
        return aside

    def _require_not_newer(self) -> None:
        try:
            read_segment(self._live)
        except NewerDataError:
            raise
        except DamagedError:
            return

    def _writer(self) -> Lane:
        """The lane this copy of the assessment may write, by the newest file that still says it."""
        paths = (self._live, self._generations.previous, *self._generations.days())
        return next((found for path in paths if (found := writer_in(path))), Lane.OFFICER)

    def _readable(self) -> list[Event]:
        paths = [*sorted((self._folder / SEALED).glob("*.json")), self._live]
        return [event for path in paths for event in readable_events(path)]

    def kept(self) -> Iterator[tuple[str, Log]]:
        """The copies made while saving that verify, the newest first: name and log."""
        paths = [(PREVIOUS, self._generations.previous)]
        paths += [(path.stem, path) for path in self._generations.days()]
        for name, path in paths:
            with contextlib.suppress(DamagedError, OSError):
                log = joined(self._back_from(read_segment(path)))
                if self._verifies(log):
                    yield name, log

    def _back_from(self, last: Segment) -> list[Segment]:
        """The segments that lead to one, each from wherever it holds."""
        segments = [last]
        while (first := segments[0]).number > 1:
            segments.insert(0, self._ending_with(first))
        return segments

    def _ending_with(self, following: Segment) -> Segment:
        number, heads = following.number - 1, following.continues
        paths = [self._folder / SEALED / f"{number:04d}.json", self._generations.sealed(number, heads)]
        for path in paths:
            with contextlib.suppress(DamagedError):
                segment = read_segment(path)
                if segment.number == number and segment.heads == heads and segment.holds:
                    return segment
        raise DamagedError(f"数据分段接不上：{following.path}")

    def _verifies(self, log: Log) -> bool:
        try:
            self._checklists.read(fold(log).checklists_digest)
        except DamagedError:
            return False
        return True

    def _is_whole(self) -> bool:
        try:
            return self._verifies(Segments(self._folder).read())
        except (DamagedError, OSError):
            return False

    def _set_aside(self, stamp: str) -> Path:
        home = self._folder / DAMAGED
        names = [stamp, *(f"{stamp}~{number}" for number in range(2, 1000))]
        aside = next(path for name in names if not (path := home / name).exists())
        make_folder(aside)
        present = [
            path
            for path in self._folder.iterdir()
            if path.is_file() and path.name[0] != "." and path.suffix == ".json"
        ]
        for path in present:
            second_name(path, aside / path.name, durable=True)
        for path in sorted((self._folder / SEALED).glob("*.json")):
            make_folder(aside / SEALED)
            second_name(path, aside / SEALED / path.name, durable=True)
        for folder in (aside, aside / SEALED):
            if folder.is_dir():
                sync_folder(folder)
        return aside

    def _keep_sealed(self) -> None:
        """See to it that older copies lead back to the first event without what is in `sealed/`."""
        for path in sorted((self._folder / SEALED).glob("*.json")):
            with contextlib.suppress(DamagedError, OSError):
                segment = read_segment(path)
                if segment.holds and not self._generations.sealed(segment.number, segment.heads).exists():
                    self._generations.keep_sealed(path, segment.number, segment.heads)

    def _tidy(self, log: Log) -> None:
        with contextlib.suppress(OSError):
            for path in (self._folder / SEALED).glob("*.json"):
                path.unlink()
            os.rmdir(self._folder / SEALED)  # noqa: PTH106
        with contextlib.suppress(DamagedError):
            self._checklists.use(fold(log).checklists_digest)


def _copy(name: str, log: Log, readable: list[Event]) -> Copy:
    there = {event.hash for lane in Lane for event in log.lane(lane)}
    lost = {event.hash: event for event in readable if event.hash not in there}
    return Copy(name, log, len(lost), min((event.at for event in lost.values()), default=""))

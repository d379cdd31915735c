"""The event log on disk: a live segment that grows, sealed ones that never change.

TinyDB rewrites its whole file at each insert; sealing keeps that file, and so each save, small for ever.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from fazhi_tui.domain.log.events import Event, Lane, Log
from fazhi_tui.errors import DamagedError
from fazhi_tui.storage.atomic import make_folder, read_bytes, write_bytes
from fazhi_tui.storage.generations import LIVE, SEALED, Generations
from fazhi_tui.storage.segment import heads_of, joined, read_segment, segment_bytes
from fazhi_tui.storage.summaries import Stamp, stamp_of
from fazhi_tui.storage.tiny import insert

SEAL_AT = 256
_READINGS = 3


class Segments:
    """The segments in one assessment's folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._live = folder / LIVE
        self._generations = Generations(folder)
        self._number = 1
        self._count = 0
        self._stamp: Stamp | None = None
        self._in_doubt = False
        self._writer = Lane.OFFICER

    @property
    def writer(self) -> Lane:
        """The lane this copy may write, as last read or written here."""
        return self._writer

    @property
    def stamp(self) -> Stamp | None:
        """What the live file was when last read or written here."""
        return self._stamp

    def create(self, events: Sequence[Event], writer: Lane = Lane.OFFICER) -> None:
        """Write the first segment with its first events, in one replace."""
        write_bytes(self._live, segment_bytes(self._folder.name, 1, heads_of(Log()), events, writer))
        self._writer = writer

    def read(self) -> Log:
        """All events, both chains and the segments' links checked.

        Raises:
            DamagedError: names the file and the first event that does not fit.
        """
        for _ in range(_READINGS - 1):
            stamp = stamp_of(self._live)
            try:
                return self._read()
            except DamagedError:
                # A restore puts another live file in place and its predecessors away.
                if stamp_of(self._live) == stamp:
                    raise
        return self._read()

    def append(self, log: Log, events: Sequence[Event]) -> None:
        """Put events on disk after the log that `read` returned and earlier calls continued.

        Returns when they are durable.

        Raises:
            OSError: they are perhaps not on disk; given again, those that are will not be written twice.
            DamagedError: the files were changed by something else since; nothing is written.
        """
        is_known = not self._in_doubt and self._stamp is not None and self._stamp == stamp_of(self._live)
        stored, missing = (log, list(events)) if is_known else self._still_to_write(log, events)
        self._in_doubt = True
        if self._count >= SEAL_AT:
            self._seal(stored)
        rows = [event.as_dict() for event in missing]
        insert(self._live, "events", rows, behind=self._count, keep=self._generations.keep)
        self._count += len(missing)
        self._stamp = stamp_of(self._live)
        self._in_doubt = False

    def rewrite(self, events: Sequence[Event], writer: Lane) -> None:
        """Put events behind those stored and say which lane is written from now on, in one replace.

        Raises:
            OSError: none of it is on disk, or all.
            DamagedError: the live segment does not read.
        """
        live = read_segment(self._live)
        both = (*live.events, *events)
        data = segment_bytes(self._folder.name, live.number, live.continues, both, writer)
        write_bytes(self._live, data, keep=self._generations.keep)
        self._count, self._writer, self._stamp = len(both), writer, stamp_of(self._live)

    def _read(self) -> Log:
        # The live segment is read first and once: a writer may seal it meanwhile, and its sealed
        # predecessors never change.
        stamp = stamp_of(self._live)
        live = read_segment(self._live)
        sealed = [read_segment(self._sealed(number)) for number in range(1, live.number)]
        log = joined([*sealed, live])
        self._number, self._count, self._stamp = live.number, len(live.events), stamp
        self._writer = live.writer
        return log

    def _still_to_write(self, log: Log, events: Sequence[Event]) -> tuple[Log, list[Event]]:
        stored = self.read()
        there = _hashes(stored)
        if not _hashes(log) <= there <= _hashes(log) | {event.hash for event in events}:
            raise DamagedError(
                f"打开期间，数据文件被别的程序换过：{self._live}",
                "这一步没有写入。请退出再打开，核对最近的自评；勿用网盘同步正在使用的数据文件夹。",
            )
        return stored, [event for event in events if event.hash not in there]

    def _seal(self, log: Log) -> None:
        # The copy first: at every moment the live file is there, and readers take only sealed
        # segments whose number is below its own.
        make_folder(self._folder / SEALED)
        heads = heads_of(log)
        write_bytes(self._sealed(self._number), read_bytes(self._live))
        self._generations.keep_sealed(self._live, self._number, heads)
        number = self._number + 1
        new = segment_bytes(self._folder.name, number, heads, (), self._writer)
        write_bytes(self._live, new, keep=self._generations.keep)
        self._number, self._count = number, 0

    def _sealed(self, number: int) -> Path:
        return self._folder / SEALED / f"{number:04d}.json"


def _hashes(log: Log) -> set[str]:
    return {event.hash for lane in Lane for event in log.lane(lane)}

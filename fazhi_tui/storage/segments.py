"""The event log on disk: a live segment that grows, sealed ones that never change.

TinyDB rewrites its whole file at each insert; sealing keeps that file, and so each save, small for ever.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from fazhi_tui.domain.events import NO_HASH, Event, Lane, Log, event_from, log_from
from fazhi_tui.errors import DamagedError
from fazhi_tui.storage.atomic import write_bytes
from fazhi_tui.storage.tiny import SCHEMA, Tables, encode, open_database, read_tables

SEAL_AT = 256
LIVE = "events.json"
SEALED = "sealed"
_HINT = "文件未作任何改动，请用备份恢复。"


class Segments:
    """The segments in one assessment's folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._live = folder / LIVE
        self._meta: dict[str, Any] = {}
        self._count = 0
        self._in_doubt = False

    def create(self, id: str, events: Sequence[Event]) -> None:
        """Write the first segment with its first events, in one replace."""
        write_bytes(self._live, encode(_tables(_meta(id, 1, Log()), events)))

    def read(self) -> Log:
        """All events, both chains and the segments' links checked.

        Raises:
            DamagedError: names the file and the first thing that does not fit.
        """
        log = Log()
        for number, (path, meta, events) in enumerate(self._all(), start=1):
            if meta.get("segment") != number or meta.get("continues") != _heads(log):
                raise DamagedError(f"数据分段接不上：{path}", _HINT)
            log = log.with_events(events)
            self._meta, self._count = meta, len(events)
        return log_from([*log.officer, *log.adviser])

    def append(self, log: Log, events: Sequence[Event]) -> None:
        """Put events on disk after the log that `read` returned and earlier calls continued.

        Returns when they are durable.

        Raises:
            OSError: they are perhaps not on disk; given again, those that are will not be written twice.
        """
        stored, missing = self._still_to_write(events) if self._in_doubt else (log, list(events))
        self._in_doubt = True
        if self._count >= SEAL_AT:
            self._seal(stored)
        with open_database(self._live) as database:
            database.table("events").insert_multiple(event.as_dict() for event in missing)
        self._count += len(missing)
        self._in_doubt = False

    def _still_to_write(self, events: Sequence[Event]) -> tuple[Log, list[Event]]:
        stored = self.read()
        there = {event.hash for lane in Lane for event in stored.lane(lane)}
        return stored, [event for event in events if event.hash not in there]

    def _seal(self, log: Log) -> None:
        # The copy first: at every moment the live file is there, and readers take only sealed
        # segments whose number is below its own.
        number = self._meta["segment"]
        sealed = self._folder / SEALED
        sealed.mkdir(mode=0o700, exist_ok=True)
        write_bytes(sealed / f"{number:04d}.json", self._live.read_bytes())
        meta = _meta(self._meta["id"], number + 1, log)
        write_bytes(self._live, encode(_tables(meta, ())))
        self._meta, self._count = meta, 0

    def _all(self) -> Iterator[tuple[Path, dict[str, Any], list[Event]]]:
        # The live segment is read first and once: a writer may seal it meanwhile, and its sealed
        # predecessors never change.
        live, live_events = _read_segment(self._live)
        for number in range(1, _number(live, self._live)):
            path = self._folder / SEALED / f"{number:04d}.json"
            yield path, *_read_segment(path)
        yield self._live, live, live_events


def _tables(meta: dict[str, Any], events: Sequence[Event]) -> Tables:
    rows = {str(number): event.as_dict() for number, event in enumerate(events, start=1)}
    return {"meta": {"1": meta}, "events": rows}


def _meta(id: str, number: int, log: Log) -> dict[str, Any]:
    return {"schema": SCHEMA, "id": id, "segment": number, "continues": _heads(log)}


def _heads(log: Log) -> dict[str, str]:
    return {lane.value: log.head(lane) for lane in Lane} if len(log) else dict.fromkeys(Lane, NO_HASH)


def _number(meta: dict[str, Any], path: Path) -> int:
    number = meta.get("segment")
    if type(number) is not int or number < 1:
        raise DamagedError(f"数据分段没有编号：{path}", _HINT)
    return number


def _read_segment(path: Path) -> tuple[dict[str, Any], list[Event]]:
    try:
        tables = read_tables(path)
    except FileNotFoundError:
        raise DamagedError(f"数据文件不见了：{path}", "请用备份恢复。") from None
    metas = list(tables.get("meta", {}).values())
    if len(metas) != 1 or not isinstance(metas[0], dict) or "events" not in tables:
        raise DamagedError(f"数据文件的结构不对：{path}", _HINT)
    try:
        ordered = sorted(tables["events"].items(), key=lambda pair: int(pair[0]))
        return metas[0], [event_from(data) for _, data in ordered]
    except (ValueError, TypeError):
        raise DamagedError(f"数据文件的结构不对：{path}", _HINT) from None

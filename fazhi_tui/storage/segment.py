"""One segment of the log: a TinyDB file with the heads it continues and the events that follow them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fazhi_tui.domain.log.events import (
    LANE_NAMES,
    NO_HASH,
    Event,
    Lane,
    Log,
    event_from,
    is_genuine,
    log_from,
)
from fazhi_tui.errors import DamagedError, NewerDataError
from fazhi_tui.os_faults import os_fault
from fazhi_tui.storage.plain_json import UNTOUCHED, encode
from fazhi_tui.storage.salvage import whole_beginning
from fazhi_tui.storage.tiny import SCHEMA, misshapen, read_tables

_META = {"schema", "id", "segment", "writer", "continues"}


@dataclass(frozen=True, slots=True)
class Segment:
    """A segment as read: `number` counts from 1; `continues` has the head of each lane before it.

    `writer` is the lane this copy of the assessment may write; that of the live segment counts.
    """

    path: Path
    number: int
    continues: Mapping[str, str]
    events: tuple[Event, ...]
    writer: Lane

    @property
    def heads(self) -> dict[str, str]:
        """The head of each lane after it."""
        return {**self.continues, **{event.lane.value: event.hash for event in self.events}}

    @property
    def holds(self) -> bool:
        """Whether its events are genuine and follow what it continues and one another."""
        heads = dict(self.continues)
        for event in self.events:
            if event.prev != heads[event.lane.value] or not is_genuine(event):
                return False
            heads[event.lane.value] = event.hash
        return True


def heads_of(log: Log) -> dict[str, str]:
    """The head of each lane of a log."""
    return {lane.value: log.head(lane) for lane in Lane}


def segment_bytes(
    id: str, number: int, continues: Mapping[str, str], events: Sequence[Event], writer: Lane
) -> bytes:
    """A segment as it is stored."""
    meta = {"schema": SCHEMA, "id": id, "segment": number, "writer": writer, "continues": dict(continues)}
    rows = {str(row): event.as_dict() for row, event in enumerate(events, start=1)}
    return encode({"meta": {"1": meta}, "events": rows})


def read_segment(path: Path) -> Segment:
    """A segment's file.

    Raises:
        DamagedError: names the file and the first event that cannot be read.
    """
    try:
        tables = read_tables(path)
    except FileNotFoundError:
        raise DamagedError(f"数据文件不见了：{path}", "请用备份恢复。") from None
    except OSError as error:
        raise DamagedError(
            f"数据文件读不出来（{os_fault(error)}）：{path}", "文件未作任何改动，请检查权限和磁盘。"
        ) from None
    except NewerDataError:
        raise
    except DamagedError as fault:
        raise DamagedError(f"{fault.message}{_how_far(path)}", fault.hint) from None
    metas = list(tables.get("meta", {}).values())
    if len(metas) != 1 or "events" not in tables:
        raise misshapen(path)
    number, continues = metas[0].get("segment"), metas[0].get("continues")
    # Segments of the first version name no writer: all copies were the officer's.
    writer = metas[0].get("writer", Lane.OFFICER)
    if type(number) is not int or number < 1 or not _are_heads(continues) or writer not in list(Lane):
        raise misshapen(path)
    if metas[0].keys() - _META:
        raise misshapen(path)
    return Segment(path, number, continues, _events(tables["events"], path), Lane(writer))


def joined(segments: Sequence[Segment]) -> Log:
    """The log of segments that follow one another from the first, both chains checked.

    Raises:
        DamagedError: names the file and the first event that does not fit.
    """
    heads: Mapping[str, str] = dict.fromkeys(Lane, NO_HASH)
    for number, segment in enumerate(segments, start=1):
        if segment.number != number or segment.continues != heads:
            joined(segments[: number - 1])  # a fault before this one comes first
            raise DamagedError(f"数据分段接不上：{segment.path}", UNTOUCHED)
        heads = segment.heads
    try:
        log = _log(segments)
    except DamagedError:
        raise _located(segments) from None
    _require_seen(log, segments)
    return log


def _log(segments: Sequence[Segment]) -> Log:
    return log_from(event for segment in segments for event in segment.events)


def _located(segments: Sequence[Segment]) -> DamagedError:
    """The fault of segments that do not hold, with the file it begins in."""

    def faults(count: int) -> int:
        try:
            _log(segments[:count])
        except DamagedError:
            return 1
        return 0

    count = bisect_left(range(len(segments) + 1), 1, key=faults)
    try:
        _log(segments[:count])
    except DamagedError as fault:
        return DamagedError(f"{segments[count - 1].path}：{fault.message}", fault.hint)
    raise AssertionError("segments that hold were to be located")


def _require_seen(log: Log, segments: Sequence[Segment]) -> None:
    there = {NO_HASH, *(event.hash for lane in Lane for event in log.lane(lane))}
    for segment in segments:
        for event in segment.events:
            if event.seen not in there:
                where = f"{segment.path}：{LANE_NAMES[event.lane]}记录第{event.seq}条（{event.at}）"
                raise DamagedError(f"{where}所见的对方记录不在数据中。", "数据可能缺失，请用备份恢复。")


def _events(rows: Mapping[str, Any], path: Path) -> tuple[Event, ...]:
    events = []
    for number, (row, data) in enumerate(rows.items(), start=1):
        if row != str(number):
            raise DamagedError(f"{path}：第{number}条记录的编号不对。", UNTOUCHED)
        try:
            events.append(event_from(data))
        except DamagedError as fault:
            raise DamagedError(f"{path} 第{number}条：{fault.message}", fault.hint) from None
    return tuple(events)


def _are_heads(value: object) -> bool:
    return (
        isinstance(value, dict) and value.keys() == set(Lane) and all(type(v) is str for v in value.values())
    )


def _how_far(path: Path) -> str:
    whole, is_all = whole_beginning(path)
    if whole and is_all:
        return f"。能读出的{whole}条记录都完好"
    return f"。前{whole}条记录完好，第{whole + 1}条起读不出来" if whole else "。第1条记录起就读不出来"

"""The append-only log: events in two hash-chained lanes, and the one order they are folded in."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from fazhi_tui.domain.log.canonical import digest
from fazhi_tui.domain.log.event_names import name_of
from fazhi_tui.errors import DamagedError

NO_HASH = ""


class Lane(StrEnum):
    """Who writes: one writer per lane."""

    OFFICER = "officer"
    ADVISER = "adviser"

    @property
    def other(self) -> Lane:
        """The lane this one can have seen."""
        return Lane.ADVISER if self is Lane.OFFICER else Lane.OFFICER


LANE_NAMES = {Lane.OFFICER: "自评", Lane.ADVISER: "复核"}


@dataclass(frozen=True, slots=True)
class Event:
    """One appended fact.

    `seq` counts from 1 within the lane, `at` is ISO 8601 with zone, `prev` is the hash of the lane's
    previous event, `seen` the head of the other lane when it was made; both empty for none.
    """

    seq: int
    lane: Lane
    at: str
    actor: str
    kind: str
    payload: Mapping[str, Any]
    prev: str
    seen: str
    hash: str = NO_HASH

    def content(self) -> dict[str, Any]:
        """All fields the hash covers, as JSON values."""
        return {
            "seq": self.seq,
            "lane": self.lane.value,
            "at": self.at,
            "actor": self.actor,
            "kind": self.kind,
            "payload": dict(self.payload),
            "prev": self.prev,
            "seen": self.seen,
        }

    def as_dict(self) -> dict[str, Any]:
        """The stored form."""
        return {**self.content(), "hash": self.hash}


def sealed(event: Event) -> Event:
    """The event with its own hash filled in."""
    return replace(event, hash=digest(event.content()))


def event_from(data: Mapping[str, Any]) -> Event:
    """An event from its stored form.

    Raises:
        DamagedError: a field is missing or of the wrong type.
    """
    try:
        event = Event(
            seq=data["seq"],
            lane=Lane(data["lane"]),
            at=data["at"],
            actor=data["actor"],
            kind=data["kind"],
            payload=data["payload"],
            prev=data["prev"],
            seen=data["seen"],
            hash=data["hash"],
        )
    except (KeyError, TypeError, ValueError) as error:
        raise DamagedError(f"记录缺少字段或取值不对：{error}", "请用备份恢复，勿手工改动数据文件。") from None
    texts = (event.at, event.actor, event.kind, event.prev, event.seen, event.hash)
    if (
        type(event.seq) is not int
        or not isinstance(event.payload, dict)
        or any(type(t) is not str for t in texts)
    ):
        raise DamagedError(f"记录字段类型不对：第{event.seq}条", "请用备份恢复，勿手工改动数据文件。")
    return event


@dataclass(frozen=True, slots=True)
class Log:
    """All events of an assessment, a tuple a lane."""

    officer: tuple[Event, ...] = ()
    adviser: tuple[Event, ...] = ()

    def lane(self, lane: Lane) -> tuple[Event, ...]:
        """The events of one lane, oldest first."""
        return self.officer if lane is Lane.OFFICER else self.adviser

    def head(self, lane: Lane) -> str:
        """Hash of the lane's last event, empty if it has none."""
        events = self.lane(lane)
        return events[-1].hash if events else NO_HASH

    def with_event(self, event: Event) -> Log:
        """The log with one event more."""
        return self.with_events((event,))

    def with_events(self, events: Iterable[Event]) -> Log:
        """The log with the events appended to their lanes."""
        more = tuple(events)
        return Log(
            self.officer + tuple(e for e in more if e.lane is Lane.OFFICER),
            self.adviser + tuple(e for e in more if e.lane is Lane.ADVISER),
        )

    def __len__(self) -> int:
        return len(self.officer) + len(self.adviser)


def next_event(log: Log, lane: Lane, *, kind: str, payload: Mapping[str, Any], at: str, actor: str) -> Event:
    """The event that would continue the lane, hashed."""
    return sealed(
        Event(
            seq=len(log.lane(lane)) + 1,
            lane=lane,
            at=at,
            actor=actor,
            kind=kind,
            payload=payload,
            prev=log.head(lane),
            seen=log.head(lane.other),
        )
    )


def log_from(events: Iterable[Event]) -> Log:
    """A log out of events in any interleaving; checks both chains.

    Raises:
        DamagedError: names the first event that does not fit.
    """
    log = Log().with_events(events)
    for lane in Lane:
        _check_chain(log.lane(lane), lane)
    return log


def _check_chain(events: Sequence[Event], lane: Lane) -> None:
    prev = NO_HASH
    for expected, event in enumerate(events, start=1):
        where = f"{LANE_NAMES[lane]}记录第{expected}条（{event.at}，{name_of(event.kind)}）"
        if event.seq != expected or event.prev != prev:
            raise DamagedError(f"{where}与前一条接不上。", "数据可能被改动或缺失，请用备份恢复。")
        if not is_genuine(event):
            raise DamagedError(f"{where}的内容与其校验值不符。", "数据可能被改动，请用备份恢复。")
        prev = event.hash


def is_genuine(event: Event) -> bool:
    """Whether its hash is that of its content."""
    try:
        return digest(event.content()) == event.hash
    except ValueError:
        return False


def in_order(log: Log) -> list[Event]:
    """The one fold order: each lane in sequence, an event after what it has seen, else officer first.

    Raises:
        DamagedError: an event has seen one that is not in the log.
    """
    done: list[Event] = []
    passed = {NO_HASH}
    queues = {lane: list(reversed(log.lane(lane))) for lane in Lane}
    while queues[Lane.OFFICER] or queues[Lane.ADVISER]:
        ready = next((q for q in queues.values() if q and q[-1].seen in passed), None)
        if ready is None:
            first = next(q for q in queues.values() if q)[-1]
            raise DamagedError(
                f"{LANE_NAMES[first.lane]}记录第{first.seq}条所见的对方记录不在数据中。",
                "数据可能缺失，请用备份恢复。",
            )
        event = ready.pop()
        passed.add(event.hash)
        done.append(event)
    return done


def check_code(log: Log, checklists_digest: str) -> str:
    """The 校验码 of an export: first 16 hex of SHA-256 over both heads and the checklists' digest.

    It shows that a file differs from a signed paper; it does not stop someone who rewrites both.
    """
    parts = [log.head(Lane.OFFICER), log.head(Lane.ADVISER), checklists_digest]
    return hashlib.sha256("\n".join(parts).encode("ascii")).hexdigest()[:16]

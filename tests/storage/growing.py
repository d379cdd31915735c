"""A log that grows on disk, in segments of a few events."""

from __future__ import annotations

from pathlib import Path

from fazhi_tui.domain.log.events import Event, Lane, Log, next_event
from fazhi_tui.storage.segments import Segments

SEAL_AT = 8


def next_of(log: Log, lane: Lane = Lane.OFFICER) -> Event:
    payload = {"n": len(log)}
    return next_event(
        log, lane, kind="answered", payload=payload, at="2026-11-24T09:00:00+08:00", actor="张某"
    )


def begin(folder: Path) -> tuple[Segments, Log]:
    log = Log()
    log = log.with_event(next_of(log))
    store = Segments(folder)
    store.create(log.officer)
    assert store.read() == log
    return store, log


def grow(store: Segments, log: Log, count: int) -> Log:
    for number in range(count):
        event = next_of(log, Lane.ADVISER if number % 3 == 2 else Lane.OFFICER)
        store.append(log, [event])
        log = log.with_event(event)
    return log

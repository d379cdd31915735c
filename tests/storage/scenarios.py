"""What a store does to a disk, each from a folder as it stood before, for the tests of faults and kills."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fazhi_tui.domain import decide
from fazhi_tui.domain.log.canonical import digest
from fazhi_tui.domain.log.events import Event, Lane, Log, next_event
from fazhi_tui.storage.store import AssessmentStore
from tests.samples import DECISIONS, ENFORCEMENT, library
from tests.storage.whole import BEGUN, SEAL_AT, STAMP, append, events, last_written, log_of, make

NEWER = library(DECISIONS | {"version": "2027.01"}, ENFORCEMENT)
COUNT = 20


@dataclass(frozen=True, slots=True)
class Scenario:
    """`prepare` makes the folder, `act` is watched; the log is `before` until it is `after`."""

    name: str
    prepare: Callable[[Path], object]
    act: Callable[[Path], object]
    before: Log
    after: Log

    def repeat(self, origin: Path, folder: Path) -> Path:
        """A fresh copy of the prepared folder."""
        shutil.copytree(origin, folder)
        return folder


def _opened(folder: Path) -> AssessmentStore:
    store = AssessmentStore(folder)
    store.read_log()
    return store


def _save(count: int) -> Callable[[Path], object]:
    return lambda folder: append(_opened(folder), count)


def _yesterday(folder: Path) -> None:
    make(folder, COUNT)
    last_written(folder / "events.json", "2026-11-20")


def adoption(log: Log) -> Event:
    """The event that goes over to the newer checklists."""
    kind, payload = decide.adopt(NEWER.checklists, NEWER.digest)
    return next_event(
        log, Lane.OFFICER, kind=kind, payload=payload, at="2026-11-25T09:00:00+08:00", actor="张某"
    )


def _adopt(folder: Path) -> None:
    store, log = _opened(folder), log_of(COUNT)
    store.put_checklists(NEWER.data)
    store.append(log, [adoption(log)])
    store.use_checklists(digest(list(NEWER.data)))


def damage(folder: Path) -> None:
    """Make the live file end in the middle."""
    path = folder / "events.json"
    path.write_bytes(path.read_bytes()[:-40])


def _damaged(folder: Path) -> None:
    make(folder, COUNT)
    damage(folder)


def _restore(folder: Path) -> None:
    copies = AssessmentStore(folder).copies
    copies.restore(copies.good()[0], STAMP)


def _roll_back(folder: Path) -> None:
    copies = AssessmentStore(folder).copies
    copies.restore(copies.find("上一版"), STAMP)


def _new(folder: Path) -> Any:  # noqa: ANN401
    return make(folder, COUNT)


SEALING = next(count for count in range(BEGUN, len(events())) if count % SEAL_AT == 0 and count > COUNT)
SAVES = [
    Scenario("save", _new, _save(COUNT), log_of(COUNT), log_of(COUNT + 1)),
    Scenario(
        "save that seals",
        lambda folder: make(folder, SEALING),
        _save(SEALING),
        log_of(SEALING),
        log_of(SEALING + 1),
    ),
]
SCENARIOS = [
    *SAVES,
    Scenario("first save of a day", _yesterday, _save(COUNT), log_of(COUNT), log_of(COUNT + 1)),
    Scenario("adoption", _new, _adopt, log_of(COUNT), log_of(COUNT).with_event(adoption(log_of(COUNT)))),
    Scenario("return to a copy", _new, _roll_back, log_of(COUNT), log_of(COUNT - 1)),
]
RESTORE = Scenario("restore", _damaged, _restore, log_of(COUNT - 1), log_of(COUNT - 1))

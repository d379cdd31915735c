"""A whole assessment on disk, made of an officer's and an adviser's events, one save each."""

from __future__ import annotations

import os
from datetime import datetime
from functools import cache
from pathlib import Path

from fazhi_tui.domain.answers import Opinion
from fazhi_tui.domain.filling.answering import Change
from fazhi_tui.domain.log.events import Event, Lane, Log, in_order
from fazhi_tui.domain.log.fold import fold
from fazhi_tui.domain.verdict import Verdict
from fazhi_tui.storage.store import AssessmentStore
from tests.journal import Journal
from tests.samples import SAMPLE

OWN = ("juece", "本单位", "u-1")
BEGUN = 2
SEAL_AT = 8
STAMP = "20261124-101500"


@cache
def events() -> tuple[Event, ...]:
    """Forty events of both lanes: notes, a submission, reviews, a return, notes again."""
    journal = Journal()
    _write_notes(journal, 14)
    journal.move("submitted")
    for number in range(6):
        journal.review(OWN, Opinion.CORRECT, Verdict.HOLLOW, f"意见{number}")
    journal.move("returned", Lane.ADVISER)
    _write_notes(journal, 16)
    return tuple(in_order(journal.log))


def _write_notes(journal: Journal, count: int) -> None:
    for _ in range(count):
        journal.answer(Change(*OWN, note=f"第{len(journal.log)}次写的说明“{{}}”"))


def log_of(count: int) -> Log:
    """The log of the first so many events."""
    return Log().with_events(events()[:count])


def make(folder: Path, count: int) -> AssessmentStore:
    """A new assessment with the first so many events."""
    folder.mkdir(parents=True)
    store = AssessmentStore(folder)
    store.create(SAMPLE.data, events()[:BEGUN])
    store.read_log()
    for number in range(BEGUN, count):
        append(store, number)
    return store


def append(store: AssessmentStore, number: int) -> None:
    """Save the event behind the first so many."""
    store.append(log_of(number), [events()[number]])


def stored(folder: Path) -> Log:
    """The log as a reader finds it, its fold and its checklists checked."""
    store = AssessmentStore(folder)
    log = store.read_log()
    store.read_checklists(fold(log).checklists_digest)
    return log


def last_written(path: Path, day: str) -> None:
    """Make a file one that was last written at noon of a day."""
    noon = datetime.fromisoformat(f"{day}T12:00:00").astimezone().timestamp()
    os.utime(path, (noon, noon))

"""A writing process killed with SIGKILL at random moments: what is left, and what was acknowledged of it.

Ours beside TinyDB's own JSONStorage, in the same harness: behind 400 events a forked process appends one
after another (or, as one would without a log, changes one row after another) and says each one's number when
the save has returned; it is killed 0 to 40 ms after it has begun to write; then what is stored is read, and
every number said must be there. What does not read is given up and begun anew.

Usage: python -m benchmarks.kills [KILLS]. Exit 1 if ours lost anything.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import count
from pathlib import Path

from tinydb import TinyDB

from fazhi_tui.domain.log.events import Event, Lane, Log, next_event
from fazhi_tui.errors import FazhiError
from fazhi_tui.storage import segments
from fazhi_tui.storage.store import AssessmentStore

KILLS = 1000
SEAL_AT = 32
LATEST = 0.04
READY = 0
EVENTS = 400
ROUNDS_A_FOLDER = 25
NOTE = "已按规定公开征求意见三十日，收到意见十二条，采纳情况随公告附后。"

Numbers = list[int]
Say = Callable[[int], object]


def _event(log: Log, number: int) -> Event:
    change = {"checklist": "zhongda-juece", "object": "本单位", "item": "zdjc-15", "note": f"{number} {NOTE}"}
    return next_event(
        log,
        Lane.OFFICER,
        kind="answered",
        payload={"n": number, "changes": [change]},
        at="2026-11-24T09:00:00+08:00",
        actor="张某",
    )


@cache
def begun() -> Log:
    """The events each file begins with."""
    log = Log()
    while len(log) < EVENTS:
        log = log.with_event(_event(log, len(log)))
    return log


class Ours:
    """The store of an assessment."""

    name = "fazhi"

    def begin(self, folder: Path) -> None:
        """A new assessment."""
        store, events = AssessmentStore(folder), begun().officer
        store.create([], events[:1])
        log = store.read_log()
        for place in range(1, EVENTS, SEAL_AT):
            batch = events[place : place + SEAL_AT]
            store.append(log, batch)
            log = log.with_events(batch)

    def write(self, folder: Path, say: Say) -> None:
        """Append until killed."""
        store = AssessmentStore(folder)
        store.lock("张某", "2026-11-24T09:00:00+08:00")
        log = store.read_log()
        say(READY)
        for number in count(len(log)):
            event = _event(log, number)
            store.append(log, [event])
            say(number)
            log = log.with_event(event)

    def read(self, folder: Path) -> Numbers:
        """What is there, checked."""
        return [event.payload["n"] for event in AssessmentStore(folder).read_log().officer]

    def lost(self, said: set[int], there: Numbers) -> int:
        """How many of those said are not there."""
        return len(said - set(there))


class Theirs:
    """TinyDB with the storage it comes with."""

    name = "TinyDB JSONStorage"

    def begin(self, folder: Path) -> None:
        """A new database."""
        with TinyDB(folder / "events.json", encoding="utf-8") as database:
            database.table("events").insert_multiple(event.as_dict() for event in begun().officer)

    def write(self, folder: Path, say: Say) -> None:
        """Append until killed."""
        with TinyDB(folder / "events.json", encoding="utf-8") as database:
            table = database.table("events")
            log = begun()
            say(READY)
            for number in count(len(table)):
                event = _event(log, number)
                table.insert(event.as_dict())
                say(number)

    def read(self, folder: Path) -> Numbers:
        """What is there."""
        with TinyDB(folder / "events.json", encoding="utf-8", access_mode="r") as database:
            return [row["payload"]["n"] for row in database.table("events").all()]

    def lost(self, said: set[int], there: Numbers) -> int:
        """How many of those said are not there."""
        return len(said - set(there))


class TheirsInPlace(Theirs):
    """The same, changing rows: what is behind a row moves when its text becomes longer or shorter."""

    name = "TinyDB, rows changed"

    def write(self, folder: Path, say: Say) -> None:
        """Change row after row until killed."""
        with TinyDB(folder / "events.json", encoding="utf-8") as database:
            table = database.table("events")
            newest = max(row["payload"]["n"] for row in table.all())
            say(READY)
            for number in count(newest + 1):
                payload = {"n": number, "note": NOTE * (number % 7)}
                table.update({"payload": payload}, doc_ids=[number % EVENTS + 1])
                say(number)

    def lost(self, said: set[int], there: Numbers) -> int:
        """How many rows have neither what was said last of them nor something later."""
        latest = {number % EVENTS: number for number in sorted(there)}
        return sum(number > latest.get(number % EVENTS, -1) for number in said)


@dataclass(slots=True)
class Tally:
    """What the kills of one writer came to."""

    kills: int = 0
    while_saving: int = 0
    unreadable: int = 0
    acknowledged: int = 0
    lost: int = 0


def _killed(writer: Ours | Theirs, folder: Path, delay: float) -> Numbers:
    """The numbers a writer said before it was killed."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        writer.write(folder, lambda number: os.write(writing, b"%d\n" % number))
    os.close(writing)
    os.read(reading, len(b"%d\n" % READY))
    time.sleep(delay)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(reading, "rb") as pipe:
        return [int(line) for line in pipe.read().split()]


def _read(writer: Ours | Theirs, folder: Path) -> Numbers | None:
    try:
        return writer.read(folder)
    except (FazhiError, ValueError, OSError):
        return None


def _folders(writer: Ours | Theirs, base: Path) -> Iterator[Path]:
    for number in count():
        folder = base / f"{writer.name} {number}"
        folder.mkdir()
        writer.begin(folder)
        yield folder


def tally(writer: Ours | Theirs, base: Path, kills: int) -> Tally:
    """Kill a writer so many times."""
    chance = random.Random(20261124)
    result = Tally()
    folders = _folders(writer, base)
    folder, said, rounds = next(folders), set(range(EVENTS)), 0
    for _ in range(kills):
        now = _killed(writer, folder, chance.uniform(0, LATEST))
        said.update(now)
        result.kills += 1
        result.acknowledged += len(now)
        result.while_saving += any(folder.rglob(".*.tmp"))
        there = _read(writer, folder)
        result.unreadable += there is None
        result.lost += writer.lost(said, there or [])
        rounds += 1
        if there is None or rounds == ROUNDS_A_FOLDER:
            folder, said, rounds = next(folders), set(range(EVENTS)), 0
    return result


def main(kills: int) -> int:
    """Print the tallies."""
    segments.SEAL_AT = SEAL_AT
    results = []
    print(f"{kills} kills each, sealing every {SEAL_AT} events")
    print(f"{'':20}{'temporary left':>16}{'unreadable':>12}{'acknowledged':>14}{'lost of them':>14}")
    for writer in (Ours(), Theirs(), TheirsInPlace()):
        with tempfile.TemporaryDirectory() as base:
            result = tally(writer, Path(base), kills)
        results.append(result)
        row = (result.while_saving, result.unreadable, result.acknowledged, result.lost)
        print(f"{writer.name:20}{row[0]:16}{row[1]:12}{row[2]:14}{row[3]:14}")
    return int(bool(results[0].unreadable or results[0].lost))


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else KILLS))

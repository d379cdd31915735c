"""Saving and opening at 400 answers and 1,000 events, and how both grow to 20,000 events.

The store's part and the whole verb apart. Beside them stand floors measured in turn with them: for the save a
plain atomic write with fsync of the same bytes, for the opening the same files read and parsed as JSON,
nothing checked.

Usage: python -m benchmarks.saving
"""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from statistics import median

from benchmarks.floor import plain_atomic_write, plain_read, spread, timed
from fazhi_tui.domain.filling.answering import Change
from fazhi_tui.domain.log.events import Event, Lane, Log, next_event
from fazhi_tui.session import Session
from fazhi_tui.storage.segments import SEAL_AT
from fazhi_tui.storage.store import AssessmentStore
from fazhi_tui.workspace import NewAssessment, Workspace

ANSWERS = 400
FEW, MANY = 1_000, 20_000
SAVES = 300
OPENINGS = 21
NOTE = "已按规定公开征求意见三十日，收到意见十二条，采纳情况随公告附后。"
POWERS = ("执法权", "许可权", "强制执行权", "规范性文件")

Key = tuple[str, str, str]


def _now() -> datetime:
    return datetime.now().astimezone()


@dataclass(slots=True)
class Measured:
    """Milliseconds."""

    save: list[float] = field(default_factory=list)
    save_floor: list[float] = field(default_factory=list)
    verb: list[float] = field(default_factory=list)
    read: list[float] = field(default_factory=list)
    open: list[float] = field(default_factory=list)
    open_floor: list[float] = field(default_factory=list)


def _add_sheets(session: Session) -> None:
    """Matters, case files and the rest, until there are rows enough."""
    for number in range(1, 100):
        for checklist in session.library.checklists:
            for kind in dict.fromkeys(stage.object for stage in checklist.stages if stage.object != "unit"):
                if len(list(session.board.rows())) >= ANSWERS:
                    return
                session.add_sheet(checklist.id, f"第{number}件{kind}", kind=kind)


def _fill(session: Session) -> list[Key]:
    keys = [row.key for row in session.board.rows()][:ANSWERS]
    for key in keys:
        session.answer([Change(*key, note=NOTE)])
    return keys


def _note(log: Log, keys: list[Key]) -> Event:
    """The event of one more note."""
    checklist, name, item = keys[len(log) % len(keys)]
    change = {"checklist": checklist, "object": name, "item": item, "note": f"{len(log)} {NOTE}"}
    at = _now().isoformat(timespec="seconds")
    return next_event(log, Lane.OFFICER, kind="answered", payload={"changes": [change]}, at=at, actor="张某")


def _grow(store: AssessmentStore, keys: list[Key], count: int) -> None:
    """Notes put behind the log, a segment at a time, until it has so many events."""
    log = store.read_log()
    while len(log) < count:
        longer = log
        while len(longer) < min(count, len(log) + SEAL_AT):
            longer = longer.with_event(_note(longer, keys))
        store.append(log, longer.officer[len(log.officer) :])
        log = longer


def _measure(workspace: Workspace, id: str, keys: list[Key]) -> Measured:
    folder = workspace.data / "assessments" / id
    result = Measured()
    paths = [folder / "checklists.json", folder / "events.json", *(folder / "sealed").glob("*.json")]
    for _ in range(OPENINGS):
        result.read.append(timed(AssessmentStore(folder).read_log))
        result.open.append(timed(lambda: workspace.open(id, writable=False)))
        result.open_floor.append(timed(plain_read, paths))
    _save_timed(AssessmentStore(folder), keys, result)
    with workspace.open(id, writable=True) as session:
        for number in range(SAVES):
            change = Change(*keys[number % len(keys)], note=f"{len(session.log)} {NOTE}")
            result.verb.append(timed(session.answer, [change]))
    return result


def _save_timed(store: AssessmentStore, keys: list[Key], result: Measured) -> None:
    """A save, and the same bytes plainly written, in turn."""
    log = store.read_log()
    floor = store.folder.parent / "floor"
    for _ in range(SAVES):
        event = _note(log, keys)
        result.save.append(timed(store.append, log, [event]))
        log = log.with_event(event)
        data = (store.folder / "events.json").read_bytes()
        result.save_floor.append(timed(plain_atomic_write, floor, data))
    floor.unlink()


def _row(name: str, times: list[float], floor: list[float] | None = None) -> str:
    middle, high = spread(times)
    ratio = f"{middle / median(floor):8.1f}" if floor else f"{'':8}"
    return f"  {name:48}{middle:9.2f}{high:9.2f}{ratio}"


def _print(count: int, result: Measured) -> None:
    print(f"{count} events, {ANSWERS} answers{'':25}   median      p95 × floor   (milliseconds)")
    print(_row("floor: atomic write of the live file's bytes", result.save_floor))
    print(_row("save: the store's append", result.save, result.save_floor))
    print(_row("save: Session.answer, scoring included", result.verb, result.save_floor))
    print(_row("floor: the files read and parsed", result.open_floor))
    print(_row("open: the store's log, both chains checked", result.read, result.open_floor))
    print(_row("open: Workspace.open, checklists and fold included", result.open, result.open_floor))


def main() -> None:
    """Print both sizes and how they compare."""
    with tempfile.TemporaryDirectory() as data:
        workspace = Workspace(Path(data), actor="张某", clock=_now)
        id = workspace.create(NewAssessment("某局", 2025, "部门", POWERS))
        with workspace.open(id, writable=True) as session:
            _add_sheets(session)
            keys = _fill(session)
        results = []
        for count in (FEW, MANY):
            _grow(AssessmentStore(workspace.data / "assessments" / id), keys, count)
            results.append(_measure(workspace, id, keys))
            _print(count, results[-1])
        few, many = results
        saves = (median(many.save) / median(many.save_floor)) / (median(few.save) / median(few.save_floor))
        print(f"growth from {FEW} to {MANY} events: save × {saves:.2f} (against the floor), ", end="")
        print(f"open × {median(many.open) / median(few.open):.1f}")


if __name__ == "__main__":
    main()

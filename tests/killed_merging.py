"""A process that is killed at every call of a merge in turn, and what is in the data folder afterwards.

Usage: python -m tests.killed_merging FOLDER. As `tests.storage.killed_everywhere`: one process forks the
others. Prints how many it killed.
"""

from __future__ import annotations

import os
import shutil
import signal
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from fazhi_tui.domain import decide
from fazhi_tui.domain.answers import Opinion
from fazhi_tui.domain.filling.answering import Change
from fazhi_tui.domain.log.events import Lane, Log
from fazhi_tui.domain.verdict import Verdict
from fazhi_tui.loading.handover import Handover, read_handover
from fazhi_tui.storage import segments
from fazhi_tui.storage.archive import Archive
from fazhi_tui.workspace import Workspace
from tests.handed import file_of_log
from tests.journal import Journal
from tests.samples import DECISIONS, ENFORCEMENT, SAMPLE, START, library
from tests.storage.calls import Act, killing, made, watched

ID = "样本"
NEWER = library(DECISIONS | {"version": "2027.01"}, ENFORCEMENT)
UNIT_1 = ("juece", "本单位", "u-1")
State = tuple[Log, Lane] | None


def _logs() -> tuple[Log, Log]:
    """A submitted assessment; and the same reviewed, returned, gone on with under newer checklists."""
    journal = Journal()
    for number in range(12):
        journal.answer(Change(*UNIT_1, note=f"第{number}次"))
    journal.move("submitted")
    first = journal.log
    for number in range(3):
        journal.review(UNIT_1, Opinion.CORRECT, Verdict.HOLLOW, f"意见{number}")
    journal.move("returned", Lane.ADVISER)
    journal.record(decide.adopt(NEWER.checklists, NEWER.digest))
    journal.answer(Change(*UNIT_1, note="改过"))
    return first, journal.log


FIRST, SECOND = _logs()


def _file(log: Log) -> Handover:
    return read_handover(file_of_log(log, SAMPLE, NEWER), file="x")


def _merge(data: Path, log: Log, *, takes_over: bool) -> None:
    Workspace(data, actor="某", clock=lambda: START).merge(_file(log), takes_over=takes_over)


@dataclass(frozen=True, slots=True)
class Scenario:
    """`prepare` makes the data folder, `act` is killed; the folder is as `before` until it is as `after`."""

    name: str
    prepare: Callable[[Path], None]
    act: Callable[[Path], None]
    before: State
    after: State


def _scenario(name: str, log: Log | None, coming: Log, before: State, after: Lane) -> Scenario:
    def prepare(data: Path) -> None:
        data.mkdir()
        if log is not None:
            _merge(data, log, takes_over=False)

    def act(data: Path) -> None:
        _merge(data, coming, takes_over=after is Lane.OFFICER)

    return Scenario(name, prepare, act, before, (coming, after))


HERE = (FIRST, Lane.ADVISER)
SCENARIOS = [
    _scenario("arrival", None, SECOND, None, Lane.ADVISER),
    _scenario("merge", FIRST, SECOND, HERE, Lane.ADVISER),
    _scenario("take over", FIRST, FIRST, HERE, Lane.OFFICER),
    _scenario("merge and take over", FIRST, SECOND, HERE, Lane.OFFICER),
]


def _stored(data: Path) -> State:
    archive = Archive(data)
    if ID not in archive.ids():
        return None
    session = Workspace(data, actor="某", clock=lambda: START).open(ID, writable=False)
    return session.log, session.lane


def _killed(scenario: Scenario, data: Path, act: Act) -> None:
    child = os.fork()
    if child == 0:
        with watched(act):
            scenario.act(data)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status), f"{scenario.name}: not killed in {data}"
    assert os.WTERMSIG(status) == signal.SIGKILL


def main(base: Path) -> None:
    """Kill before every call and after the last; then merge again, which makes it whole."""
    segments.SEAL_AT = 8
    # What a killed process has written is there without waiting for the disk.
    os.fsync = lambda fd: None
    killed = 0
    for scenario in SCENARIOS:
        origin = base / scenario.name
        scenario.prepare(origin)
        whole = Path(shutil.copytree(origin, base / f"{scenario.name} whole"))
        with watched(made) as seen:
            scenario.act(whole)
        assert _stored(whole) == scenario.after, scenario.name
        for at in range(len(seen) + 1):
            data = Path(shutil.copytree(origin, base / f"{scenario.name} {at}"))
            last = len(seen) - 1
            _killed(scenario, data, killing(min(at, last), after=at > last))
            assert _stored(data) in (scenario.before, scenario.after), f"{scenario.name}: {data}"
            scenario.act(data)
            assert _stored(data) == scenario.after, f"{scenario.name}: {data}"
            killed += 1
    print(killed)


if __name__ == "__main__":
    main(Path(sys.argv[1]))

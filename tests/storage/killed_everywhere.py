"""A process that is killed at every call of every scenario in turn, and what a reader finds afterwards.

Usage: python -m tests.storage.killed_everywhere FOLDER. One process forks the others, so that each costs
milliseconds; it runs alone, without the threads a test run may have. Prints how many it killed.
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

from fazhi_tui.storage import segments
from fazhi_tui.storage.store import AssessmentStore
from tests.storage.calls import Act, killing, made, watched
from tests.storage.scenarios import RESTORE, SCENARIOS, Scenario
from tests.storage.whole import SEAL_AT, stored


def _calls(scenario: Scenario, folder: Path) -> int:
    with watched(made) as seen:
        scenario.act(folder)
    return len(seen)


def _killed(scenario: Scenario, folder: Path, act: Act) -> None:
    child = os.fork()
    if child == 0:
        with watched(act):
            scenario.act(folder)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status), f"{scenario.name}: not killed in {folder}"
    assert os.WTERMSIG(status) == signal.SIGKILL


def _check(scenario: Scenario, origin: Path, folder: Path) -> None:
    damaged = (origin / "events.json").read_bytes()
    if scenario is RESTORE and (folder / "events.json").read_bytes() == damaged:
        scenario.act(folder)
    assert stored(folder) in (scenario.before, scenario.after), f"{scenario.name}: {folder}"
    if scenario is RESTORE:
        assert damaged in [path.read_bytes() for path in folder.glob("damaged/*/events.json")]
    store = AssessmentStore(folder)
    store.lock("李某", "2026-11-24T09:00:00+08:00")
    store.unlock()
    assert not list(folder.rglob("*.tmp"))


def main(base: Path) -> None:
    """Kill before every call and after the last."""
    segments.SEAL_AT = SEAL_AT
    killed = 0
    for scenario in [*SCENARIOS, RESTORE]:
        origin = base / scenario.name
        scenario.prepare(origin)
        calls = _calls(scenario, scenario.repeat(origin, base / f"{scenario.name} whole"))
        # After one call is before the next.
        for number in range(calls + 1):
            folder = scenario.repeat(origin, base / f"{scenario.name} {number}")
            _killed(scenario, folder, killing(min(number, calls - 1), after=number == calls))
            _check(scenario, origin, folder)
            killed += 1
    print(killed)


if __name__ == "__main__":
    main(Path(sys.argv[1]))

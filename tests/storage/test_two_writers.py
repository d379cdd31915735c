from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from fazhi_tui.workspace import Workspace

ROOT = Path(__file__).parents[2]
NAMES = ("甲", "乙", "丙")
TIMES = 12


def _racer(workspace: Workspace, id: str, name: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.storage.other_process", str(workspace.data), id]
    return subprocess.Popen(
        [*command, "race", "7", name, str(TIMES)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )


def test_of_writers_at_the_same_time_each_is_told_or_saved_and_no_event_is_lost(
    workspace: Workspace, id: str
) -> None:
    racers = [_racer(workspace, id, name) for name in NAMES]
    said = [racer.communicate()[0].split() for racer in racers]
    assert [racer.returncode for racer in racers] == [0, 0, 0]
    acknowledged = {note for words in said for note in words[:-1]}
    assert len(acknowledged) == len(NAMES) * TIMES
    log = workspace.open(id, writable=False).log
    notes = [change["note"] for e in log.officer if e.kind == "answered" for change in e.payload["changes"]]
    assert sorted(notes) == sorted(acknowledged)

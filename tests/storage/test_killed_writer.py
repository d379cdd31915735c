from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

from fazhi_tui.session import Session
from fazhi_tui.workspace import Workspace

ROUNDS = 20
ROOT = Path(__file__).parents[2]


def _killed_after(workspace: Workspace, id: str, lines: int) -> list[int]:
    """The numbers a writer acknowledged before it was killed somewhere behind this many of them."""
    command = [sys.executable, "-m", "tests.storage.other_process", str(workspace.data), id, "write", "7"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        acknowledged = [int(writer.stdout.readline()) for _ in range(lines)]
        writer.kill()
        acknowledged += [int(line) for line in writer.stdout.read().splitlines()]
    return acknowledged


def _notes(session: Session) -> list[str]:
    answered = (event for event in session.log.officer if event.kind == "answered")
    return [change["note"] for event in answered for change in event.payload["changes"]]


def test_kill_9_loses_no_acknowledged_answer_and_leaves_a_log_that_verifies(
    workspace: Workspace, id: str
) -> None:
    chance = random.Random(20231124)
    acknowledged: list[int] = []
    for _ in range(ROUNDS):
        acknowledged += _killed_after(workspace, id, chance.randint(1, 25))
        notes = _notes(workspace.open(id, writable=False))
        assert set(notes) >= {f"第{number}次" for number in acknowledged}
        assert len(notes) == len(set(notes))
        assert len(notes) <= len(acknowledged) + ROUNDS


def test_the_next_writer_sweeps_what_the_killed_one_left_and_goes_on(workspace: Workspace, id: str) -> None:
    _killed_after(workspace, id, 10)
    folder = workspace.data / "assessments" / id
    (folder / ".events.json.left.tmp").write_bytes(b"half")
    with workspace.open(id, writable=True) as session:
        assert not list(folder.glob(".*.tmp"))
        session.undo()
    assert workspace.open(id, writable=False).log.officer[-1].kind == "undo"

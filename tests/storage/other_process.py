"""Another user's process on the same data, for the tests of locks and of killed writers.

Usage: python -m tests.storage.other_process DATA ID hold|write|race [SEAL_AT] [NAME] [TIMES]
"""

from __future__ import annotations

import sys
from datetime import datetime
from itertools import count
from pathlib import Path

from fazhi_tui.domain.filling.answering import Change
from fazhi_tui.errors import LockedError
from fazhi_tui.session import Session
from fazhi_tui.storage import segments
from fazhi_tui.workspace import Workspace


def _now() -> datetime:
    return datetime.now().astimezone()


def _hold(session: Session) -> None:
    print("ready", flush=True)
    sys.stdin.readline()
    session.close()


def _write(session: Session) -> None:
    for number in count(len(session.log)):
        note = f"第{number}次"
        session.answer([Change("juece", "本单位", "u-1", note=note)])
        print(number, flush=True)


def _race(workspace: Workspace, id: str, name: str, times: int) -> None:
    """Open, write one note and close, so many times; opens again at once where another was first."""
    refused = done = 0
    while done < times:
        try:
            with workspace.open(id, writable=True) as session:
                session.answer([Change("juece", "本单位", "u-1", note=f"{name}{done}")])
        except LockedError:
            refused += 1
            continue
        print(f"{name}{done}", flush=True)
        done += 1
    print(refused, flush=True)


def main(data: str, id: str, verb: str, seal_at: str = "256", name: str = "", times: str = "0") -> None:
    """Open the assessment and do what is asked, but for a race until killed."""
    segments.SEAL_AT = int(seal_at)
    workspace = Workspace(Path(data), actor="李某", clock=_now)
    if verb == "race":
        _race(workspace, id, name, int(times))
        return
    session = workspace.open(id, writable=True)
    (_hold if verb == "hold" else _write)(session)


if __name__ == "__main__":
    main(*sys.argv[1:])

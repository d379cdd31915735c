"""How long the screen stands still at most, step by step, on an assessment of 50 sheets with 2,000 gaps.

What is timed is every callback of the event loop: while one runs, no key is read and nothing is painted.

Usage: python -m benchmarks.blocking
"""

from __future__ import annotations

import asyncio
import os
import tempfile
import time
from asyncio.events import Handle
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from textual.pilot import Pilot

from fazhi_tui.domain.filling.answering import Change
from fazhi_tui.domain.unit import FLAGS
from fazhi_tui.domain.verdict import Verdict
from fazhi_tui.tui.app import FazhiApp
from fazhi_tui.workspace import NewAssessment, Workspace

SHEETS = 50
YEARS = (2024, 2025)
VERDICTS = (Verdict.MISSING, Verdict.HOLLOW, Verdict.PARTLY, Verdict.DONE)
QUIET, TURNS = 0.3, 100
STEPS = (
    ("open", "enter"),
    ("answer", "3"),
    ("undo", "ctrl+z"),
    ("find", "ctrl+f"),
    ("type a letter", "g"),
    ("back", "escape"),
    ("sheets", "f6"),
    ("back", "escape"),
    ("newer checklists", "f12"),
    ("back", "escape"),
    ("gap list", "f5"),
    ("filter", "f6"),
    ("order", "f7"),
    ("overview", "f5"),
    ("back", "escape"),
    ("export", "f8"),
    ("write it", "enter"),
    ("to the sheet", "escape"),
    ("home", "escape"),
    ("overview from home", "f9"),
    ("back", "escape"),
    ("gap list from home", "f5"),
)


@contextmanager
def _timed_callbacks() -> Iterator[list[float]]:
    """The milliseconds of every callback of the event loop."""
    times: list[float] = []
    run: Callable[[Handle], None] = Handle._run

    def timed(handle: Handle) -> None:
        begun = time.perf_counter()
        run(handle)
        times.append((time.perf_counter() - begun) * 1000)

    setattr(Handle, "_run", timed)  # noqa: B010 - what the loop calls, put back below
    try:
        yield times
    finally:
        setattr(Handle, "_run", run)  # noqa: B010


def _workspace(folder: Path) -> Workspace:
    workspace = Workspace(folder, actor="张某", clock=lambda: datetime.now().astimezone())
    for year in YEARS:
        id = workspace.create(NewAssessment("越城区某局", year, "部门", tuple(FLAGS)))
        with workspace.open(id, writable=True) as session:
            for number in range(SHEETS):
                session.add_sheet("zhongda-juece", f"第{number}件决策", kind="matter")
            rows = list(session.board.rows())
            session.answer(
                [
                    Change(*row.key, verdict=VERDICTS[n % len(VERDICTS)], note="公告未写理由，事后补办。")
                    for n, row in enumerate(rows)
                ]
            )
    return workspace


async def _settle(pilot: Pilot[int]) -> None:
    for _ in range(TURNS):
        await pilot.pause(QUIET / 10)
        if not any(worker.is_running for worker in pilot.app.workers):
            break
    await pilot.pause(QUIET)


async def _walk(workspace: Workspace) -> None:
    app = FazhiApp(workspace)
    with _timed_callbacks() as times:
        async with app.run_test(size=(80, 24)) as pilot:
            await _settle(pilot)
            for name, key in STEPS:
                times.clear()
                await pilot.press(key)
                await _settle(pilot)
                print(f"{name:24}{max(times):8.1f} ms", flush=True)


def main() -> None:
    """Print the longest standstill of each step."""
    home = Path.cwd()
    with tempfile.TemporaryDirectory() as folder:
        workspace = _workspace(Path(folder) / "data")
        os.chdir(folder)
        try:
            asyncio.run(_walk(workspace))
        finally:
            os.chdir(home)


if __name__ == "__main__":
    main()

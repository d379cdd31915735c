"""How soon the list is on the screen, and how soon a key's answer is on disk and the next item on the screen.

Beside each stands the least app Textual can show (`one_widget`), run in turn in the same terminal. Times are
taken from outside, at the terminal. On a busy machine look at the start's processor time, where there is one.
A key ends with the last it paints. An item is longer or shorter than the one before, so the floor to judge by
is the one widget whose height changes: Textual paints, lays out again 30 ms later and paints the rest.

Usage: python -m benchmarks.screens
"""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from shutil import rmtree
from statistics import median, quantiles

from benchmarks.terminal import Terminal
from fazhi_tui.domain.unit import FLAGS
from fazhi_tui.storage.store import AssessmentStore
from fazhi_tui.workspace import NewAssessment, Workspace

FEW, MANY = 20, 200
SHEETS = 50
STARTS = 11
ROUNDS = 3
KEYS = 60
FIRST_KEYS = 5
FLOOR = "floor: one widget"
SHOWN = ("", "whole", "height")
FLOORS = (FLOOR, f"{FLOOR}, whole screen", f"{FLOOR}, another height")
DONE, DOWN = "1", "\x1b[B"
HERE = Path(__file__).parents[1]


def _workspace(folder: Path, count: int) -> Workspace:
    """So many assessments, each with every shipped checklist; the list has read them all."""
    workspace = Workspace(folder, actor="张某", clock=lambda: datetime.now().astimezone())
    for number in range(count):
        workspace.create(NewAssessment(f"第{number:03}局", 2025, "部门", tuple(FLAGS)))
    workspace.list()
    return workspace


def _add_sheets(workspace: Workspace) -> None:
    """Make the assessments that are answered ones of so many sheets."""
    for listed in workspace.list()[:ROUNDS]:
        with workspace.open(listed.id, writable=True) as session:
            for number in range(SHEETS):
                session.add_sheet("zhongda-juece", f"第{number}件决策", kind="matter")


def _starts(folders: Sequence[Path]) -> tuple[list[list[float]], list[list[float]]]:
    """Milliseconds of clock and processor until the first paint: the floor's, then each folder's."""
    programs: list[tuple[str, Path | None, str]] = [("benchmarks.one_widget", None, "按键")]
    programs += [("fazhi_tui", folder, "第000局") for folder in folders]
    clock: list[list[float]] = [[] for _ in programs]
    processor: list[list[float]] = [[] for _ in programs]
    for _ in range(STARTS):
        for times, busy, (module, data, text) in zip(clock, processor, programs, strict=True):
            with Terminal(module, cwd=HERE, data=data) as terminal:
                times.append(terminal.first_paint(text))
                busy.append(terminal.processor_time())
    return clock, processor


def _floor_keys(shown: str) -> list[float]:
    with Terminal("benchmarks.one_widget", cwd=HERE, given=(shown,)) as terminal:
        terminal.first_paint("按键")
        terminal.settle()
        terminal.press_all(DONE * FIRST_KEYS)
        return terminal.press_all(DONE * KEYS)


def _answer_keys(workspace: Workspace, number: int) -> list[float]:
    """One key an item of the assessment that stands there in the list, all of them on disk behind it."""
    id = workspace.list()[number].id
    store = AssessmentStore(workspace.data / "assessments" / id)
    before = len(store.read_log())
    with Terminal("fazhi_tui", cwd=HERE, data=workspace.data) as terminal:
        terminal.first_paint("第000局")
        terminal.settle()
        terminal.press_all([DOWN] * number)
        terminal.press("\r")
        terminal.settle()
        terminal.press_all(DONE * FIRST_KEYS)
        times = terminal.press_all(DONE * KEYS)
    written = len(store.read_log()) - before
    if written != FIRST_KEYS + KEYS:
        raise RuntimeError(f"{written} answers on disk, not {FIRST_KEYS + KEYS}")
    return times


def _keys(workspaces: Sequence[Workspace]) -> list[list[float]]:
    """The times of each floor and of each folder, in turn."""
    times: list[list[float]] = [[] for _ in (*SHOWN, *workspaces)]
    for number in range(ROUNDS):
        for found, shown in zip(times, SHOWN, strict=False):
            found += _floor_keys(shown)
        for found, workspace in zip(times[len(SHOWN) :], workspaces, strict=True):
            found += _answer_keys(workspace, number)
    return times


def _p99(times: Sequence[float]) -> float:
    return quantiles(times, n=100)[98]


def _print_starts(names: Sequence[str], clock: list[list[float]], processor: list[list[float]]) -> None:
    print(f"first paint, {STARTS} starts{'':22}   median × floor      best × floor  processor × floor")
    floors = median(clock[0]), min(clock[0]), median(processor[0])
    for name, times, busy in zip(names, clock, processor, strict=True):
        figures = median(times), min(times), median(busy)
        cells = "".join(f"{f:10.0f}{f / o if o else 0:8.2f}" for f, o in zip(figures, floors, strict=True))
        print(f"  {name:40}{cells}")


def _print_keys(names: Sequence[str], keys: list[list[float]]) -> None:
    print(f"key → painted, {ROUNDS * KEYS} keys{'':20}   median × floor       p99 × floor")
    same = keys[len(FLOORS) - 1]
    floors = median(same), _p99(same)
    for name, times in zip(names, keys, strict=True):
        figures = median(times), _p99(times)
        cells = "".join(f"{f:10.1f}{f / o:8.2f}" for f, o in zip(figures, floors, strict=True))
        print(f"  {name:40}{cells}")


def main() -> None:
    """Print the starts and the keys, each as milliseconds and as a ratio to the floor."""
    folder = Path(tempfile.mkdtemp())
    try:
        few, many, long = (
            _workspace(folder / name / "fazhi", count)
            for name, count in (("few", FEW), ("many", MANY), ("long", FEW))
        )
        names = (f"{FEW} assessments", f"{MANY} assessments")
        _print_starts((FLOOR, *names), *_starts([few.data, many.data]))
        _add_sheets(long)
        keys = _keys([few, many, long])
        _print_keys((*FLOORS, *names, f"{FEW} assessments, {SHEETS} sheets"), keys)
        few_ms, many_ms, long_ms = map(median, keys[len(FLOORS) :])
        print(f"  {MANY} to {FEW} assessments × {many_ms / few_ms:.2f}, ", end="")
        print(f"{SHEETS} sheets to none × {long_ms / few_ms:.2f}")
    finally:
        rmtree(folder)


if __name__ == "__main__":
    main()

"""Walks over the screens for the snapshots, in data folders that are the same on every run."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from textual.app import App
from textual.pilot import Pilot
from textual.widgets import Input

from fazhi_tui.domain.filling.answering import Change
from fazhi_tui.domain.rectifying.rectification import Pace
from fazhi_tui.domain.rectifying.rectify import Step as Planned
from fazhi_tui.domain.verdict import Verdict
from fazhi_tui.loading.handover import read_handover
from fazhi_tui.workspace import NewAssessment, Workspace

from .conftest import SMALL
from .reading import screen_lines
from .test_facts import COUNTED, PARAMS, RULE

ID = "zhongda-juece"
OWN = "本单位"
MATTER = "全区文化旅游发展规划"
FILE = "甲局.fazhi"
NEWER = ('version = "1"', 'version = "2"'), ("意见是否研究采纳？", "意见是否逐条研究采纳并反馈？")

Step = str | Callable[[Pilot[int]], None]
Tour = tuple[tuple[str, tuple[Step, ...]], ...]


def officers_folder(workspace: Workspace, shipped: Path) -> None:
    """Two assessments: one half done with facts, a gap of each kind and a matter, one hardly begun."""
    text = SMALL.replace('gap = "a-1不到位。"', RULE).replace('gap = "a-2不到位。"', COUNTED)
    shipped.write_text(text.replace('[[stages]]\nid = "zhidu"', PARAMS), encoding="utf-8")
    id = workspace.create(NewAssessment("越城区文化广电旅游局", 2023, "部门", ("执法权",)))
    workspace.create(NewAssessment("某县市场监督管理局（知识产权局、食品安全办公室）", 2023, "部门"))
    with workspace.open(id, writable=True) as session:
        session.add_sheet(ID, MATTER)
        session.answer(
            [
                Change(ID, OWN, "a-1", facts={"from": "2023-03-01", "to": "2023-03-20"}),
                Change(ID, OWN, "a-2", verdict=Verdict.PARTLY, note="专家库只有三人，未分专业。"),
                Change(ID, MATTER, "b-1", verdict=Verdict.HOLLOW, note="座谈会没有记录，意见未逐条研究。"),
                Change(ID, MATTER, "c-1", verdict=Verdict.MISSING, note="未经审查即提交讨论。"),
            ]
        )
        gap = (ID, MATTER, "b-1")
        session.rectify(
            [Planned(gap, measure="补做研究并公布采纳情况。", leader="王副局长", department="产业科")]
        )
        session.rectify([Planned(gap, person="赵某", due="2024-01-10", pace=Pace.STAGED)])
        session.rectify([Planned(gap, progress=("2024-01-12", "已整理意见清单。"))])


def advisers_folder(workspace: Workspace, shipped: Path, adviser: Workspace, folder: Path) -> None:
    """An assessment sent for review, and its hand-over file in a folder; the adviser has taken it in."""
    shipped.write_text(SMALL, encoding="utf-8")
    id = workspace.create(NewAssessment("越城区文化广电旅游局", 2023, "部门"))
    with workspace.open(id, writable=True) as session:
        session.add_sheet(ID, MATTER)
        changes = [Change(*row.key, verdict=Verdict.DONE, note="已办。") for row in session.board.rows()]
        session.answer(changes)
        session.submit()
        session.export_handover(folder / FILE)
    given = read_handover((folder / FILE).read_bytes(), file=FILE)
    adviser.merge(given, takes_over=False)


def _name_file(pilot: Pilot[int]) -> None:
    pilot.app.screen.query_one("#path", Input).value = FILE


def officers_tour(shipped: Path) -> Tour:
    """Every screen and dialog of the officer, each behind the steps that lead to it."""

    def renew(_pilot: Pilot[int]) -> None:
        text = shipped.read_text(encoding="utf-8")
        for old, new in NEWER:
            text = text.replace(old, new)
        shipped.write_text(text, encoding="utf-8")

    return (
        ("home", ("down",)),
        ("help", ("f1",)),
        ("new", ("escape", "f2")),
        ("overview", ("escape", "f9")),
        ("sheet-facts", ("escape", "enter")),
        ("facts", ("f3",)),
        ("sheet-unit", ("escape", "down")),
        ("sheet-redline", ("right", "down", "down")),
        ("sheets", ("f6",)),
        ("menu", ("escape", "f9")),
        ("history", ("escape", "f11")),
        ("find", ("escape", "ctrl+f", "h", "f")),
        ("adopt", ("escape", renew, "f12")),
        ("gaps", ("escape", "f5", "down")),
        ("rectify", ("f2",)),
    )


def advisers_tour() -> Tour:
    """What only the adviser sees, and the hand-over file on its way in."""
    return (
        ("merge", ("f3", _name_file, "enter")),
        ("review", ("escape", "enter")),
        ("correct", ("2",)),
    )


async def pages(app: App[int], tour: Tour, size: tuple[int, int]) -> dict[str, str]:
    """Each page of a tour as text, its name before it; every line is as wide as the terminal."""
    found = {}
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        for name, steps in tour:
            for step in steps:
                await _take(pilot, step)
            await app.workers.wait_for_complete()
            await pilot.pause()
            found[name] = "".join(f"{line}\n" for line in screen_lines(app))
    return found


async def _take(pilot: Pilot[int], step: Step) -> None:
    if isinstance(step, str):
        await pilot.press(step)
    else:
        step(pilot)
    await pilot.pause()

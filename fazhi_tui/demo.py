"""The example: what one real bureau's published report says, entered as its officer would."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from fazhi_tui.domain.answers import Evidence
from fazhi_tui.domain.filling.answering import Change
from fazhi_tui.domain.verdict import Verdict
from fazhi_tui.workspace import NewAssessment, Workspace

_FILE = Path(__file__).with_name("demo_s0.toml")


def demo_file() -> Path:
    """The example's answers, item by item."""
    return _FILE


def find_demo(workspace: Workspace) -> str | None:
    """The id of the example that is there already."""
    return next(
        (entry.id for entry in workspace.list() if entry.summary is not None and entry.summary["demo"]), None
    )


def make_demo(workspace: Workspace) -> str:
    """Make the example unless it is there; returns its id.

    Raises:
        FazhiError: the shipped checklists do not load, or the disk refuses; no half-made example stays.
    """
    if existing := find_demo(workspace):
        return existing
    data = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    id = workspace.create(_wanted(data["assessment"]))
    try:
        _fill(workspace, id, data)
    except BaseException:
        workspace.delete(id)
        raise
    return id


def _wanted(data: dict[str, Any]) -> NewAssessment:
    return NewAssessment(
        unit=data["unit"],
        year=data["year"],
        kind=data["kind"],
        flags=tuple(data["flags"]),
        checklists=tuple(data["checklists"]),
        round=data["round"],
        is_demo=True,
    )


def _fill(workspace: Workspace, id: str, data: dict[str, Any]) -> None:
    with workspace.open(id, writable=True) as session:
        for sheet in data["sheets"]:
            session.add_sheet(
                sheet["checklist"], sheet["object"], kind=sheet["kind"], role=sheet.get("role", "")
            )
        session.answer([_change(entry) for entry in data["answers"]])


def _change(entry: dict[str, Any]) -> Change:
    return Change(
        entry["checklist"],
        entry["object"],
        entry["item"],
        verdict=Verdict(entry["verdict"]),
        note=entry["note"],
        evidence=tuple(Evidence(title) for title in entry["evidence"]),
        doubt=entry.get("doubt", False),
    )

"""A checklist file that reads: what it holds and whose it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from fazhi_tui.domain.checklist import Checklist
from fazhi_tui.domain.local_mark import LOCAL
from fazhi_tui.loading.checklists.checklist_data import read_checklist
from fazhi_tui.loading.checklists.findings import Finding
from fazhi_tui.loading.checklists.toml_file import read_toml


@dataclass(frozen=True, slots=True)
class ReadFile:
    """One file: its name in messages, its checklist and plain data, whether it is the unit's own."""

    name: str
    checklist: Checklist
    data: dict[str, Any]
    is_own: bool


def read_files(shipped: Sequence[Path], own: Sequence[Path]) -> tuple[list[ReadFile], list[Finding]]:
    """The files that read, the shipped ones first, and every fault within the others."""
    read: list[ReadFile] = []
    findings: list[Finding] = []
    paths = [*shipped, *own]
    for number, (path, name) in enumerate(zip(paths, file_names(paths), strict=True)):
        is_own = number >= len(shipped)
        data, faults = read_toml(path)
        findings += [replace(fault, file=name) for fault in faults]
        if data is None:
            continue
        checklist, faults = read_checklist(data, name)
        local = replaced_ids(data) if is_own else ()
        findings += [replace(fault, place=marked_place(fault.place, local)) for fault in faults]
        if checklist is not None:
            read.append(ReadFile(name, checklist, data, is_own))
    return read, findings


def file_names(paths: Sequence[Path]) -> list[str]:
    """The files' names in messages: with their folder where two have one name."""
    times = Counter(path.name for path in paths)
    return [path.name if times[path.name] == 1 else str(path) for path in paths]


def item_place(id: str, *, is_local: bool = False) -> str:
    """An item's place in a finding."""
    return f"检查项 {id}（{LOCAL}）" if is_local else f"检查项 {id}"


def marked_place(place: str, local: Collection[str]) -> str:
    """A place in a finding, marked 本地 where it is one of these items."""
    return next((item_place(id, is_local=True) for id in local if place == item_place(id)), place)


def replaced_ids(data: Mapping[str, Any]) -> list[str]:
    """The ids of the items that say `replaces`, in data that may be faulty."""
    items = (item for stage in _tables(data.get("stages")) for item in _tables(stage.get("items")))
    return [str(item.get("id")) for item in items if item.get("replaces") is True]


def _tables(value: object) -> list[dict[str, Any]]:
    return [inner for inner in value if isinstance(inner, dict)] if isinstance(value, list) else []

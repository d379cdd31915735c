"""A unit's own items put in the place of the shipped ones: plain data that explains itself later."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from fazhi_tui.domain.local_mark import LOCAL
from fazhi_tui.loading.checklists.between_files import Homes, homes_of
from fazhi_tui.loading.checklists.checklist_data import read_checklist
from fazhi_tui.loading.checklists.findings import Finding
from fazhi_tui.loading.checklists.read_file import ReadFile, item_place, replaced_ids

Data = dict[str, Any]
_PARAM = "param:"


def with_replacements(files: Sequence[ReadFile]) -> tuple[list[ReadFile], list[Finding]]:
    """The checklists that come of files without faults between them, and what does not fit where it goes.

    A replacement stands where the shipped item stood and brings the laws and parameters it needs; an own
    file of nothing else yields no checklist. A shipped checklist nobody changes keeps its data as it is.
    """
    homes = homes_of(files)
    made: list[ReadFile] = []
    findings: list[Finding] = []
    for file in files:
        coming = [] if file.is_own else list(_coming(file, files, homes))
        data = _rest(file, homes) if file.is_own else _with_all(file, coming)
        if data is None or data is file.data:
            made += [file] if data is not None else []
            continue
        checklist, faults = read_checklist(data, file.name)
        findings += [_at_its_source(fault, coming) for fault in faults]
        if checklist is not None:
            made.append(replace(file, checklist=checklist, data=data))
    return made, findings


def _coming(file: ReadFile, files: Sequence[ReadFile], homes: Homes) -> Iterator[tuple[ReadFile, list[str]]]:
    """The own files that replace items of a shipped one, and which."""
    for own in files:
        ids = [id for id in replaced_ids(own.data) if id in homes and homes[id][0] is file]
        if own.is_own and ids:
            yield own, ids


def _at_its_source(fault: Finding, coming: Sequence[tuple[ReadFile, Sequence[str]]]) -> Finding:
    for own, ids in coming:
        for id in ids:
            if fault.place == item_place(id):
                return replace(fault, file=own.name, place=item_place(id, is_local=True))
    return fault


def _with_all(file: ReadFile, coming: Sequence[tuple[ReadFile, Sequence[str]]]) -> Data:
    data = file.data
    for own, ids in coming:
        data = _with_items(data, own, ids)
    return data


def _with_items(data: Data, own: ReadFile, ids: Sequence[str]) -> Data:
    """Shipped data with these items of an own file; its own declarations win, the older check counts."""
    items = {item["id"]: item for item in _items(own.data) if item["id"] in ids}
    checked = min(date.fromisoformat(data["checked"]), own.checklist.checked)
    declared = {param["id"] for param in data.get("params", [])}
    needed = _params_of(items.values()) - declared
    return {
        **data,
        "checked": checked.isoformat(),
        "history": [*data.get("history", []), _entry(own, ids)],
        "laws": {**data["laws"], **_laws_lacking(data["laws"], own.data["laws"], items.values())},
        **_added(data, "params", [p for p in own.data.get("params", []) if p["id"] in needed]),
        **_added(
            data, "contradicts", [c for c in own.data.get("contradicts", []) if set(c["items"]) <= set(ids)]
        ),
        "stages": [
            {**stage, "items": [items.get(item["id"], item) for item in stage["items"]]}
            for stage in data["stages"]
        ],
    }


def _rest(file: ReadFile, homes: Homes) -> Data | None:
    """An own file's data without the items that went into shipped checklists; None if nothing is left."""
    data, gone = file.data, {id for id in replaced_ids(file.data) if id in homes}
    if not gone:
        return data
    stages = [
        {**stage, "items": left}
        for stage in data["stages"]
        if (left := [item for item in stage["items"] if item["id"] not in gone])
    ]
    if not stages:
        return None
    items = list(_items(data))
    moved = _params_of(item for item in items if item["id"] in gone)
    moved -= _params_of(item for item in items if item["id"] not in gone)
    rest = {
        "params": [param for param in data.get("params", []) if param["id"] not in moved],
        "contradicts": [pair for pair in data.get("contradicts", []) if not gone & set(pair["items"])],
    }
    return {**data, **{key: kept for key, kept in rest.items() if key in data}, "stages": stages}


def _entry(own: ReadFile, ids: Sequence[str]) -> Data:
    """What the history of the shipped checklist says of a replacement."""
    change = f"按“{own.checklist.title}”替换检查项{'、'.join(ids)}"
    return {"version": f"{LOCAL}{own.checklist.version}", "change": change}


def _added(data: Data, key: str, more: Sequence[Data]) -> Data:
    return {key: [*data.get(key, []), *more]} if more else {}


def _items(data: Mapping[str, Any]) -> Iterator[Data]:
    for stage in data["stages"]:
        yield from stage["items"]


def _laws_lacking(have: Collection[str], laws: Mapping[str, Any], items: Collection[Data]) -> Data:
    """The declarations of laws these items cite, themselves or in a rule, that are not there yet."""
    cited = {text.partition(":")[0] for item in items for text in [*item["cites"], *_texts(item.get("rule"))]}
    return {key: law for key, law in laws.items() if key in cited and key not in have}


def _params_of(items: Collection[Data] | Iterator[Data]) -> set[str]:
    """The local parameters that the rules of these items name."""
    texts = (text for item in items for text in _texts(item.get("rule")))
    return {text.removeprefix(_PARAM) for text in texts if text.startswith(_PARAM)}


def _texts(value: object) -> Iterator[str]:
    """Every text in plain data, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)

"""A unit's own checklists beside the shipped ones."""

from __future__ import annotations

from pathlib import Path

from fazhi_tui.loading.checklists.checklist_files import Library, inspect
from fazhi_tui.loading.checklists.findings import Finding
from tests.samples import DECISIONS, ENFORCEMENT, LAW, Data, checklist, item, stage, write_toml

LOCAL_LAW: Data = {**LAW, "title": "甲市重大行政决策办法", "number": "甲政发〔2025〕1号"}


LAWS: Data = {"zdjc": LAW, "jia": LOCAL_LAW}


PARAM: Data = {"id": "shue", "label": "较大数额", "type": "number"}


FACTS = [{"id": "n", "label": "数额", "type": "number"}]


RULE: Data = {"kind": "count", "fact": "n", "min": "param:shue"}


SHIPPED = (DECISIONS, ENFORCEMENT)


def mine(id: str, **changed: object) -> Data:
    """A replacement."""
    return item(id, **{"replaces": True, "question": f"{id}按本市办法是否做到？", **changed})


def own(*items: Data, kind: str = "matter", **changed: object) -> Data:
    return checklist("ziji", stage("ziji-1", "本市", kind, *items), **{"title": "本市要求", **changed})


def found(folder: Path, *data: Data, is_whole: bool = True) -> tuple[Library, list[Finding]]:
    shipped = write_toml(folder / "shipped", *SHIPPED)
    return inspect(shipped, write_toml(folder / "own", *data), is_whole=is_whole)


def joined(folder: Path, *data: Data) -> Library:
    library, findings = found(folder, *data)
    assert findings == []
    return library


def pair(*ids: str) -> Data:
    return {"items": list(ids), "verdicts": ["流于形式", "落实"], "say": "不能都这样答"}

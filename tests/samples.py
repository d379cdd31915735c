"""Small checklists that the tests are built from."""

from __future__ import annotations

import json
import re
from datetime import datetime
from pathlib import Path
from typing import Any

from fazhi_tui.loading.checklists.checklist_files import Library, library_from_data

Data = dict[str, Any]
START = datetime.fromisoformat("2026-11-24T09:00:00+08:00")
LAW: Data = {
    "title": "重大行政决策程序暂行条例",
    "number": "国务院令第713号",
    "effective": "2019-09-01",
    "verified": "full",
}


def item(id: str, **changed: object) -> Data:
    """An item's plain data; `changed` replaces fields, None takes one out."""
    made = {
        "id": id,
        "question": f"{id}是否做到？",
        "force": "应当",
        "points": 4,
        "cites": ["zdjc:15.1"],
        "gap": f"{id}没有做到",
        "remedy": f"补做{id}",
    }
    return _without_none({**made, **changed})


def redline(id: str, **changed: object) -> Data:
    """A red-line item."""
    return item(id, **{"points": None, "redline": True, **changed})


def advice(id: str, **changed: object) -> Data:
    """A 可以 item."""
    return item(id, **{"points": None, "force": "可以", **changed})


def stage(id: str, title: str, kind: str, *items: Data, **changed: object) -> Data:
    """A stage's plain data."""
    return _without_none({"id": id, "title": title, "object": kind, "items": list(items), **changed})


def checklist(id: str, *stages: Data, **changed: object) -> Data:
    """A checklist's plain data."""
    made = {
        "schema": 1,
        "id": id,
        "title": f"清单{id}",
        "version": "2026.11",
        "checked": "2026-11-24",
        "laws": {"zdjc": LAW},
        "stages": list(stages),
    }
    return _without_none({**made, **changed})


def library(*data: Data) -> Library:
    """The library of these checklists, read as an adopted copy is read."""
    return library_from_data(json.loads(json.dumps(data)), "样本")


def _without_none(data: Data) -> Data:
    return {key: value for key, value in data.items() if value is not None}


FACTS = [
    {"id": "from", "label": "公告日", "type": "date"},
    {"id": "count", "label": "意见数", "type": "number"},
    {"id": "why", "label": "说明理由", "type": "yes"},
]
DECISIONS = checklist(
    "juece",
    stage("zhidu", "制度基础", "unit", item("u-1", points=2), item("u-2", points=3), redline("u-red")),
    stage(
        "canyu",
        "公众参与",
        "matter",
        item("m-1", facts=FACTS, cites=["zdjc:14.1", "zdjc:15.1.2"]),
        item("m-2", points=6),
        redline("m-red"),
        advice("m-may"),
    ),
    title="重大行政决策程序",
)
ENFORCEMENT = checklist(
    "zhifa",
    stage("gongshi", "公示", "unit", item("e-1", needs=["执法权"]), item("e-gov", **{"for": ["政府"]})),
    stage("shenhe", "法制审核", "case", item("c-1", points=1), redline("c-red")),
    stage("lvzhi", "履职", "person", item("p-1"), item("p-2", roles=["政府主要负责人"])),
    title="行政执法三项制度",
    scale=[1, 0.6, 0.3, 0],
)
SAMPLE = library(DECISIONS, ENFORCEMENT)


def as_toml(data: Data) -> str:
    """A checklist's plain data as TOML, dates as dates."""
    is_date = re.compile(r"20[0-9]{2}-(0[1-9]|1[0-2])-[0-9]{2}")

    def value(key: str, inner: object) -> str:
        if key in {"checked", "effective", "expires"} and isinstance(inner, str) and is_date.fullmatch(inner):
            return inner
        if isinstance(inner, dict):
            pairs = ", ".join(
                f"{json.dumps(k, ensure_ascii=False)} = {value(k, v)}" for k, v in inner.items()
            )
            return f"{{ {pairs} }}"
        if isinstance(inner, (list, tuple)):
            return f"[{', '.join(value('', v) for v in inner)}]"
        return json.dumps(inner, ensure_ascii=False)

    return "".join(f"{key} = {value(key, inner)}\n" for key, inner in data.items())


def write_toml(folder: Path, *data: Data) -> list[Path]:
    """Checklist files in a folder, named by their ids."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for one in data:
        path = folder / f"{one['id']}.toml"
        path.write_text(as_toml(one), encoding="utf-8")
        paths.append(path)
    return paths

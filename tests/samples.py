"""Small checklists and histories that the tests are built from."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from fazhi_tui.domain import answering, decide
from fazhi_tui.domain.answering import Change
from fazhi_tui.domain.answers import Opinion
from fazhi_tui.domain.assessment import Assessment
from fazhi_tui.domain.events import Event, Lane, Log, check_code, next_event
from fazhi_tui.domain.fold import fold
from fazhi_tui.domain.permission import require
from fazhi_tui.domain.rows import Board, board
from fazhi_tui.domain.verdict import Verdict
from fazhi_tui.loading.checklist_files import Library, library_from_data

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


@dataclass(slots=True)
class Journal:
    """An assessment without a disk: the same steps a session takes, kept in memory."""

    library: Library = SAMPLE
    unit: str = "越城区文化广电旅游局"
    year: int = 2023
    kind: str = "部门"
    flags: tuple[str, ...] = ("执法权",)
    round: str = ""
    is_demo: bool = False
    log: Log = field(default_factory=Log)
    ticks: int = 0

    def __post_init__(self) -> None:
        kind, payload = decide.create(
            unit=self.unit,
            year=self.year,
            kind=self.kind,
            round_=self.round,
            flags=self.flags,
            is_demo=self.is_demo,
        )
        self._append(Lane.OFFICER, (kind, {**payload, "id": "样本"}))
        self._append(Lane.OFFICER, decide.adopt(self.library.checklists, self.library.digest))

    @property
    def assessment(self) -> Assessment:
        """The fold of the log."""
        return fold(self.log)

    @property
    def board(self) -> Board:
        """The assessment's board."""
        return board(self.assessment, self.library.checklists)

    @property
    def check_code(self) -> str:
        """The check code of the log."""
        return check_code(self.log, self.assessment.checklists_digest)

    def record(self, wish: decide.Wish, lane: Lane = Lane.OFFICER) -> Event:
        """Append what the state and the role allow."""
        require(self.assessment.state, lane, wish[0])
        return self._append(lane, wish)

    def answer(self, *changes: Change) -> Event:
        """Record changes that change something."""
        wish = answering.answer(self.board, changes)
        assert wish is not None
        return self.record(wish)

    def say(
        self, checklist: str, object: str, item: str, verdict: Verdict | None, note: str | None = None
    ) -> Event:
        """Record one verdict, with a note where one is given."""
        change = Change(checklist, object, item, verdict=verdict)
        return self.answer(change if note is None else replace(change, note=note))

    def add(self, checklist: str, name: str, *, kind: str = "", role: str = "") -> Event:
        """Add a sheet."""
        wish = decide.add_sheet(
            self.assessment, self.library.checklists, checklist, name, kind=kind, role=role
        )
        return self.record(wish)

    def absent(self, checklist: str, kind: str, reason: str) -> Event:
        """Declare 本年无."""
        return self.record(
            decide.declare_absent(self.assessment, self.library.checklists, checklist, kind, reason)
        )

    def undo(self, lane: Lane = Lane.OFFICER) -> Event:
        """Take back the lane's last step."""
        return self.record(decide.undo(self.log.lane(lane))[0], lane)

    def review(
        self,
        key: tuple[str, str, str],
        opinion: Opinion,
        verdict: Verdict | None = None,
        text: str = "",
    ) -> Event:
        """Record the adviser's review of the answer as it stands."""
        return self.record(review_wish(self.assessment, key, opinion, verdict, text), Lane.ADVISER)

    def move(self, kind: str, lane: Lane = Lane.OFFICER, **payload: object) -> Event:
        """Submit, recall, return or finalise."""
        return self.record((kind, payload), lane)

    def _append(self, lane: Lane, wish: decide.Wish) -> Event:
        at = (START + timedelta(minutes=self.ticks)).isoformat(timespec="seconds")
        self.ticks += 1
        actor = "张某" if lane is Lane.OFFICER else "李律师"
        event = next_event(self.log, lane, kind=wish[0], payload=wish[1], at=at, actor=actor)
        self.log = self.log.with_event(event)
        return event


def review_wish(
    assessment: Assessment,
    key: tuple[str, str, str],
    opinion: Opinion,
    verdict: Verdict | None = None,
    text: str = "",
) -> decide.Wish:
    """A review of the answer as it stands, in its recorded form."""
    checklist, name, item = key
    sheet = assessment.sheet(checklist, name)
    assert sheet is not None
    review = {
        "checklist": checklist,
        "object": name,
        "item": item,
        "opinion": opinion.value,
        "verdict": verdict.value if verdict else None,
        "text": text,
        "judged": sheet.answer(item).fingerprint,
    }
    return "reviewed", {"reviews": [review]}


def fill(journal: Journal, verdict: Verdict = Verdict.DONE) -> None:
    """Answer every open item of every sheet."""
    changes = [Change(*row.key, verdict=verdict) for row in journal.board.rows() if row.is_open]
    journal.answer(*changes)


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


def keys(rows: Sequence[Any]) -> list[str]:
    """The item ids of rows or gaps."""
    return [getattr(r, "row", r).item.id for r in rows]

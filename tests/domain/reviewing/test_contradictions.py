from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from fazhi_tui.domain.reviewing.contradictions import clashes
from fazhi_tui.domain.verdict import Verdict
from fazhi_tui.loading.checklists.checklist_files import library_from_data
from fazhi_tui.paths import checklist_files, shipped_checklists_folder
from tests.journal import Journal
from tests.samples import Data, checklist, item, library, stage

DONE, PARTLY, HOLLOW, MISSING, NOT_OCCURRED, INAPPLICABLE = Verdict


def _pair(first: str, second: str, say: str, verdicts: tuple[str, str] = ("流于形式", "落实")) -> Data:
    return {"items": [first, second], "verdicts": list(verdicts), "say": say}


def _journal() -> Journal:
    data = checklist(
        "x",
        stage("a", "制度", "unit", item("x-u"), item("x-v")),
        stage("b", "事项", "matter", item("x-m"), item("x-n")),
        stage("c", "案卷", "case", item("x-c")),
        contradicts=[
            _pair("x-m", "x-n", "同一事项"),
            _pair("x-u", "x-v", "同在本单位"),
            _pair("x-u", "x-m", "本单位对事项"),
            _pair("x-m", "x-c", "事项对案卷"),
        ],
    )
    journal = Journal(library(data))
    for name, kind in (("甲", "matter"), ("乙", "matter"), ("丙案", "case")):
        journal.add("x", name, kind=kind)
    return journal


def _found(journal: Journal) -> list[tuple[str, str, str]]:
    return [
        (f"{one.sheet.object}/{one.item.id}", f"{other.sheet.object}/{other.item.id}", clash.say)
        for clash in clashes(journal.board)
        for one, other in [clash.rows]
    ]


def test_a_pair_is_looked_for_within_one_sheet_and_never_across_two_matters() -> None:
    journal = _journal()
    journal.say("x", "甲", "x-m", HOLLOW)
    journal.say("x", "乙", "x-n", DONE)
    assert _found(journal) == []
    journal.say("x", "甲", "x-n", DONE)
    assert _found(journal) == [("甲/x-m", "甲/x-n", "同一事项")]


def test_the_units_answer_is_held_against_every_sheet_of_the_other_item() -> None:
    journal = _journal()
    journal.say("x", "本单位", "x-u", HOLLOW)
    journal.say("x", "甲", "x-m", DONE)
    journal.say("x", "乙", "x-m", DONE)
    assert _found(journal) == [
        ("本单位/x-u", "甲/x-m", "本单位对事项"),
        ("本单位/x-u", "乙/x-m", "本单位对事项"),
    ]


def test_objects_of_two_kinds_have_nothing_to_do_with_each_other() -> None:
    journal = _journal()
    journal.say("x", "甲", "x-m", HOLLOW)
    journal.say("x", "丙案", "x-c", DONE)
    assert _found(journal) == []


@pytest.mark.parametrize(("first", "second"), [(DONE, HOLLOW), (HOLLOW, PARTLY), (HOLLOW, None)])
def test_only_the_declared_verdicts_in_the_declared_order_exclude_each_other(
    first: Verdict, second: Verdict | None
) -> None:
    journal = _journal()
    journal.say("x", "本单位", "x-u", first)
    if second is not None:
        journal.say("x", "本单位", "x-v", second)
    assert _found(journal) == []


SHIPPED = [
    (path.stem, pair["items"], pair["verdicts"])
    for path in checklist_files(shipped_checklists_folder())
    for pair in tomllib.loads(Path(path).read_text(encoding="utf-8")).get("contradicts", [])
]


@pytest.mark.parametrize(("name", "items", "verdicts"), SHIPPED)
def test_every_shipped_pair_can_be_found(name: str, items: list[str], verdicts: list[str]) -> None:
    path = next(p for p in checklist_files(shipped_checklists_folder()) if p.stem == name)
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    flags = ("执法权", "许可权", "强制执行权", "规范性文件")
    found = 0
    for kind in ("政府", "部门", "乡镇街道"):
        journal = Journal(library_from_data([_plain(data)], path.name), kind=kind, flags=flags)
        for object_kind in {s["object"] for s in data["stages"]} - {"unit"}:
            journal.add(data["id"], f"某{object_kind}", kind=object_kind)
        for row in [r for r in journal.board.rows() if r.item.id in items]:
            journal.say(*row.key, Verdict(verdicts[items.index(row.item.id)]), "理由")
        found += len([c for c in clashes(journal.board) if [r.item.id for r in c.rows] == items])
    assert found


def _plain(data: Data) -> Data:
    """TOML dates as the texts an adopted copy has."""
    laws = {
        key: {k: v.isoformat() if hasattr(v, "isoformat") else v for k, v in law.items()}
        for key, law in data["laws"].items()
    }
    return {**data, "checked": data["checked"].isoformat(), "laws": laws}

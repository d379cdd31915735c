from __future__ import annotations

import pytest

from fazhi_tui.domain.applicability import left_out_items, why_left_out
from fazhi_tui.domain.verdict import Verdict
from tests.journal import Journal
from tests.samples import DECISIONS, ENFORCEMENT, LAW, checklist, item, library, stage


def _items(journal: Journal) -> list[tuple[str, str]]:
    return [(row.sheet.object, row.item.id) for row in journal.board.rows()]


def test_the_one_order_is_checklists_then_the_unit_then_sheets_as_added_then_items_in_the_file() -> None:
    journal = Journal()
    journal.add("zhifa", "案卷乙", kind="case")
    journal.add("juece", "规划")
    journal.add("juece", "定价")
    matter = ["m-1", "m-2", "m-red", "m-may"]
    assert _items(journal) == [
        *(("本单位", id) for id in ("u-1", "u-2", "u-red")),
        *(("规划", id) for id in matter),
        *(("定价", id) for id in matter),
        ("本单位", "e-1"),
        ("案卷乙", "c-1"),
        ("案卷乙", "c-red"),
    ]


def test_the_order_does_not_depend_on_which_sheet_was_answered_first() -> None:
    journal = Journal()
    journal.add("juece", "规划")
    before = _items(journal)
    journal.say("juece", "规划", "m-2", Verdict.DONE)
    journal.say("juece", "本单位", "u-1", Verdict.DONE)
    assert _items(journal) == before


def test_a_checklist_that_asks_nothing_of_the_unit_has_no_sheet_for_it() -> None:
    only_cases = checklist("anjuan", stage("a", "案卷", "case", item("a-1")))
    journal = Journal(library(only_cases))
    assert journal.board.sheets == ()
    assert [missing.kind for missing in journal.board.undeclared] == ["case"]


def test_a_kind_is_undeclared_until_it_has_a_sheet_or_is_declared_absent() -> None:
    journal = Journal()
    assert [(u.checklist.id, u.kind) for u in journal.board.undeclared] == [
        ("juece", "matter"),
        ("zhifa", "case"),
        ("zhifa", "person"),
    ]
    journal.add("juece", "规划")
    journal.absent("zhifa", "case", "全年没有办案")
    assert [(u.checklist.id, u.kind) for u in journal.board.undeclared] == [("zhifa", "person")]


def test_a_sheet_added_takes_back_a_declaration_and_one_removed_leaves_the_kind_undeclared() -> None:
    journal = Journal()
    journal.absent("juece", "matter", "没有重大行政决策")
    journal.add("juece", "规划")
    assert not journal.assessment.absent
    journal.record(("sheet_removed", {"checklist": "juece", "object": "规划"}))
    assert "matter" in [u.kind for u in journal.board.undeclared]


def test_advice_is_not_open_in_an_undeclared_kind_nor_on_a_sheet() -> None:
    journal = Journal()
    (matter,) = [u for u in journal.board.undeclared if u.kind == "matter"]
    assert [i.id for i in matter.open_items] == ["m-1", "m-2", "m-red"]
    journal.add("juece", "规划")
    assert [r.item.id for r in journal.board.rows() if r.is_open and r.sheet.object == "规划"] == [
        "m-1",
        "m-2",
        "m-red",
    ]


def test_the_first_open_row_of_a_sheet_moves_with_the_answers_and_ends_at_none() -> None:
    journal = Journal()
    seen = []
    for id in ("u-1", "u-2", "u-red"):
        seen.append(journal.board.sheets[0].first_open)
        journal.say("juece", "本单位", id, Verdict.DONE)
    assert seen == [0, 1, 2]
    assert journal.board.sheets[0].first_open is None


def test_a_person_is_asked_what_its_role_owes_and_everything_without_a_role() -> None:
    journal = Journal()
    journal.add("zhifa", "赵某", kind="person", role="政府主要负责人")
    journal.add("zhifa", "钱某", kind="person", role="部门主要负责人")
    journal.add("zhifa", "孙某", kind="person")
    asked = {v.sheet.object: [r.item.id for r in v.rows] for v in journal.board.of("zhifa")}
    assert asked["赵某"] == ["p-1", "p-2"]
    assert asked["钱某"] == ["p-1"]
    assert asked["孙某"] == ["p-1", "p-2"]


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({}, ""),
        ({"for": ["部门", "政府"]}, ""),
        ({"for": ["政府", "乡镇街道"]}, "只问政府、乡镇街道，本单位是部门"),
        ({"needs": ["执法权"]}, ""),
        ({"needs": ["执法权", "许可权"]}, "本单位没有许可权"),
        ({"cites": ["new:1"]}, "2023年不适用：《新法》自2024年1月1日起施行"),
        ({"cites": ["old:1"]}, "2023年不适用：《旧法》至2022年12月31日止"),
        ({"cites": ["old:1", "zdjc:15"]}, ""),
    ],
)
def test_an_item_is_left_out_with_a_reason_in_words(changed: dict[str, object], why: str) -> None:
    laws = {
        "zdjc": LAW,
        "new": {**LAW, "title": "新法", "effective": "2024-01-01"},
        "old": {**LAW, "title": "旧法", "effective": "2000-01-01", "expires": "2022-12-31"},
    }
    journal = Journal(library(checklist("x", stage("a", "甲", "unit", item("x-1", **changed)), laws=laws)))
    (checklist_,) = journal.library.checklists
    ((_, only),) = checklist_.items()
    assert why_left_out(only, journal.assessment) == why
    left = list(left_out_items(journal.assessment, journal.library.checklists))
    assert [entry.reason for entry in left] == ([why] if why else [])
    assert bool(list(journal.board.rows())) is not bool(why)


def test_a_unit_without_the_power_is_not_asked() -> None:
    assert ("本单位", "e-1") in _items(Journal(flags=("执法权",)))
    assert ("本单位", "e-1") not in _items(Journal(flags=()))


def test_sheets_of_one_checklist_are_found_and_of_no_other() -> None:
    journal = Journal(library(DECISIONS, ENFORCEMENT))
    journal.add("juece", "规划")
    assert [v.sheet.object for v in journal.board.of("juece")] == ["本单位", "规划"]
    assert [v.sheet.object for v in journal.board.of("zhifa")] == ["本单位"]

from __future__ import annotations

import pytest

from fazhi_tui.domain.annual.claims import admissions, claims
from fazhi_tui.domain.verdict import Verdict
from tests.journal import Journal
from tests.samples import checklist, item, library, stage

LIBRARY = library(
    checklist(
        "juece",
        stage("canyu", "公众参与", "matter", item("m-canyu"), item("m-caina")),
        stage("lunzheng", "专家论证", "matter", item("m-lunzheng")),
        stage("shencha", "合法性审查", "matter", item("m-shencha")),
        stage("lingdao", "组织领导", "unit", item("u-lingdao")),
    )
)
PLAN = ("juece", "规划")


def _journal() -> Journal:
    journal = Journal(LIBRARY)
    journal.add("juece", "规划")
    journal.add("juece", "预算")
    return journal


def _found(journal: Journal, *texts: tuple[str, str]) -> list[tuple[str, list[str]]]:
    return [(c.sentence, [gap.row.item.id for gap in c.gaps]) for c in claims(journal.board, texts)]


@pytest.mark.parametrize(
    ("note", "claimed"),
    [
        ("年报称“广泛征求意见”，两处不一致。", ["广泛征求意见"]),
        ("严格履行公众参与程序。", ["严格履行公众参与程序"]),
        ("年报承认“公众参与流于形式”。", []),
        ("只征求意见5日，没有公布草案。", []),
        ("向社会征求意见5日，已经公布草案。", []),
        ("下一年度广泛征求意见。", []),
        ("安排：广泛征求意见。", []),
        ("年报称“组织专家论证”。", []),
    ],
)
def test_the_note_of_a_hollow_step_is_held_against_its_own_step(note: str, claimed: list[str]) -> None:
    journal = _journal()
    journal.say(*PLAN, "m-canyu", Verdict.HOLLOW, note)
    assert _found(journal) == [(sentence, ["m-canyu"]) for sentence in claimed]


def test_a_step_partly_done_may_tell_what_was_done() -> None:
    journal = _journal()
    journal.say(*PLAN, "m-canyu", Verdict.PARTLY, "广泛征求意见。")
    assert _found(journal) == []


@pytest.mark.parametrize(
    ("where", "item_id", "found"),
    [
        (("juece", "本单位"), "u-lingdao", True),
        (PLAN, "m-shencha", True),
        (("juece", "预算"), "m-shencha", False),
        (PLAN, "m-caina", False),
    ],
)
def test_the_note_of_a_done_item_is_held_against_the_other_steps_of_the_same_thing(
    where: tuple[str, str], item_id: str, found: bool
) -> None:
    journal = _journal()
    journal.say(*PLAN, "m-canyu", Verdict.MISSING)
    journal.say(*where, item_id, Verdict.DONE, "对重大决策广泛征求意见、组织专家论证。")
    said = "对重大决策广泛征求意见、组织专家论证"
    assert _found(journal) == ([(said, ["m-canyu"])] if found else [])


def test_the_units_own_text_is_held_against_every_shortcoming() -> None:
    journal = _journal()
    journal.say(*PLAN, "m-canyu", Verdict.HOLLOW)
    journal.say(*PLAN, "m-lunzheng", Verdict.HOLLOW)
    journal.say(*PLAN, "m-shencha", Verdict.PARTLY)
    real = "对重大决策事项,履行决策程序,广泛征求意见、组织专家论证、开展合法性审查。"
    assert _found(journal, ("第三部分", real)) == [
        (real.removesuffix("。"), ["m-canyu", "m-lunzheng", "m-shencha"])
    ]
    assert claims(journal.board, [("第三部分", real)])[0].place == "第三部分"
    assert _found(journal, ("第三部分", "公众参与还有不足。")) == []


@pytest.mark.parametrize(
    ("note", "admits"),
    [("座谈会流于形式。", True), ("评估走过场", True), ("没有流于形式。", False), ("防止走过场。", False)],
)
def test_a_done_item_whose_note_admits_form_only_is_named(note: str, admits: bool) -> None:
    journal = _journal()
    journal.say(*PLAN, "m-canyu", Verdict.DONE, note)
    journal.say(*PLAN, "m-caina", Verdict.HOLLOW, "流于形式。")
    assert [row.item.id for row in admissions(journal.board)] == (["m-canyu"] if admits else [])

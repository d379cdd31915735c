from __future__ import annotations

from typing import Any

import pytest

from fazhi_tui.domain import decide
from fazhi_tui.domain.decide import FIRST_YEAR, LAST_YEAR
from fazhi_tui.domain.log.events import Lane
from fazhi_tui.domain.log.undoing import UNDO, undo
from fazhi_tui.domain.log.wish import Wish
from fazhi_tui.domain.verdict import Verdict
from fazhi_tui.errors import BadInputError, RefusedError
from tests.journal import Journal
from tests.samples import SAMPLE, checklist, item, library, stage

CREATE: dict[str, Any] = {"unit": "某局", "year": 2023, "kind": "部门", "round_": "", "flags": ()}


def test_a_birth_keeps_clean_fields_and_flags_in_one_order() -> None:
    kind, payload = decide.create(
        unit=" 某局 ", year=2023, kind="部门", round_="半年", flags=["许可权", "执法权", "许可权"]
    )
    assert kind == "created"
    assert payload == {
        "unit": "某局",
        "year": 2023,
        "kind": "部门",
        "round": "半年",
        "flags": ["执法权", "许可权"],
        "demo": False,
    }


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"kind": "企业"}, "单位类别“企业”"),
        ({"year": FIRST_YEAR - 1}, "年度2003"),
        ({"year": LAST_YEAR + 1}, "年度2100"),
        ({"flags": ["执法权", "飞行权"]}, "飞行权"),
        ({"unit": ""}, "单位名称不能为空"),
        ({"unit": "甲/乙"}, "单位名称含有路径分隔符"),
        ({"round_": "轮" * 21}, "轮次有21个字"),
    ],
)
def test_a_birth_with_a_bad_field_is_refused_with_a_remedy(changed: dict[str, Any], said: str) -> None:
    with pytest.raises(BadInputError, match=said) as caught:
        decide.create(**{**CREATE, **changed})
    assert caught.value.hint


def test_a_round_is_one_line() -> None:
    assert decide.create(**{**CREATE, "round_": "上\n半 年"})[1]["round"] == "上 半 年"


def test_adopting_nothing_is_refused() -> None:
    with pytest.raises(BadInputError, match="没有可用的清单"):
        decide.adopt((), "")


def _add(journal: Journal, checklist: str, name: str, **more: str) -> Wish:
    return decide.add_sheet(journal.assessment, SAMPLE.checklists, checklist, name, **more)


def test_the_kind_of_a_sheet_is_understood_where_a_checklist_has_one() -> None:
    assert _add(Journal(), "juece", " 规划 ")[1] == {
        "checklist": "juece",
        "object": "规划",
        "kind": "matter",
        "role": "",
    }


@pytest.mark.parametrize(
    ("checklist", "name", "more", "said"),
    [
        ("zhifa", "张案", {}, "几类对象"),
        ("zhifa", "张案", {"kind": "matter"}, "没有“matter”这类对象"),
        ("juece", "规划", {"kind": "unit"}, "没有“unit”这类对象"),
        ("meiyou", "规划", {}, "没有清单“meiyou”"),
        ("juece", "", {}, "自查表名称不能为空"),
        ("juece", "甲/乙", {}, "路径分隔符"),
        ("juece", "本单位", {}, "已有自查表“本单位”"),
        ("juece", "规划", {"role": "部门主要负责人"}, "只有人员自查表"),
        ("zhifa", "赵某", {"kind": "person", "role": "科长"}, "职务“科长”"),
    ],
)
def test_a_sheet_that_does_not_fit_is_refused(
    checklist: str, name: str, more: dict[str, str], said: str
) -> None:
    with pytest.raises(BadInputError, match=said):
        _add(Journal(), checklist, name, **more)


def test_a_checklist_of_the_unit_alone_takes_no_sheets() -> None:
    own = library(checklist("x", stage("a", "甲", "unit", item("x-1"))))
    journal = Journal(own)
    with pytest.raises(BadInputError, match="只按本单位自查"):
        decide.add_sheet(journal.assessment, own.checklists, "x", "规划")


def test_a_name_is_free_once_in_a_checklist_and_again_in_another() -> None:
    journal = Journal()
    journal.add("juece", "规划")
    with pytest.raises(BadInputError, match="已有自查表“规划”"):
        journal.add("juece", "规划 ")
    journal.add("zhifa", "规划", kind="case")


def test_a_sheet_renamed_keeps_answers_and_reviews() -> None:
    journal = Journal()
    journal.add("juece", "规划")
    journal.say("juece", "规划", "m-1", Verdict.HOLLOW)
    journal.record(decide.rename_sheet(journal.assessment, "juece", "规划", "全区规划"))
    assert journal.assessment.sheet("juece", "规划") is None
    sheet = journal.assessment.sheet("juece", "全区规划")
    assert sheet is not None
    assert sheet.answer("m-1").verdict is Verdict.HOLLOW


@pytest.mark.parametrize("verb", [decide.remove_sheet, lambda a, c, n: decide.rename_sheet(a, c, n, "新名")])
@pytest.mark.parametrize(("name", "said"), [("本单位", "不能改名或移除"), ("没有", "没有自查表“没有”")])
def test_only_a_sheet_that_was_added_is_renamed_or_removed(verb: Any, name: str, said: str) -> None:  # noqa: ANN401
    with pytest.raises(BadInputError, match=said):
        verb(Journal().assessment, "juece", name)


def test_a_sheet_is_not_renamed_to_a_name_that_is_taken() -> None:
    journal = Journal()
    journal.add("juece", "规划")
    journal.add("juece", "定价")
    with pytest.raises(BadInputError, match="已有自查表“定价”"):
        decide.rename_sheet(journal.assessment, "juece", "规划", "定价")


def test_absence_needs_a_reason_and_no_sheet_of_that_kind() -> None:
    journal = Journal()
    with pytest.raises(BadInputError, match="必须写理由"):
        journal.absent("juece", "matter", " \n")
    journal.absent("juece", "", "没有重大行政决策")
    assert journal.assessment.absent == {("juece", "matter"): "没有重大行政决策"}
    journal.add("juece", "规划")
    with pytest.raises(RefusedError, match="已有决策事项自查表"):
        journal.absent("juece", "matter", "没有重大行政决策")


def test_undo_takes_back_the_last_step_then_the_one_before() -> None:
    journal = Journal()
    journal.add("juece", "规划")
    answered = journal.say("juece", "规划", "m-1", Verdict.DONE)
    (kind, payload), step = undo(journal.log.officer)
    assert (kind, payload, step) == (UNDO, {"target": answered.seq}, answered)
    journal.undo()
    journal.undo()
    assert journal.assessment.sheets == ()
    with pytest.raises(RefusedError, match="没有可撤销"):
        journal.undo()


def test_a_new_step_after_an_undo_is_the_one_taken_back_next() -> None:
    journal = Journal()
    journal.say("juece", "本单位", "u-1", Verdict.DONE)
    journal.say("juece", "本单位", "u-2", Verdict.DONE)
    journal.undo()
    journal.say("juece", "本单位", "u-2", Verdict.MISSING)
    journal.undo()
    answers = journal.board.sheets[0].rows
    assert [row.answer.verdict for row in answers] == [Verdict.DONE, None, None]


def test_undo_does_not_reach_behind_a_submission() -> None:
    journal = Journal()
    journal.say("juece", "本单位", "u-1", Verdict.DONE)
    journal.move("submitted")
    journal.move("returned", Lane.ADVISER)
    with pytest.raises(RefusedError, match="没有可撤销"):
        journal.undo()


def test_the_birth_and_the_adoption_are_not_undone() -> None:
    with pytest.raises(RefusedError, match="没有可撤销"):
        Journal().undo()

from __future__ import annotations

from typing import Any

import pytest

from fazhi_tui.domain import decide
from fazhi_tui.domain.answers import Opinion
from fazhi_tui.domain.assessment import State
from fazhi_tui.domain.log.events import Lane, Log, next_event
from fazhi_tui.domain.log.fold import KINDS, fold, step
from fazhi_tui.domain.log.permission import UNDOABLE
from fazhi_tui.domain.verdict import Verdict
from fazhi_tui.errors import DamagedError
from tests.journal import Journal
from tests.samples import SAMPLE, START

OFFICER, ADVISER = Lane.OFFICER, Lane.ADVISER


def _with(log: Log, kind: str, payload: dict[str, Any]) -> Log:
    return log.with_event(next_event(log, OFFICER, kind=kind, payload=payload, at="2026", actor="张某"))


def test_the_first_two_events_make_the_assessment() -> None:
    journal = Journal(round="半年", is_demo=True)
    made = journal.assessment
    assert (made.id, made.unit, made.year, made.kind) == ("样本", "越城区文化广电旅游局", 2023, "部门")
    assert (made.round, made.flags, made.is_demo, made.state) == (
        "半年",
        frozenset({"执法权"}),
        True,
        State.FILLING,
    )
    assert made.adopted == (("juece", "2026.11"), ("zhifa", "2026.11"))
    assert made.checklists_digest == SAMPLE.digest
    assert made.created_at == START.isoformat(timespec="seconds")


def test_an_answer_carries_who_and_when() -> None:
    journal = Journal()
    event = journal.say("juece", "本单位", "u-1", Verdict.DONE)
    answer = journal.board.sheets[0].rows[0].answer
    assert (answer.at, answer.actor) == (event.at, "张某")
    assert (journal.assessment.last_at, journal.assessment.last_actor) == (event.at, "张某")


def test_the_states_follow_the_moves() -> None:
    journal = Journal()
    seen = []
    for kind, lane in (
        ("submitted", OFFICER),
        ("recalled", OFFICER),
        ("submitted", OFFICER),
        ("returned", ADVISER),
        ("submitted", OFFICER),
        ("finalised", ADVISER),
    ):
        journal.move(kind, lane)
        seen.append(journal.assessment.state.value)
    assert seen == ["送审", "填报中", "送审", "退回", "送审", "定稿"]


def test_finalising_without_review_is_remembered() -> None:
    journal = Journal()
    journal.move("submitted")
    journal.move("finalised", without_review=True)
    assert journal.assessment.without_review


def test_the_same_review_on_a_renamed_sheet_stays_with_it() -> None:
    journal = Journal()
    journal.add("juece", "规划")
    journal.say("juece", "规划", "m-1", Verdict.DONE)
    journal.move("submitted")
    journal.review(("juece", "规划", "m-1"), Opinion.CORRECT, Verdict.MISSING, "没有")
    journal.move("returned", ADVISER)
    journal.record(decide.rename_sheet(journal.assessment, "juece", "规划", "全区规划"))
    sheet = journal.assessment.sheet("juece", "全区规划")
    assert sheet is not None
    assert sheet.reviews["m-1"].verdict is Verdict.MISSING


def test_an_undone_review_is_gone() -> None:
    journal = Journal()
    journal.say("juece", "本单位", "u-1", Verdict.DONE)
    journal.move("submitted")
    journal.review(("juece", "本单位", "u-1"), Opinion.RETURN, None, "请补佐证")
    assert journal.assessment.has_reviews
    journal.undo(ADVISER)
    assert not journal.assessment.has_reviews


def test_an_answer_to_a_sheet_that_a_copy_no_longer_has_is_passed_over() -> None:
    journal = Journal()
    change = {"checklist": "juece", "object": "规划", "item": "m-1", "verdict": "落实"}
    before = journal.assessment
    log = _with(journal.log, "answered", {"changes": [change]})
    assert fold(log).sheets == before.sheets


def test_every_kind_that_can_be_undone_is_known() -> None:
    assert UNDOABLE < KINDS


def test_a_kind_this_version_does_not_know_is_refused_with_its_name() -> None:
    with pytest.raises(DamagedError, match="不认识的记录“rectified_9”") as caught:
        fold(_with(Journal().log, "rectified_9", {}))
    assert "升级" in caught.value.hint


@pytest.mark.parametrize(
    ("kind", "payload"),
    [
        ("created", {}),
        ("adopted", {"checklists": 3, "digest": ""}),
        ("sheet_added", {"checklist": "juece"}),
        (
            "answered",
            {"changes": [{"checklist": "juece", "object": "本单位", "item": "u-1", "verdict": "好"}]},
        ),
        ("answered", {"changes": [1]}),
        ("reviewed", {"reviews": [{"checklist": "juece", "object": "本单位", "item": "u-1"}]}),
        ("undo", {}),
        ("undo", {"target": [1]}),
    ],
)
def test_a_payload_that_does_not_fit_its_kind_is_damage(kind: str, payload: dict[str, Any]) -> None:
    with pytest.raises(DamagedError) as caught:
        fold(_with(Journal().log, kind, payload))
    assert "备份" in caught.value.hint


def test_a_step_is_the_fold_of_one_more_event() -> None:
    journal = Journal()
    before = journal.assessment
    event = journal.say("juece", "本单位", "u-1", Verdict.DONE)
    assert step(before, event) == journal.assessment

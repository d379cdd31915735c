"""What an adviser did on a copy that had not got the officer's latest steps, once the copies meet."""

from __future__ import annotations

from dataclasses import replace

from fazhi_tui.domain import decide
from fazhi_tui.domain.answers import Opinion
from fazhi_tui.domain.assessment import State
from fazhi_tui.domain.filling.answering import Change
from fazhi_tui.domain.log.events import Lane, Log
from fazhi_tui.domain.reviewing.standing import dropped, outdated, returned
from fazhi_tui.domain.verdict import Verdict
from tests.journal import Journal, keys
from tests.judging import M1, U1, finalise, give_back, judge, row_of, submit, submitted


def _copies() -> tuple[Journal, Journal]:
    """The officer's and the adviser's copy of one submission."""
    officer = submitted()
    adviser = replace(officer, log=officer.log)
    adviser.log = officer.log
    return officer, adviser


def _met(officer: Journal, adviser: Journal) -> Journal:
    met = replace(officer, log=officer.log)
    met.log = Log(officer.log.officer, adviser.log.adviser)
    return met


def test_a_final_of_a_submission_that_was_recalled_does_not_hold() -> None:
    officer, adviser = _copies()
    officer.move("recalled")
    finalise(adviser)
    assert adviser.assessment.state is State.FINAL
    assert _met(officer, adviser).assessment.state is State.FILLING


def test_a_final_of_an_earlier_submission_does_not_make_the_later_one_final() -> None:
    officer, adviser = _copies()
    officer.move("recalled")
    officer.say(*U1, Verdict.PARTLY)
    submit(officer)
    finalise(adviser)
    met = _met(officer, adviser)
    states = [met.assessment.state]
    finalise(met)
    assert [*states, met.assessment.state] == [State.SUBMITTED, State.FINAL]


def test_a_return_of_an_earlier_submission_does_not_return_the_later_one_but_its_reviews_stay() -> None:
    officer, adviser = _copies()
    officer.move("recalled")
    submit(officer)
    judge(adviser, U1, Opinion.RETURN, "没有看到文件")
    give_back(adviser)
    met = _met(officer, adviser)
    assert met.assessment.state is State.SUBMITTED
    assert keys(returned(met.board)) == ["u-1"]


def test_a_return_overrides_a_final_that_was_made_without_knowing_of_the_adviser() -> None:
    officer, adviser = _copies()
    finalise(officer, Lane.OFFICER, without_review=True)
    judge(adviser, U1, Opinion.RETURN, "没有看到文件")
    give_back(adviser, "请核对")
    met = _met(officer, adviser)
    assert met.assessment.state is State.RETURNED
    assert not met.assessment.without_review
    assert met.assessment.returned_for == "请核对"


def test_a_final_by_the_adviser_of_the_same_submission_makes_it_a_reviewed_one() -> None:
    officer, adviser = _copies()
    finalise(officer, Lane.OFFICER, without_review=True)
    judge(adviser, U1, Opinion.AGREE)
    finalise(adviser)
    met = _met(officer, adviser)
    assert (met.assessment.state, met.assessment.without_review) == (State.FINAL, False)


def test_reviews_alone_do_not_undo_a_final_without_review_and_are_all_there() -> None:
    officer, adviser = _copies()
    finalise(officer, Lane.OFFICER, without_review=True)
    judge(adviser, U1, Opinion.RETURN, "没有看到文件")
    met = _met(officer, adviser)
    assert (met.assessment.state, met.assessment.without_review) == (State.FINAL, True)
    assert keys(returned(met.board)) == ["u-1"]


def test_a_review_follows_a_sheet_that_was_renamed_in_the_meantime() -> None:
    officer, adviser = _copies()
    officer.move("recalled")
    for old, new in (("规划", "全区规划"), ("全区规划", "规划纲要")):
        officer.record(decide.rename_sheet(officer.assessment, "juece", old, new))
    judge(adviser, M1, Opinion.RETURN, "期限不明")
    met = _met(officer, adviser)
    assert [row.key for row in returned(met.board)] == [("juece", "规划纲要", "m-1")]


def test_a_name_given_back_leads_to_the_sheet_that_has_it() -> None:
    officer, adviser = _copies()
    officer.move("recalled")
    officer.record(decide.rename_sheet(officer.assessment, "juece", "规划", "纲要"))
    officer.record(decide.rename_sheet(officer.assessment, "juece", "纲要", "规划"))
    judge(adviser, M1, Opinion.RETURN, "期限不明")
    met = _met(officer, adviser)
    assert [row.key for row in returned(met.board)] == [M1]
    assert met.assessment.renamed == {("juece", "纲要"): "规划"}


def test_a_review_of_a_sheet_that_was_removed_in_the_meantime_is_listed() -> None:
    officer, adviser = _copies()
    officer.move("recalled")
    officer.record(decide.remove_sheet(officer.assessment, "juece", "规划"))
    judge(adviser, M1, Opinion.RETURN, "期限不明")
    met = _met(officer, adviser)
    assert [(d.object, d.item) for d in dropped(met.assessment, met.board)] == [("规划", "m-1")]


def test_a_review_of_an_answer_changed_in_the_meantime_is_out_of_date() -> None:
    officer, adviser = _copies()
    officer.move("recalled")
    officer.answer(Change(*U1, note="补说明"))
    judge(adviser, U1, Opinion.CORRECT, "不实", Verdict.MISSING)
    met = _met(officer, adviser)
    assert keys(outdated(met.board)) == ["u-1"]
    assert row_of(met, U1).effective is Verdict.DONE


def test_the_submission_before_the_adviser_is_the_last_one_until_it_is_decided() -> None:
    journal = submitted()
    assert journal.assessment.submission == journal.log.head(Lane.OFFICER)
    give_back(journal, "请核对")
    assert journal.assessment.submission == ""
    submit(journal)
    finalise(journal)
    assert journal.assessment.submission == ""

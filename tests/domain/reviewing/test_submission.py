from __future__ import annotations

from dataclasses import replace

import pytest

from fazhi_tui.domain.adoption import Unconfirmed, with_unconfirmed
from fazhi_tui.domain.answers import Opinion
from fazhi_tui.domain.assessment import State
from fazhi_tui.domain.filling.answering import Change
from fazhi_tui.domain.log.events import Lane
from fazhi_tui.domain.reviewing.remarks import submission_remarks
from fazhi_tui.domain.reviewing.submission import finalise as finalise_wish
from fazhi_tui.domain.reviewing.submission import give_back as give_back_wish
from fazhi_tui.domain.reviewing.submission import obstacles, submit
from fazhi_tui.domain.rows import Board, board
from fazhi_tui.domain.verdict import Verdict
from fazhi_tui.errors import BadInputError, RefusedError
from tests.journal import Journal, fill
from tests.judging import M1, U1, U2, answered, finalise, give_back, judge, submitted
from tests.judging import submit as submit_journal
from tests.samples import SAMPLE

DONE, PARTLY, HOLLOW, MISSING, NOT_OCCURRED, INAPPLICABLE = Verdict


def _finalise(made: Board, lane: Lane = Lane.ADVISER, *, without: bool = False, adviser: bool = False) -> str:
    return finalise_wish(made, lane, without_review=without, has_adviser=adviser)[0]


def test_a_submission_with_open_items_and_undeclared_kinds_is_refused_and_names_all_of_them() -> None:
    journal = Journal()
    journal.add("juece", "规划")
    journal.say(*U1, DONE)
    with pytest.raises(RefusedError) as caught:
        submit(journal.board)
    lines = caught.value.message.splitlines()
    assert lines == [
        "还不能送审，未写入。",
        "未评6条：",
        "  重大行政决策程序·本单位：u-2、u-red",
        "  重大行政决策程序·规划：m-1、m-2、m-red",
        "  行政执法三项制度·本单位：e-1",
        "既没有自查表，也没有声明本年无：",
        "  行政执法三项制度·案卷（2条按未评计）",
        "  行政执法三项制度·人员（2条按未评计）",
    ]
    assert "声明本年无" in caught.value.hint


def test_advice_never_stands_in_the_way() -> None:
    journal = answered()
    assert not list(obstacles(journal.board).lines())
    assert submit(journal.board) == ("submitted", {"former": {}})


def test_an_answer_to_other_words_is_open_and_said_to_be() -> None:
    journal = answered()
    reworded = with_unconfirmed(journal.assessment, [Unconfirmed("juece", "u-1", "原来怎么问")])
    with pytest.raises(RefusedError, match="u-1（待确认）"):
        submit(board(reworded, SAMPLE.checklists))


def test_an_exempt_verdict_without_words_is_refused() -> None:
    """No command makes one, but a log from elsewhere can hold it."""
    journal = answered()
    sheets = []
    for sheet in journal.assessment.sheets:
        answer = replace(sheet.answer("m-1"), verdict=INAPPLICABLE, note="")
        sheets.append(
            replace(sheet, answers={**sheet.answers, "m-1": answer}) if sheet.object == "规划" else sheet
        )
    with pytest.raises(RefusedError) as caught:
        submit(board(replace(journal.assessment, sheets=tuple(sheets)), SAMPLE.checklists))
    assert "没有写理由1条：\n  重大行政决策程序·规划：m-1" in caught.value.message


def test_evidence_that_is_missing_does_not_stand_in_the_way() -> None:
    journal = answered()
    assert any(row.answer.lacks_evidence for row in journal.board.rows())
    submit_journal(journal)
    assert journal.assessment.state is State.SUBMITTED


def test_giving_back_needs_an_opinion_unless_items_are_returned_with_theirs() -> None:
    journal = submitted()
    with pytest.raises(BadInputError, match="退回必须写意见"):
        give_back_wish(journal.board, " \n ")
    assert give_back_wish(journal.board, " 请补佐证\r\n") == ("returned", {"text": "请补佐证"})
    judge(journal, U1, Opinion.RETURN, "没有看到文件")
    give_back(journal)
    assert (journal.assessment.state, journal.assessment.returned_for) == (State.RETURNED, "")


def test_the_opinion_of_the_whole_stands_until_the_next_submission() -> None:
    journal = submitted()
    give_back(journal, "请补佐证")
    assert journal.assessment.returned_for == "请补佐证"
    submit_journal(journal)
    assert journal.assessment.returned_for == ""


def test_what_stands_returned_cannot_be_made_final_by_anyone() -> None:
    journal = submitted()
    judge(journal, U1, Opinion.RETURN, "没有看到文件")
    judge(journal, M1, Opinion.RETURN, "期限不明")
    for lane, without in ((Lane.ADVISER, False), (Lane.OFFICER, True)):
        with pytest.raises(RefusedError) as caught:
            _finalise(journal.board, lane, without=without)
        assert "还有退回未改的2条" in caught.value.message
        assert "重大行政决策程序·规划：m-1" in caught.value.message
    judge(journal, U1, Opinion.AGREE)
    judge(journal, M1, Opinion.CORRECT, "只有十日", MISSING)
    assert _finalise(journal.board) == "finalised"


def test_what_was_returned_and_then_changed_can_be_made_final() -> None:
    journal = submitted()
    judge(journal, U1, Opinion.RETURN, "没有看到文件")
    give_back(journal)
    journal.say(*U1, PARTLY)
    submit_journal(journal)
    finalise(journal)
    assert journal.assessment.state is State.FINAL


def test_an_answer_changed_and_changed_back_is_the_one_that_was_returned() -> None:
    journal = submitted()
    judge(journal, U1, Opinion.RETURN, "没有看到文件")
    give_back(journal)
    journal.say(*U1, PARTLY)
    journal.say(*U1, DONE)
    submit_journal(journal)
    with pytest.raises(RefusedError, match="退回未改的1条"):
        finalise(journal)


def test_the_officer_finalises_only_without_an_adviser_and_says_so() -> None:
    journal = submitted()
    with pytest.raises(RefusedError, match="由法律顾问作出"):
        _finalise(journal.board, Lane.OFFICER)
    with pytest.raises(RefusedError, match="已有法律顾问的复核记录"):
        _finalise(journal.board, Lane.OFFICER, without=True, adviser=True)
    finalise(journal, Lane.OFFICER, without_review=True)
    assert (journal.assessment.state, journal.assessment.without_review) == (State.FINAL, True)


def test_an_adviser_who_undid_every_review_is_still_an_adviser() -> None:
    journal = submitted()
    judge(journal, U1, Opinion.AGREE)
    journal.undo(Lane.ADVISER)
    assert not journal.assessment.has_reviews
    with pytest.raises(RefusedError, match="已有法律顾问的复核记录"):
        finalise(journal, Lane.OFFICER, without_review=True)


def test_an_adviser_has_no_way_to_finalise_without_a_review() -> None:
    with pytest.raises(RefusedError, match="就是经过复核"):
        _finalise(submitted().board, without=True)
    journal = submitted()
    finalise(journal)
    assert (journal.assessment.state, journal.assessment.without_review) == (State.FINAL, False)


def test_what_is_open_is_never_made_final() -> None:
    with pytest.raises(RefusedError, match="还不能定稿"):
        _finalise(Journal().board)


def test_a_recalled_assessment_can_be_filled_in_and_submitted_again() -> None:
    journal = submitted()
    journal.move("recalled")
    states = [journal.assessment.state]
    journal.answer(Change(*U2, verdict=MISSING))
    submit_journal(journal)
    states.append(journal.assessment.state)
    assert states == [State.FILLING, State.SUBMITTED]


def test_filling_is_what_a_submission_waits_for() -> None:
    journal = Journal()
    journal.add("juece", "规划")
    journal.absent("zhifa", "case", "全年没有办案")
    journal.absent("zhifa", "person", "另表自查")
    with pytest.raises(RefusedError):
        submit_journal(journal)
    fill(journal)
    submit_journal(journal)


def test_submitting_again_says_what_was_returned_and_has_not_been_changed() -> None:
    journal = submitted()
    for key in (U1, U2):
        judge(journal, key, Opinion.RETURN, "请写明")
    give_back(journal)
    journal.answer(Change(*U1, note="已写明"))
    remark = submission_remarks(journal.board)[0]
    assert remark.title.startswith("退回而没有改的1条")
    assert [U2[2] in line and U1[2] not in line for line in remark.lines] == [True]
    journal.answer(Change(*U2, note="已写明"))
    assert not any("退回" in remark.title for remark in submission_remarks(journal.board))


def test_submitting_says_which_former_year_did_not_read() -> None:
    (remark,) = (r for r in submission_remarks(submitted().board, ["某局-2022"]) if "屡查屡犯" in r.title)
    assert remark.lines == ("某局-2022",)

"""Random histories of officer and adviser: nothing returned is ever final without a word."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from fazhi_tui.domain import decide
from fazhi_tui.domain.answers import Opinion
from fazhi_tui.domain.assessment import State
from fazhi_tui.domain.filling.answering import Change, answer
from fazhi_tui.domain.log.events import Lane, Log
from fazhi_tui.domain.log.permission import require
from fazhi_tui.domain.reviewing import submission
from fazhi_tui.domain.reviewing.inflation import comparisons
from fazhi_tui.domain.reviewing.remarks import final_remarks
from fazhi_tui.domain.reviewing.review import Judgement, agreement, review
from fazhi_tui.domain.reviewing.standing import corrected, dropped, outdated, returned, unjudged
from fazhi_tui.domain.reviewing.worklist import Concern, agreeable, worklist
from fazhi_tui.domain.verdict import Verdict
from fazhi_tui.errors import BadInputError, RefusedError
from fazhi_tui.reporting.gap_list.gap_markdown import gap_markdown
from tests.journal import Journal, fill
from tests.judging import answered, finalise, give_back, submit, submitted

OFFICER, ADVISER = Lane.OFFICER, Lane.ADVISER
KEYS = st.sampled_from(
    [
        ("juece", "本单位", "u-1"),
        ("juece", "本单位", "u-red"),
        ("juece", "规划", "m-1"),
        ("juece", "规划", "m-may"),
        ("juece", "纲要", "m-1"),
        ("zhifa", "本单位", "e-1"),
    ]
)
VERDICTS = st.none() | st.sampled_from(Verdict)
Act = tuple[Any, ...]
OFFICERS: st.SearchStrategy[Act] = st.one_of(
    st.tuples(st.just("answer"), KEYS, VERDICTS, st.sampled_from(["", "理由", "另一理由"])),
    st.tuples(st.just("answer"), KEYS, st.sampled_from([Verdict.DONE, Verdict.MISSING]), st.just("补充")),
    st.tuples(st.just("fill")),
    st.tuples(st.just("submit")),
    st.tuples(st.just("submit")),
    st.tuples(st.just("submit")),
    st.tuples(st.just("rename"), st.sampled_from([("规划", "纲要"), ("纲要", "规划")])),
    st.tuples(st.just("remove"), st.sampled_from(["规划", "纲要"])),
    st.tuples(st.just("absent")),
    st.tuples(st.sampled_from(["undo", "redo"]), st.just(OFFICER)),
)
WAITING: st.SearchStrategy[Act] = st.sampled_from([("recall",), ("recall",), ("alone",)])
ADVISERS: st.SearchStrategy[Act] = st.one_of(
    st.tuples(st.just("judge"), KEYS, st.sampled_from(Opinion), VERDICTS, st.sampled_from(["", "意见"])),
    st.tuples(st.just("judge"), KEYS, st.just(Opinion.RETURN), st.none(), st.just("请改")),
    st.tuples(st.just("judge"), KEYS, st.just(Opinion.AGREE), st.none(), st.just("")),
    st.tuples(st.just("agree")),
    st.tuples(st.just("give back"), st.sampled_from(["", "请核对"])),
    st.tuples(st.just("finalise")),
    st.tuples(st.sampled_from(["undo", "redo"]), st.just(ADVISER)),
)
STEPS = st.integers(6, 16)


def _next(data: st.DataObject, journal: Journal, lane: Lane | None = None) -> Act:
    """What the lane whose turn it is might do next, legal or not, mostly in its turn."""
    is_before_adviser = journal.assessment.state is State.SUBMITTED
    who = lane or (ADVISER if is_before_adviser and data.draw(st.integers(0, 5)) else OFFICER)
    if who is ADVISER:
        return data.draw(ADVISERS)
    return data.draw(WAITING if is_before_adviser else OFFICERS)


def _do(journal: Journal, act: Act) -> None:
    """Do it as a session would; raises where it is refused."""
    match act:
        case ("answer", key, verdict, note):
            wish = answer(journal.board, [Change(key[0], key[1], key[2], verdict=verdict, note=note)])
            if wish is not None:
                journal.record(wish)
        case ("fill",):
            if any(row.is_open for row in journal.board.rows()):
                require(journal.assessment.state, OFFICER, "answered")
                fill(journal)
        case ("submit",):
            submit(journal)
        case ("recall",):
            journal.record(submission.recall())
        case ("rename", (old, new)):
            journal.record(decide.rename_sheet(journal.assessment, "juece", old, new))
        case ("remove", name):
            journal.record(decide.remove_sheet(journal.assessment, "juece", name))
        case ("absent",):
            journal.absent("juece", "matter", "没有")
        case ("alone",):
            finalise(journal, OFFICER, without_review=True)
        case ("undo", lane):
            journal.undo(lane)
        case ("redo", lane):
            journal.redo(lane)
        case ("judge", key, opinion, verdict, text):
            _review(journal, [Judgement(key[0], key[1], key[2], opinion, verdict, text)])
        case ("agree",):
            _review(journal, list(agreement(agreeable(journal.board))))
        case ("give back", text):
            give_back(journal, text)
        case _:
            finalise(journal)


def _review(journal: Journal, judgements: list[Judgement]) -> None:
    wish = review(journal.board, judgements)
    if wish is not None:
        journal.record(wish, ADVISER)


def _try(journal: Journal, act: Act) -> bool:
    try:
        _do(journal, act)
    except (RefusedError, BadInputError):
        return False
    return True


@given(st.data(), STEPS)
@settings(deadline=None)
def test_what_stands_returned_is_never_final_and_what_is_open_never_submitted(
    data: st.DataObject, steps: int
) -> None:
    journal = answered()
    for _ in range(steps):
        is_open = any(row.is_open for row in journal.board.rows())
        act = _next(data, journal)
        done = _try(journal, act)
        assert not (done and act[0] == "submit" and is_open)
        if journal.assessment.state in {State.SUBMITTED, State.FINAL}:
            assert not any(row.is_open for row in journal.board.rows())
            assert not journal.board.undeclared
        if journal.assessment.state is State.FINAL:
            assert returned(journal.board) == ()
            return


@given(st.data(), STEPS)
@settings(deadline=None)
def test_every_opinion_is_somewhere_until_a_new_one_takes_its_place(data: st.DataObject, steps: int) -> None:
    """It stands, or is out of date and on the adviser's list, or its item has gone and is listed."""
    journal = answered()
    objections: set[tuple[str, str]] = set()
    for _ in range(steps):
        act = _next(data, journal)
        if _try(journal, act) and act[0] == "judge":
            key = (act[1][0], act[1][2])
            objections = objections - {key} if act[2] is Opinion.AGREE else objections | {key}
        elif act[0] in {"undo", "redo", "agree"}:
            objections = set()
        board = journal.board
        listed = {e.row.key for e in worklist(board) for r in e.reasons if r.concern is Concern.OUTDATED}
        assert listed == {row.key for row in outdated(board)}
        known = {row.key[::2] for row in (*outdated(board), *corrected(board), *returned(board))}
        known |= {(d.checklist, d.item) for d in dropped(journal.assessment, board)}
        assert objections <= known
        assert {row.key for row in agreeable(board)} <= {row.key for row in unjudged(board)}
        assert {row.key for row in corrected(board)} == {
            row.key for each in comparisons(board) if each.stage for row in each.corrected
        }


@given(st.data(), STEPS)
@settings(deadline=None)
def test_copies_that_meet_now_and_then_make_nothing_returned_silently_final(
    data: st.DataObject, steps: int
) -> None:
    """Each lane writes on its own copy; a late return that finds the officer's own 定稿 is printed."""
    copies = {OFFICER: submitted(), ADVISER: submitted()}
    for _ in range(steps):
        lane = data.draw(st.sampled_from(Lane))
        _try(copies[lane], _next(data, copies[lane], lane))
        if not data.draw(st.integers(0, 3)):
            log = Log(copies[OFFICER].log.officer, copies[ADVISER].log.adviser)
            for copy in copies.values():
                copy.log = log
    met = copies[OFFICER]
    met.log = Log(copies[OFFICER].log.officer, copies[ADVISER].log.adviser)
    assessment, board = met.assessment, met.board
    if assessment.state in {State.SUBMITTED, State.FINAL}:
        assert not any(row.is_open for row in board.rows())
    if assessment.state is State.FINAL and not assessment.without_review:
        last = [event.hash for event in met.log.officer if event.kind == "submitted"][-1]
        assert any(e.kind == "finalised" and e.seen == last for e in met.log.adviser)
    if assessment.state is State.FINAL and (rows := returned(board)):
        assert assessment.without_review
        made = gap_markdown(assessment, board, met.check_code)
        assert "退回，自评没有改" in made
        assert "未经法律顾问复核" in made
        assert all(row.item.id in made for row in rows)


@given(st.data(), STEPS)
@settings(deadline=None)
def test_a_final_passes_over_only_what_it_tells(data: st.DataObject, steps: int) -> None:
    journal = submitted()
    for _ in range(steps):
        _try(journal, _next(data, journal))
        if journal.assessment.state is State.FINAL:
            fresh = any(row.review is None for row in unjudged(journal.board))
            parts = (outdated(journal.board), dropped(journal.assessment, journal.board))
            told = final_remarks(journal.assessment, journal.board)
            assert len(told) == fresh + sum(map(bool, parts))
            return

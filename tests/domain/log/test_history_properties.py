"""Random histories of two people with a copy each: what must hold of all of them."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from fazhi_tui.domain.assessment import Assessment, State
from fazhi_tui.domain.gaps import counted, find_gaps
from fazhi_tui.domain.log.events import Lane, Log, check_code, event_from, in_order, log_from
from fazhi_tui.domain.log.fold import fold, step
from fazhi_tui.domain.log.undoing import REWRITES
from fazhi_tui.domain.rows import board
from fazhi_tui.domain.scoring import by_officer, by_reviewed, score_board
from fazhi_tui.domain.verdict import Verdict
from fazhi_tui.errors import BadInputError, RefusedError
from tests.domain.wishes import Act, acts, begun, officer_acts
from tests.journal import Journal
from tests.samples import SAMPLE

OFFICER, ADVISER = Lane.OFFICER, Lane.ADVISER


def _try(journal: Journal, act: Act) -> bool:
    """Do it if it is legal, and say whether an event was made; a refusal leaves the log as it was."""
    before = journal.log
    try:
        act.do(journal)
    except (RefusedError, BadInputError):
        assert journal.log == before
        return False
    return len(journal.log) > len(before)


def _play(done: list[Act]) -> Journal:
    journal = begun()
    for act in done:
        _try(journal, act)
    return journal


def _merged(copies: dict[Lane, Journal]) -> Log:
    return Log(copies[OFFICER].log.officer, copies[ADVISER].log.adviser)


def _apart(done: list[tuple[Act, bool]]) -> Log:
    """Each lane writes on its own copy; now and then the copies meet."""
    officer = begun()
    copies = {OFFICER: officer, ADVISER: replace(officer, log=officer.log)}
    copies[ADVISER].log = officer.log
    for act, meet in done:
        _try(copies[act.lane], act)
        if meet:
            log = _merged(copies)
            for copy in copies.values():
                copy.log = log
    return _merged(copies)


@given(st.lists(st.tuples(acts(), st.booleans()), min_size=10, max_size=40))
def test_the_fold_of_any_legal_history_never_raises_even_of_copies_that_did_not_meet(
    done: list[tuple[Act, bool]],
) -> None:
    log = _apart(done)
    assessment = fold(log)
    made = board(assessment, SAMPLE.checklists)
    score_board(made, by_officer)
    score_board(made, by_reviewed)
    find_gaps(made)
    assert assessment.state in State


@given(st.lists(st.tuples(acts(), st.booleans()), min_size=10, max_size=40))
def test_the_order_keeps_each_lane_and_what_was_seen(done: list[tuple[Act, bool]]) -> None:
    log = _apart(done)
    order = in_order(log)
    assert tuple(e for e in order if e.lane is OFFICER) == log.officer
    assert tuple(e for e in order if e.lane is ADVISER) == log.adviser
    place = {event.hash: position for position, event in enumerate(order)}
    assert all(place[e.seen] < place[e.hash] for e in order if e.seen)


@given(st.lists(st.tuples(acts(), st.booleans()), min_size=5, max_size=30))
def test_a_log_survives_being_stored_and_read(done: list[tuple[Act, bool]]) -> None:
    log = _apart(done)
    assert log_from(event_from(e.as_dict()) for e in in_order(log)) == log


@given(st.lists(acts(), min_size=10, max_size=40))
def test_one_step_more_is_the_fold_of_one_event_more(done: list[Act]) -> None:
    journal = begun()
    assessment = journal.assessment
    for act in done:
        if not _try(journal, act):
            continue
        event = journal.log.lane(act.lane)[-1]
        assessment = fold(journal.log) if event.kind in REWRITES else step(assessment, event)
        assert assessment == fold(journal.log)


def _timeless(assessment: Assessment) -> Assessment:
    return replace(assessment, last_at="", last_actor="")


@given(st.lists(acts(), min_size=5, max_size=30), acts())
def test_undo_restores_the_assessment_but_for_who_touched_it_last(done: list[Act], act: Act) -> None:
    journal = _play(done)
    before = journal.assessment
    if not _try(journal, act):
        return
    if journal.log.lane(act.lane)[-1].kind in {*REWRITES, "submitted", "recalled", "returned", "finalised"}:
        return
    journal.undo(act.lane)
    assert _timeless(journal.assessment) == _timeless(before)


@given(st.lists(acts(), min_size=5, max_size=30), acts())
def test_redo_takes_up_again_what_undo_took_back(done: list[Act], act: Act) -> None:
    journal = _play(done)
    if not _try(journal, act) or not _try(journal, Act(act.lane, "undo", ())):
        return
    target = journal.log.lane(act.lane)[-1].payload["target"]
    undone = _timeless(journal.assessment)
    journal.redo(act.lane)
    assert journal.log.lane(act.lane)[-1].payload["target"] == target
    journal.undo(act.lane)
    assert _timeless(journal.assessment) == undone


@given(st.lists(officer_acts(), min_size=5, max_size=30))
def test_everything_undone_can_be_redone(done: list[Act]) -> None:
    journal = Journal()
    for act in done:
        _try(journal, act)
    steps = 0
    while _try(journal, Act(OFFICER, "undo", ())):
        steps += 1
    redone = 0
    while _try(journal, Act(OFFICER, "redo", ())):
        redone += 1
    assert redone >= steps


@given(st.lists(officer_acts(), min_size=5, max_size=30))
def test_undoing_everything_leaves_the_assessment_as_it_began(done: list[Act]) -> None:
    journal = Journal()
    began = _timeless(journal.assessment)
    for act in done:
        _try(journal, act)
    while _try(journal, Act(OFFICER, "undo", ())):
        pass
    assert _timeless(journal.assessment) == began


@given(st.lists(acts(), min_size=5, max_size=30))
def test_the_check_code_changes_with_every_event(done: list[Act]) -> None:
    journal = begun()
    codes = [journal.check_code]
    for act in done:
        if _try(journal, act):
            codes.append(journal.check_code)
    assert len(set(codes)) == len(codes)
    assert journal.check_code != check_code(journal.log, "0" * 64)


@given(st.lists(acts(), min_size=10, max_size=40))
def test_a_score_lies_between_nothing_and_a_hundred_and_the_answered_add_up(done: list[Act]) -> None:
    journal = _play(done)
    for verdict_of in (by_officer, by_reviewed):
        total, each = score_board(journal.board, verdict_of)
        for score in [total, *each.values()]:
            assert 0 <= score.open <= score.total
            assert 0 <= score.earned <= score.possible
            assert (score.low is None) == (score.high is None)
            if score.low is not None and score.high is not None:
                assert 0 <= score.low <= score.high <= 100
                assert score.open or score.low == score.high
        assert total.open == sum(score.open for score in each.values())


@given(st.lists(officer_acts(), min_size=3, max_size=20), st.data())
@settings(deadline=None)
def test_every_later_score_lies_within_every_range_shown_before(done: list[Act], data: st.DataObject) -> None:
    journal = _play(done)
    low, high = Fraction(0), Fraction(100)
    while open_rows := [row for row in journal.board.rows() if row.is_open]:
        row = data.draw(st.sampled_from(open_rows), label="item")
        journal.say(*row.key, data.draw(st.sampled_from(Verdict), label="verdict"), "理由")
        score, _ = score_board(journal.board, by_officer)
        if score.low is None or score.high is None:
            continue
        assert low <= score.low <= score.high <= high
        low, high = score.low, score.high


@given(st.lists(acts(), min_size=10, max_size=40))
def test_a_gap_list_never_contains_a_done_item_and_never_misses_a_short_one(done: list[Act]) -> None:
    made = _play(done).board
    gaps = find_gaps(made)
    assert all(gap.verdict.is_short for gap in gaps)
    short = [row.key for row in made.rows() if row.effective is not None and row.effective.is_short]
    assert sorted(gap.row.key for gap in gaps) == sorted(short)
    assert [gap.number for gap in gaps] == list(range(1, len(gaps) + 1))
    assert counted(gaps) == tuple(gap for gap in gaps if gap.row.item.force != "可以")


@given(st.lists(acts(), min_size=10, max_size=40))
def test_a_refused_wish_leaves_state_and_answers_alone_and_a_final_one_stays_final(done: list[Act]) -> None:
    journal = begun()
    for act in done:
        before = journal.assessment
        if not _try(journal, act):
            assert journal.assessment == before
        if before.state is State.FINAL:
            assert journal.assessment == before

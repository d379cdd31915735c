"""No event is taken that its writer could not make, whatever the two copies had of each other by then."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fazhi_tui.domain.answers import Opinion
from fazhi_tui.domain.log.events import NO_HASH, Event, Lane, Log, in_order, sealed
from fazhi_tui.domain.log.fold import fold
from fazhi_tui.domain.log.permission import require
from fazhi_tui.domain.log.received import received_log
from fazhi_tui.domain.log.turns import out_of_turn
from fazhi_tui.domain.verdict import Verdict
from fazhi_tui.errors import BadInputError, DamagedError, RefusedError
from tests.domain.wishes import Act, acts, begun
from tests.journal import Journal
from tests.judging import U1, answered, finalise, give_back, judge, submit, submitted

OFFICER, ADVISER = Lane.OFFICER, Lane.ADVISER
PAYLOADS: dict[str, dict[str, Any]] = {
    "answered": {"changes": []},
    "rectified": {"steps": []},
    "submitted": {},
    "recalled": {},
    "reviewed": {"reviews": []},
    "returned": {"text": "请改"},
    "finalised": {},
    "closing_judged": {"judgements": []},
}
MOVES = st.sampled_from(
    [
        Act(OFFICER, "move", ("submitted",)),
        Act(OFFICER, "move", ("submitted",)),
        Act(OFFICER, "move", ("recalled",)),
        Act(OFFICER, "move", ("finalised",)),
        Act(ADVISER, "move", ("returned",)),
        Act(ADVISER, "move", ("returned",)),
        Act(ADVISER, "move", ("finalised",)),
    ]
)
STEPS = st.lists(st.tuples(MOVES | acts(), st.booleans()), min_size=5, max_size=30)


def _try(journal: Journal, act: Act) -> None:
    try:
        act.do(journal)
    except (RefusedError, BadInputError):
        return


def _apart(done: list[tuple[Act, bool]]) -> Log:
    """What two copies have made that met now and then."""
    copies = {OFFICER: begun(), ADVISER: begun()}
    for act, meet in done:
        _try(copies[act.lane], act)
        if meet:
            met = Log(copies[OFFICER].log.officer, copies[ADVISER].log.adviser)
            copies[OFFICER].log = copies[ADVISER].log = met
    return Log(copies[OFFICER].log.officer, copies[ADVISER].log.adviser)


def _place(log: Log, lane: Lane, seen: str) -> int:
    """How many events of a lane have been made when this one was its head."""
    return next((event.seq for event in log.lane(lane) if event.hash == seen), 0)


def _one_more(log: Log, lane: Lane, kind: str, seen: str) -> Event:
    at = in_order(log)[0].at
    seq, prev = len(log.lane(lane)) + 1, log.head(lane)
    return sealed(Event(seq, lane, at, "某", kind, PAYLOADS[kind], prev, seen))


@given(STEPS)
def test_whatever_two_copies_make_by_the_rules_is_taken(done: list[tuple[Act, bool]]) -> None:
    assert out_of_turn(_apart(done)) is None


@given(STEPS, st.sampled_from(Lane), st.sampled_from(list(PAYLOADS)), st.data())
def test_one_event_more_is_taken_just_where_its_copy_allowed_it(
    done: list[tuple[Act, bool]], lane: Lane, kind: str, data: st.DataObject
) -> None:
    """The oracle is the whole fold of what that copy had, which may be less than there is."""
    log = _apart(done)
    other = log.lane(lane.other)
    known = max((_place(log, lane.other, event.seen) for event in log.lane(lane)), default=0)
    had = data.draw(st.integers(known, len(other)), label="events of the other lane on the copy")
    seen = other[had - 1].hash if had else NO_HASH
    here = Log(log.officer, log.adviser[:had]) if lane is OFFICER else Log(log.officer[:had], log.adviser)
    event = _one_more(log, lane, kind, seen)
    state = fold(here).state
    try:
        require(state, lane, kind)
    except RefusedError:
        assert out_of_turn(log.with_event(event)) == (event, state)
        return
    assert out_of_turn(log.with_event(event)) is None


def test_a_final_stays_final_whatever_a_file_puts_behind_it() -> None:
    journal = submitted()
    finalise(journal)
    for kind in ("answered", "submitted", "recalled"):
        log = journal.log.with_event(_one_more(journal.log, OFFICER, kind, journal.log.head(ADVISER)))
        assert out_of_turn(log) == (log.officer[-1], journal.assessment.state)


def test_an_adviser_cannot_decide_twice_on_one_submission() -> None:
    journal = submitted()
    judge(journal, U1, Opinion.RETURN, "请改")
    give_back(journal)
    head = journal.log.head(OFFICER)
    with pytest.raises(DamagedError, match=r"复核记录第3条.*不是在“退回”时能做的"):
        received_log(in_order(journal.log.with_event(_one_more(journal.log, ADVISER, "finalised", head))))


def test_a_decision_before_anything_was_submitted_is_refused() -> None:
    journal = answered()
    log = journal.log.with_event(_one_more(journal.log, ADVISER, "finalised", journal.log.head(OFFICER)))
    with pytest.raises(DamagedError, match="不是在“填报中”时能做的"):
        received_log(in_order(log))


def test_a_review_is_not_taken_back_once_the_adviser_has_seen_that_it_is_final() -> None:
    journal = submitted()
    copy = replace(journal, log=Log())
    copy.log = journal.log
    finalise(copy, OFFICER, without_review=True)
    judge(journal, U1, Opinion.CORRECT, "不实", Verdict.MISSING)
    met = Log(copy.log.officer, journal.log.adviser)
    target = {"target": len(met.adviser)}
    undo = Event(2, ADVISER, met.adviser[-1].at, "李律师", "undo", target, met.head(ADVISER), "")
    late = met.with_event(sealed(replace(undo, seen=met.head(OFFICER))))
    with pytest.raises(DamagedError, match=r"撤销）不是在“定稿”时能做的"):
        received_log(in_order(late))
    early = met.with_event(sealed(replace(undo, seen=journal.log.head(OFFICER))))
    assert received_log(in_order(early)) == early


def test_an_officer_who_had_not_seen_the_final_goes_on_and_it_does_not_count() -> None:
    journal = submitted()
    copy = replace(journal, log=Log())
    copy.log = journal.log
    finalise(journal)
    copy.move("recalled")
    submit(copy)
    met = Log(copy.log.officer, journal.log.adviser)
    assert received_log(in_order(met)) == met
    assert fold(met).state.value == "送审"

from __future__ import annotations

from dataclasses import replace

import pytest

from fazhi_tui.domain.answers import Opinion
from fazhi_tui.domain.log.events import Lane, Log, in_order
from fazhi_tui.domain.log.merge import ForkError, merge
from fazhi_tui.domain.verdict import Verdict
from fazhi_tui.errors import RefusedError
from tests.journal import Journal

UNIT_1 = ("juece", "本单位", "u-1")
UNIT_2 = ("juece", "本单位", "u-2")


def _copy(journal: Journal) -> Journal:
    other = replace(journal, log=Log())
    other.log = journal.log
    other.ticks = journal.ticks + 100
    return other


@pytest.fixture
def officer() -> Journal:
    journal = Journal()
    journal.say(*UNIT_1, Verdict.DONE)
    return journal


@pytest.fixture
def adviser(officer: Journal) -> Journal:
    """A copy of the submitted officer's with one review."""
    officer.move("submitted")
    copy = _copy(officer)
    copy.review(UNIT_1, Opinion.CORRECT, Verdict.HOLLOW, "走过场")
    return copy


def test_where_nothing_is_everything_comes(officer: Journal) -> None:
    change = merge(Log(), officer.log)
    assert change.merged == officer.log
    assert change.coming == tuple(in_order(officer.log))
    assert change.lacking == ()


def test_the_longer_lane_is_taken_whichever_copy_has_it(officer: Journal, adviser: Journal) -> None:
    officer.move("recalled")
    both = Log(officer.log.officer, adviser.log.adviser)
    here, there = merge(officer.log, adviser.log), merge(adviser.log, officer.log)
    assert here.merged == there.merged == both
    assert [event.kind for event in here.coming] == ["reviewed"] == [event.kind for event in there.lacking]
    assert [event.kind for event in here.lacking] == ["recalled"] == [event.kind for event in there.coming]


def test_merging_again_changes_nothing(officer: Journal, adviser: Journal) -> None:
    once = merge(officer.log, adviser.log).merged
    again = merge(once, adviser.log)
    assert again.merged == once
    assert again.coming == ()


@pytest.mark.parametrize("lane", Lane)
def test_a_forked_lane_is_refused_and_the_first_events_that_differ_are_named(
    officer: Journal, adviser: Journal, lane: Lane
) -> None:
    if lane is Lane.OFFICER:
        other = _copy(officer)
        officer.move("recalled")
        other.move("recalled")
        other.say(*UNIT_2, Verdict.DONE)
        mine, theirs, seq = officer.log, other.log, 5
    else:
        other = _copy(officer)
        other.review(UNIT_2, Opinion.AGREE)
        mine, theirs, seq = adviser.log, other.log, 1
    for one, two in ((mine, theirs), (theirs, mine)):
        with pytest.raises(ForkError) as caught:
            merge(one, two)
        assert f"{'自评' if lane is Lane.OFFICER else '复核'}记录从第{seq}条起分叉" in caught.value.message
        for event in (one.lane(lane)[seq - 1], two.lane(lane)[seq - 1]):
            assert event.at[:16].replace("T", " ") in caught.value.message
            assert event.actor in caught.value.message
        assert "两份都原样保留" in caught.value.hint


def test_another_assessment_with_the_same_id_is_refused(officer: Journal) -> None:
    other = Journal(ticks=7)
    assert other.assessment.id == officer.assessment.id
    with pytest.raises(RefusedError, match="另一份自查") as caught:
        merge(officer.log, other.log)
    assert not isinstance(caught.value, ForkError)

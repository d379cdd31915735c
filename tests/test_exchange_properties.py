"""Any interleaving of what an officer and an adviser do, with files going between them in any order."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from fazhi_tui.domain.log.events import Event, Lane, Log, in_order
from fazhi_tui.domain.log.fold import fold
from fazhi_tui.domain.log.merge import ForkError, merge
from fazhi_tui.errors import BadInputError, RefusedError
from fazhi_tui.loading.handover import read_handover
from tests.domain.wishes import Act, acts, begun, officer_acts
from tests.handed import file_of
from tests.journal import Journal

OFFICER, ADVISER = Lane.OFFICER, Lane.ADVISER


@dataclass(frozen=True, slots=True)
class Send:
    """One side writes a file."""

    lane: Lane


@dataclass(frozen=True, slots=True)
class Take:
    """One side merges one of the files written so far, old or new, anybody's."""

    lane: Lane
    which: int


LANES = st.sampled_from(Lane)
STEPS = st.integers(0, 9).flatmap(
    lambda n: acts()
    if n > 4
    else st.builds(Send, LANES)
    if n > 2
    else st.builds(Take, LANES, st.integers(0, 99))
)


def _try(journal: Journal, act: Act) -> list[Event]:
    """The events it made: none if it is refused."""
    before = len(journal.log)
    try:
        act.do(journal)
    except (RefusedError, BadInputError):
        return []
    return [journal.log.lane(act.lane)[-1]] if len(journal.log) > before else []


@dataclass(slots=True)
class Two:
    """An officer's computer, an adviser's (with nothing on it until a file comes), the files between."""

    copies: dict[Lane, Journal] = field(default_factory=dict)
    files: list[bytes] = field(default_factory=list)
    made: list[Event] = field(default_factory=list)

    def __post_init__(self) -> None:
        officer = begun()
        adviser = replace(officer, log=Log(), ticks=5000)
        adviser.log, adviser.ticks = Log(), 5000
        self.copies = {OFFICER: officer, ADVISER: adviser}
        self.made = in_order(officer.log)

    def go(self, step: Act | Send | Take) -> None:
        if isinstance(step, Act):
            if self.copies[step.lane].log.officer:
                self.made += _try(self.copies[step.lane], step)
        elif isinstance(step, Send):
            self.send(step.lane)
        elif self.files:
            self.take(step.lane, self.files[step.which % len(self.files)])

    def send(self, lane: Lane) -> bytes:
        if self.copies[lane].log.officer:
            self.files.append(file_of(self.copies[lane]))
        return self.files[-1] if self.files else b""

    def take(self, lane: Lane, file: bytes) -> None:
        """Merge a file; what was here is a beginning of what is here then."""
        mine, theirs = self.copies[lane].log, read_handover(file, file="x").log
        change = merge(mine, theirs)
        for one in Lane:
            for former in (mine, theirs):
                assert change.merged.lane(one)[: len(former.lane(one))] == former.lane(one)
            assert change.merged.lane(one) in (mine.lane(one), theirs.lane(one))
        assert len(change.coming) == len(change.merged) - len(mine)
        assert len(change.lacking) == len(change.merged) - len(theirs)
        assert merge(change.merged, theirs).coming == ()
        assert merge(theirs, mine).merged == change.merged
        self.copies[lane].log = change.merged


@given(st.lists(STEPS, min_size=10, max_size=50))
@settings(max_examples=100, deadline=None)
def test_after_a_last_exchange_both_sides_are_equal_and_have_every_event(
    steps: list[Act | Send | Take],
) -> None:
    two = Two()
    for step in steps:
        two.go(step)
    two.take(ADVISER, two.send(OFFICER))
    two.take(OFFICER, two.send(ADVISER))
    officer, adviser = (two.copies[lane].log for lane in (OFFICER, ADVISER))
    assert officer == adviser
    assert fold(officer) == fold(adviser)
    assert file_of(two.copies[OFFICER]) == file_of(two.copies[ADVISER])
    assert sorted(e.hash for e in in_order(officer)) == sorted(e.hash for e in two.made)
    for file in two.files:
        assert merge(officer, read_handover(file, file="x").log).coming == ()


@given(st.lists(STEPS, min_size=5, max_size=30), st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_the_files_may_come_in_any_order(steps: list[Act | Send | Take], chance: random.Random) -> None:
    two = Two()
    for step in steps:
        two.go(step)
    two.send(OFFICER)
    two.send(ADVISER)
    logs = [read_handover(file, file="x").log for file in two.files]
    orders = [logs, logs[::-1], sorted(logs, key=len), sorted(logs, key=lambda _: chance.random())]
    merged = []
    for order in orders:
        log = Log()
        for theirs in order:
            log = merge(log, theirs).merged
        merged.append(log)
    assert all(log == merged[0] for log in merged)
    assert sorted(e.hash for e in in_order(merged[0])) == sorted(e.hash for e in two.made)


def _apart(journal: Journal, lane: Lane, done: list[Act]) -> Iterator[Journal]:
    """Two copies that each go on in the same lane, at other times of day."""
    for ticks in (20_000, 40_000):
        copy = replace(journal)
        copy.log, copy.ticks = journal.log, ticks
        for act in done:
            if act.lane is lane:
                _try(copy, act)
        yield copy


@pytest.mark.parametrize("lane", Lane)
@given(st.lists(acts(), max_size=20), st.lists(acts() | officer_acts(), min_size=5, max_size=20))
@settings(max_examples=60, deadline=None)
def test_a_fork_is_always_refused_by_either_side(lane: Lane, before: list[Act], apart: list[Act]) -> None:
    journal = begun()
    for act in before:
        _try(journal, act)
    if lane is ADVISER:
        try:
            journal.move("submitted")
        except RefusedError:
            assume(False)
    one, two = _apart(journal, lane, apart)
    assume(len(one.log) > len(journal.log))
    assert one.log != two.log
    for here, there in ((one, two), (two, one)):
        mine = here.log
        with pytest.raises(ForkError):
            merge(mine, read_handover(file_of(there), file="x").log)
        assert merge(mine, journal.log).merged == mine

"""Random histories in which gaps are put right by one person and closed by another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from fazhi_tui.domain.assessment import Assessment
from fazhi_tui.domain.gaps import find_gaps
from fazhi_tui.domain.log.event_shapes import misfit
from fazhi_tui.domain.log.events import Event, Lane, Log, in_order
from fazhi_tui.domain.log.fold import fold
from fazhi_tui.domain.log.undoing import REWRITES, undone_steps
from fazhi_tui.domain.rectifying.ledger import current, ledger
from fazhi_tui.domain.rectifying.rectification import Status
from fazhi_tui.domain.rows import board
from fazhi_tui.domain.verdict import Verdict
from fazhi_tui.errors import BadInputError, RefusedError
from fazhi_tui.reporting.words.history_words import history
from tests.domain.deeds import Deed, deeds
from tests.domain.wishes import MOVES, Act, acts, begun
from tests.journal import Journal
from tests.samples import SAMPLE

FINALISING = [Act(MOVES[kind], "move", (kind,)) for kind in ("submitted", "finalised")]
UNDOS = st.sampled_from(Lane).map(lambda lane: Act(lane, "undo", ()))


def histories() -> st.SearchStrategy[list[Act | Deed]]:
    """Answers and moves, deeds among them, then 定稿 and mostly deeds."""
    anything = st.one_of(acts(), deeds())
    after = st.one_of(deeds(), deeds(), deeds(), UNDOS)
    return st.builds(
        lambda first, second: [*first, *FINALISING, *second],
        st.lists(anything, min_size=5, max_size=20),
        st.lists(after, min_size=5, max_size=25),
    )


def _try(journal: Journal, step: Act | Deed) -> bool:
    before = journal.log
    try:
        step.do(journal)
    except (RefusedError, BadInputError):
        assert journal.log == before
        return False
    return len(journal.log) > len(before)


def _play(steps: Sequence[Act | Deed]) -> Journal:
    journal = begun()
    for key in (("juece", "本单位", "u-1"), ("juece", "规划", "m-2"), ("juece", "规划", "m-may")):
        journal.say(*key, Verdict.MISSING)
    for step in steps:
        _try(journal, step)
    return journal


def _standing(log: Log) -> list[Event]:
    undone = {lane: undone_steps(log.lane(lane)) for lane in Lane}
    return [e for e in in_order(log) if e.kind not in REWRITES and e.seq not in undone[e.lane]]


def _timeless(assessment: Assessment) -> Assessment:
    return replace(assessment, last_at="", last_actor="")


@given(histories(), st.lists(st.tuples(st.one_of(deeds(), UNDOS), st.booleans()), max_size=20))
@settings(deadline=None, max_examples=60)
def test_any_history_folds_even_of_copies_that_did_not_meet(
    done: list[Act | Deed], apart: list[tuple[Act | Deed, bool]]
) -> None:
    officer = _play(done)
    copies = {Lane.OFFICER: officer, Lane.ADVISER: replace(officer)}
    copies[Lane.ADVISER].log = officer.log
    for step, meet in apart:
        _try(copies[step.lane], step)
        if meet:
            log = Log(copies[Lane.OFFICER].log.officer, copies[Lane.ADVISER].log.adviser)
            for copy in copies.values():
                copy.log = log
    log = Log(copies[Lane.OFFICER].log.officer, copies[Lane.ADVISER].log.adviser)
    assessment = fold(log)
    entries = ledger(assessment, board(assessment, SAMPLE.checklists))
    assert {entry.key for entry in entries} >= set(assessment.rectifications)
    assert all(misfit(event.kind, event.payload) == "" for event in in_order(log))
    assert len(history(log)) >= len(log)


@given(histories())
@settings(deadline=None, max_examples=60)
def test_nothing_is_closed_but_by_the_adviser_after_a_request(done: list[Act | Deed]) -> None:
    journal = _play(done)
    closings = [
        (tuple(judgement["gap"]), judgement["judged"])
        for event in _standing(journal.log)
        if event.kind == "closing_judged"
        for judgement in event.payload["judgements"]
        if judgement["closes"]
    ]
    requests = {event.hash for event in journal.log.officer if event.kind == "rectified"}
    closed = [k for k, r in journal.assessment.rectifications.items() if r.status is Status.CLOSED]
    assert len(closed) <= len(closings)
    assert {judged for _, judged in closings} <= requests
    assert all(event.kind != "closing_judged" for event in journal.log.officer)


@given(histories())
@settings(deadline=None, max_examples=60)
def test_every_extension_that_stands_is_counted(done: list[Act | Deed]) -> None:
    journal = _play(done)
    put_off = [
        step
        for event in _standing(journal.log)
        if event.kind == "rectified"
        for step in event.payload["steps"]
        if "extension" in step
    ]
    kept = [e for r in journal.assessment.rectifications.values() for e in r.extensions]
    assert len(kept) == len(put_off)
    assert all(extension.due > extension.former and extension.reason for extension in kept)


@given(histories(), deeds())
@settings(deadline=None, max_examples=60)
def test_undo_restores_what_was_before_a_deed(done: list[Act | Deed], deed: Deed) -> None:
    journal = _play(done)
    before = journal.assessment
    if not _try(journal, deed):
        return
    journal.undo(deed.lane)
    assert _timeless(journal.assessment) == _timeless(before)
    journal.redo(deed.lane)
    journal.undo(deed.lane)
    assert _timeless(journal.assessment) == _timeless(before)


@given(histories())
@settings(deadline=None, max_examples=60)
def test_the_ledger_has_every_gap_once_numbered_without_a_hole(done: list[Act | Deed]) -> None:
    journal = _play(done)
    entries = ledger(journal.assessment, journal.board)
    gaps = current(entries)
    assert [entry.number for entry in gaps] == list(range(1, len(gaps) + 1))
    assert len({entry.key for entry in entries}) == len(entries)
    assert [e.gap for e in gaps if e.gap] == list(find_gaps(journal.board))
    assert sorted(e.item for e in gaps if e.manual) == sorted(gap.id for gap in journal.board.manual)

"""The verbs of submitting, reviewing and closing, on two computers that pass one file to and fro."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from fazhi_tui.domain.answers import Opinion
from fazhi_tui.domain.assessment import State
from fazhi_tui.domain.filling.answering import Change
from fazhi_tui.domain.log.events import Lane
from fazhi_tui.domain.log.fold import fold
from fazhi_tui.domain.reviewing.review import Judgement, agreement
from fazhi_tui.domain.reviewing.standing import unjudged
from fazhi_tui.domain.reviewing.worklist import Concern, agreeable, worklist
from fazhi_tui.domain.verdict import Verdict
from fazhi_tui.errors import BadInputError, RefusedError
from fazhi_tui.loading.handover import read_handover
from fazhi_tui.session import Session
from fazhi_tui.workspace import NewAssessment, Workspace
from tests.samples import START

U1, U2 = (("juece", "本单位", item) for item in ("u-1", "u-2"))
AGREE, CORRECT, RETURN = Opinion


@pytest.fixture
def adviser(tmp_path: Path, workspace: Workspace) -> Workspace:
    """The adviser's data folder."""
    assert not workspace.data.is_relative_to(tmp_path / "adviser")
    return Workspace(tmp_path / "adviser", actor="李律师", clock=lambda: START)


@pytest.fixture
def id(workspace: Workspace) -> str:
    """Everything answered, nothing submitted."""
    made = workspace.create(NewAssessment("某局", 2023, "部门", checklists=("juece",)))
    with workspace.open(made, writable=True) as session:
        session.declare_absent("juece", "matter", "没有决策事项")
        session.answer([Change(*row.key, verdict=Verdict.DONE) for row in session.board.rows()])
    return made


def _pass_on(giver: Workspace, taker: Workspace, id: str) -> None:
    path = giver.data / "交接.fazhi"
    giver.open(id, writable=False).export_handover(path)
    taker.merge(read_handover(path.read_bytes(), file=path.name), takes_over=False)
    path.unlink()


@pytest.fixture
def submitted(workspace: Workspace, adviser: Workspace, id: str) -> str:
    """Submitted, and on the adviser's computer."""
    with workspace.open(id, writable=True) as session:
        session.submit()
    _pass_on(workspace, adviser, id)
    return id


OFFICERS: dict[str, Callable[[Session], object]] = {
    "recall": lambda s: s.recall(),
    "finalise without review": lambda s: s.finalise(without_review=True),
}
ADVISERS: dict[str, Callable[[Session], object]] = {
    "review": lambda s: s.review([Judgement(*U1, AGREE), Judgement(*U2, RETURN, None, "请写文号")]),
    "give_back": lambda s: s.give_back("请补佐证"),
    "finalise": lambda s: s.finalise(),
}


def _submit(session: Session) -> object:
    return session.submit()


@pytest.mark.parametrize("verb", [*OFFICERS, *ADVISERS])
def test_every_verb_has_saved_when_it_returns(
    workspace: Workspace, adviser: Workspace, submitted: str, verb: str
) -> None:
    here = workspace if verb in OFFICERS else adviser
    with here.open(submitted, writable=True) as session:
        before = len(session.log)
        {**OFFICERS, **ADVISERS}[verb](session)
        stored = here.open(submitted, writable=False)
        assert stored.log == session.log
        assert len(stored.log) == before + 1
        assert stored.assessment == session.assessment == fold(session.log)


@pytest.mark.parametrize("verb", ADVISERS)
def test_what_is_the_advisers_is_refused_to_the_officer_and_writes_nothing(
    workspace: Workspace, submitted: str, verb: str
) -> None:
    with workspace.open(submitted, writable=True) as session:
        before = session.log
        with pytest.raises(RefusedError, match="未写入"):
            ADVISERS[verb](session)
        assert session.log == before


def test_what_is_the_officers_is_refused_to_the_adviser_and_writes_nothing(
    adviser: Workspace, submitted: str
) -> None:
    with adviser.open(submitted, writable=True) as session:
        before = session.log
        for verb in (*OFFICERS.values(), _submit):
            with pytest.raises(RefusedError, match="未写入"):
                verb(session)
        assert session.log == before


@pytest.mark.parametrize("verb", [*OFFICERS, *ADVISERS, "submit"])
def test_a_session_open_for_reading_refuses_every_verb(
    workspace: Workspace, adviser: Workspace, submitted: str, verb: str
) -> None:
    here = adviser if verb in ADVISERS else workspace
    every = {**OFFICERS, **ADVISERS, "submit": _submit}
    with pytest.raises(RefusedError, match="只读"):
        every[verb](here.open(submitted, writable=False))


def test_what_is_open_keeps_a_submission_back_and_writes_nothing(workspace: Workspace, id: str) -> None:
    with workspace.open(id, writable=True) as session:
        session.answer([Change(*U1, verdict=None)])
        before = session.log
        with pytest.raises(RefusedError, match="u-1"):
            session.submit()
        assert session.log == before


def test_submitting_tells_what_will_be_asked_about(workspace: Workspace, id: str) -> None:
    with workspace.open(id, writable=True) as session:
        (remark,) = session.submit()
    assert "待佐证" in remark.title
    assert remark.lines == ("重大行政决策程序·本单位：u-1、u-2、u-red",)


def test_after_a_submission_answers_are_locked_and_the_reason_is_said(
    workspace: Workspace, submitted: str
) -> None:
    with workspace.open(submitted, writable=True) as session:
        with pytest.raises(RefusedError) as caught:
            session.answer([Change(*U1, verdict=Verdict.MISSING)])
        assert "现在是“送审”" in caught.value.message
        assert "撤回" in caught.value.hint


def test_bulk_agreement_records_what_its_preview_showed_as_one_step(
    adviser: Workspace, submitted: str
) -> None:
    with adviser.open(submitted, writable=True) as session:
        preview = agreement(agreeable(session.board, session.found_here))
        assert preview == ()
        everything = agreement(unjudged(session.board))
        assert session.review(everything) == 3
        assert session.review(everything) == 0
        assert unjudged(session.board) == ()
        assert session.undo().kind == "reviewed"
        assert len(unjudged(session.board)) == 3


def test_a_whole_round_from_submission_to_final(
    workspace: Workspace, adviser: Workspace, submitted: str
) -> None:
    id = submitted
    with adviser.open(id, writable=True) as session:
        session.review(
            [Judgement(*U1, RETURN, None, "请写文号"), Judgement(*U2, CORRECT, Verdict.PARTLY, "半数")]
        )
        with pytest.raises(RefusedError, match="u-1"):
            session.finalise()
        session.give_back()
    _pass_on(adviser, workspace, id)
    with workspace.open(id, writable=True) as session:
        assert session.assessment.state is State.RETURNED
        session.answer([Change(*U1, note="越政〔2023〕1号")])
        session.submit()
    _pass_on(workspace, adviser, id)
    with adviser.open(id, writable=True) as session:
        again = [e for e in worklist(session.board) if e.reasons[-1].concern is Concern.OUTDATED]
        assert [entry.row.key for entry in again] == [U1]
        session.review([Judgement(*U1, AGREE)])
        (remark,) = session.finalise()
        assert remark.title == "没有复核1条"
    _pass_on(adviser, workspace, id)
    final = workspace.open(id, writable=False)
    assert (final.assessment.state, final.assessment.without_review) == (State.FINAL, False)
    assert [gap.row.key for gap in final.gaps] == [U2]
    assert final.lane is Lane.OFFICER


def test_returning_everything_without_a_word_is_refused(adviser: Workspace, submitted: str) -> None:
    with adviser.open(submitted, writable=True) as session:
        with pytest.raises(BadInputError, match="退回必须写意见"):
            session.give_back()
        assert session.assessment.state is State.SUBMITTED

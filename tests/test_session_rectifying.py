from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from fazhi_tui.documents import gap_list
from fazhi_tui.domain.answers import Evidence, Opinion
from fazhi_tui.domain.filling.answering import Change
from fazhi_tui.domain.log.fold import fold
from fazhi_tui.domain.rectifying.rectification import Status
from fazhi_tui.domain.rectifying.rectify import Step
from fazhi_tui.domain.reviewing.review import Judgement
from fazhi_tui.domain.verdict import Verdict
from fazhi_tui.errors import DamagedError, RefusedError
from fazhi_tui.session import Session
from fazhi_tui.workspace import NewAssessment, Workspace
from tests.samples import START

KEY = ("juece", "本单位", "u-1")
MANUAL = {"problem": "没有审核意见。", "basis": "某规定第一条", "source": "督察"}
VERBS: dict[str, Callable[[Session], object]] = {
    "add_gap": lambda s: s.add_gap(MANUAL),
    "change_gap": lambda s: s.change_gap("其他-1", {"source": "审计"}),
    "withdraw_gap": lambda s: s.withdraw_gap("其他-1", "重复"),
    "rectify": lambda s: s.rectify([Step(KEY, measure="补审", request=(Evidence("案卷"),))]),
    "assign": lambda s: s.assign("juece", ["公众参与"], "规划科"),
}


@pytest.fixture
def id(workspace: Workspace) -> str:
    """An assessment with a gap and a manual one."""
    made = workspace.create(NewAssessment("某局", 2023, "部门", checklists=("juece",)))
    with workspace.open(made, writable=True) as session:
        session.answer([Change(*KEY, verdict=Verdict.MISSING)])
        session.add_gap(MANUAL)
    return made


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_has_saved_when_it_returns_and_is_undone(workspace: Workspace, id: str, verb: str) -> None:
    with workspace.open(id, writable=True) as session:
        before = session.assessment
        VERBS[verb](session)
        stored = workspace.open(id, writable=False)
        assert stored.log == session.log
        assert stored.assessment == session.assessment == fold(session.log)
        assert stored.ledger() == session.ledger()
        session.undo()
        assert replace(session.assessment, last_at="", last_actor="") == replace(
            before, last_at="", last_actor=""
        )


@pytest.mark.parametrize("verb", VERBS)
def test_a_session_open_for_reading_refuses_every_verb(workspace: Workspace, id: str, verb: str) -> None:
    reader = workspace.open(id, writable=False)
    before = reader.log
    with pytest.raises(RefusedError, match="只读"):
        VERBS[verb](reader)
    assert workspace.open(id, writable=False).log == before


def test_the_officers_copy_does_not_judge_a_request(workspace: Workspace, id: str) -> None:
    with workspace.open(id, writable=True) as session:
        VERBS["rectify"](session)
        with pytest.raises(RefusedError, match="由自评一方写"):
            session.close_gap(KEY, checked="案卷", how="调卷")
        with pytest.raises(RefusedError, match="由自评一方写"):
            session.send_back_gap(KEY, opinion="差")


def _answer_all(session: Session) -> None:
    session.declare_absent("juece", "matter", "没有决策事项")
    session.answer([Change(*r.key, verdict=Verdict.DONE) for r in session.board.rows() if r.is_open])


def test_a_review_is_not_undone_once_the_unit_has_finalised_without_it(workspace: Workspace, id: str) -> None:
    with workspace.open(id, writable=True) as session:
        _answer_all(session)
        session.submit()
        session.lane = session.lane.other
        session.review([Judgement(*KEY, Opinion.CORRECT, Verdict.PARTLY, "有部分")])
        session.lane = session.lane.other
        session._record(("finalised", {"without_review": True}))
        session.lane = session.lane.other
        with pytest.raises(RefusedError, match="定稿"):
            session.undo()
        assert session.assessment.state.value == "定稿"


def test_the_ledger_says_what_is_overdue_by_the_day_it_is_given(workspace: Workspace, id: str) -> None:
    with workspace.open(id, writable=True) as session:
        session.rectify([Step(KEY, due="2024-04-30")])
        assert [entry.overdue for entry in session.ledger(date(2024, 5, 2))] == [2, 0]
        assert [entry.status for entry in session.ledger()] == [Status.OPEN, Status.OPEN]


def _year(workspace: Workspace, year: int, *items: str, unit: str = "某局", round: str = "") -> str:
    wanted = NewAssessment(unit, year, "部门", checklists=("juece",), round=round)
    id = workspace.create(wanted)
    with workspace.open(id, writable=True) as session:
        session.answer([Change("juece", "本单位", item, verdict=Verdict.PARTLY) for item in items])
    return id


def test_former_years_of_the_same_unit_are_looked_back_on(workspace: Workspace, id: str) -> None:
    _year(workspace, 2021, "u-1", "u-2")
    _year(workspace, 2022, "u-1", round="半年")
    _year(workspace, 2022, "u-2")
    _year(workspace, 2024, "u-1")
    _year(workspace, 2022, "u-1", unit="乙局")
    session = workspace.open(id, writable=False)
    assert [gap.board.basis.year for gap in session.former.gaps] == [2021, 2021, 2022, 2022]
    assert {item: repeat.text for item, repeat in session.repeats.items()} == {
        "u-1": "第3次（2021年、2022年亦有）"
    }
    assert session.ledger()[0].repeat == session.repeats["u-1"]


def test_an_example_and_a_real_one_do_not_look_back_on_each_other(workspace: Workspace, id: str) -> None:
    example = workspace.create(
        NewAssessment("某局", 2022, "部门", checklists=("juece",), round="示例", is_demo=True)
    )
    with workspace.open(example, writable=True) as session:
        session.answer([Change(*KEY, verdict=Verdict.PARTLY)])
    assert workspace.open(id, writable=False).former.gaps == ()
    real = workspace.create(NewAssessment("某局", 2021, "部门", checklists=("juece",)))
    with workspace.open(real, writable=True) as session:
        session.answer([Change(*KEY, verdict=Verdict.PARTLY)])
    assert workspace.open(example, writable=False).former.gaps == ()
    assert len(workspace.open(id, writable=False).former.gaps) == 1


def test_former_years_are_loaded_only_when_asked_for_and_once(
    workspace: Workspace, id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    _year(workspace, 2022, "u-1")
    opened: list[str] = []
    open_ = Workspace.open

    def counting(self: Workspace, given: str, *, writable: bool) -> Session:
        opened.append(given)
        return open_(self, given, writable=writable)

    monkeypatch.setattr(Workspace, "open", counting)
    with workspace.open(id, writable=True) as session:
        session.answer([Change("juece", "本单位", "u-2", verdict=Verdict.DONE)])
        session.rectify([Step(KEY, leader="张某")])
        assert opened == [id]
        session.ledger()
        session.ledger()
        assert session.repeats
    assert opened == [id, "某局-2022"]


def test_a_former_year_that_does_not_read_is_named_and_hides_no_other(workspace: Workspace, id: str) -> None:
    damaged = _year(workspace, 2022, "u-1")
    _year(workspace, 2021, "u-1")
    path = workspace.data / "assessments" / damaged / "events.json"
    path.write_bytes(b"{")
    session = workspace.open(id, writable=False)
    assert (session.former.unread, session.repeats["u-1"].years) == ((damaged,), (2021,))
    with pytest.raises(DamagedError):
        workspace.open(damaged, writable=False)


def test_the_export_names_the_repeat(workspace: Workspace, id: str) -> None:
    _year(workspace, 2022, "u-1")
    made = gap_list(workspace.open(id, writable=False), "md").decode()
    assert "第2次（2022年亦有）" in made


def test_an_event_carries_the_clock(workspace: Workspace, id: str) -> None:
    with workspace.open(id, writable=True) as session:
        VERBS["rectify"](session)
    (asked,) = session.assessment.rectifications[KEY].requests
    assert (asked.at, asked.actor) == (START.isoformat(timespec="seconds"), "张某")

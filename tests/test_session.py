from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from fazhi_tui.documents import gap_list
from fazhi_tui.domain.answers import Evidence
from fazhi_tui.domain.assessment import Assessment
from fazhi_tui.domain.checklist import Checklist
from fazhi_tui.domain.filling.answering import Change
from fazhi_tui.domain.log.fold import fold
from fazhi_tui.domain.reckoning.workdays import Calendar
from fazhi_tui.domain.rows import Board, board
from fazhi_tui.domain.verdict import Verdict
from fazhi_tui.errors import BadInputError, DamagedError, RefusedError
from fazhi_tui.session import Session
from fazhi_tui.storage.export import export
from fazhi_tui.workspace import Workspace
from tests.samples import START

OWN = ("juece", "本单位", "u-1")


def _stored(workspace: Workspace, id: str) -> Session:
    return workspace.open(id, writable=False)


VERBS: dict[str, Callable[[Session], object]] = {
    "answer": lambda s: s.answer([Change(*OWN, verdict=Verdict.DONE, evidence=(Evidence("文件"),))]),
    "add_sheet": lambda s: s.add_sheet("juece", "定价"),
    "add_sheet with kind and role": lambda s: s.add_sheet(
        "zhifa", "赵某", kind="person", role="部门主要负责人"
    ),
    "rename_sheet": lambda s: s.rename_sheet("juece", "规划", "全区规划"),
    "remove_sheet": lambda s: s.remove_sheet("juece", "规划"),
    "declare_absent": lambda s: s.declare_absent("zhifa", "case", "全年没有办案"),
    "change_profile": lambda s: s.change_profile(has=("许可权",), lacks=("执法权",)),
    "undo": lambda s: s.undo(),
}


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_has_saved_when_it_returns(workspace: Workspace, id: str, verb: str) -> None:
    with workspace.open(id, writable=True) as session:
        session.add_sheet("juece", "规划")
        before = session.check_code
        VERBS[verb](session)
        assert session.is_saved
        stored = _stored(workspace, id)
        assert stored.log == session.log
        assert stored.assessment == session.assessment == fold(session.log)
        assert stored.board == session.board
        assert stored.check_code == session.check_code != before


@pytest.mark.parametrize("verb", VERBS)
def test_a_session_open_for_reading_refuses_every_verb_and_writes_nothing(
    workspace: Workspace, id: str, verb: str
) -> None:
    with workspace.open(id, writable=True) as writer:
        writer.add_sheet("juece", "规划")
    folder = workspace.data / "assessments" / id
    before = {p: p.read_bytes() for p in folder.rglob("*") if p.is_file()}
    reader = _stored(workspace, id)
    with pytest.raises(RefusedError, match="只读"):
        VERBS[verb](reader)
    reader.close()
    assert {p: p.read_bytes() for p in folder.rglob("*") if p.is_file()} == before


def test_a_closed_session_records_nothing_more(workspace: Workspace, id: str) -> None:
    session = workspace.open(id, writable=True)
    session.close()
    session.close()
    with pytest.raises(RefusedError, match="未写入"):
        VERBS["answer"](session)


def test_an_event_carries_the_clock_and_who_acts(workspace: Workspace, id: str) -> None:
    with workspace.open(id, writable=True) as session:
        VERBS["answer"](session)
        event = session.log.officer[-1]
    assert (event.at, event.actor) == (START.isoformat(timespec="seconds"), "张某")


def test_an_answer_that_changes_nothing_makes_no_event(workspace: Workspace, id: str) -> None:
    with workspace.open(id, writable=True) as session:
        assert session.answer([Change(*OWN, verdict=Verdict.DONE)])
        before = session.log
        assert not session.answer([Change(*OWN, verdict=Verdict.DONE)])
        assert session.log == before


def test_a_bad_change_is_refused_and_nothing_is_recorded(workspace: Workspace, id: str) -> None:
    bad = [Change(*OWN, verdict=Verdict.DONE), Change("juece", "本单位", "u-2", verdict=Verdict.INAPPLICABLE)]
    with workspace.open(id, writable=True) as session:
        before = session.log
        with pytest.raises(BadInputError):
            session.answer(bad)
        with pytest.raises(BadInputError):
            session.check(bad)
        session.check(bad[:1])
        assert session.log == before
        assert session.is_saved


def test_undo_tells_what_it_took_back_and_survives_a_restart(workspace: Workspace, id: str) -> None:
    with workspace.open(id, writable=True) as session:
        session.answer([Change(*OWN, verdict=Verdict.DONE)])
        session.add_sheet("juece", "规划")
    with workspace.open(id, writable=True) as session:
        assert session.undo().kind == "sheet_added"
    with workspace.open(id, writable=True) as session:
        assert session.undo().kind == "answered"
        assert session.assessment.sheet("juece", "规划") is None
        with pytest.raises(RefusedError, match="没有可撤销"):
            session.undo()


def test_gaps_follow_the_answers_at_once(workspace: Workspace, id: str) -> None:
    with workspace.open(id, writable=True) as session:
        session.answer([Change(*OWN, verdict=Verdict.HOLLOW)])
        assert [gap.row.key for gap in session.gaps] == [OWN]
        session.undo()
        assert session.gaps == ()


def test_checklists_exchanged_under_an_assessment_are_found(workspace: Workspace, id: str) -> None:
    folder = workspace.data / "assessments" / id
    for path in (folder / "checklists.json", *(folder / "adopted").iterdir()):
        path.write_text(path.read_text(encoding="utf-8").replace("u-1是否", "u-1能否"), encoding="utf-8")
    with pytest.raises(DamagedError, match="清单与记录不符"):
        _stored(workspace, id)


def test_an_export_is_the_gap_list_of_the_assessment_as_it_stands(
    workspace: Workspace, id: str, tmp_path: Path
) -> None:
    path = tmp_path / "差距清单.md"
    with workspace.open(id, writable=True) as session:
        session.answer([Change(*OWN, verdict=Verdict.HOLLOW)])
        export(path, gap_list(session, "md"))
        assert session.check_code in path.read_text(encoding="utf-8")
    before = path.read_bytes()
    export(path, gap_list(_stored(workspace, id), "md"))
    assert path.read_bytes() == before
    with pytest.raises(BadInputError, match="没有文件夹"):
        export(tmp_path / "没有" / "a.md", gap_list(_stored(workspace, id), "md"))


def test_a_board_asked_for_beside_a_step_is_not_taken_for_the_one_after_it(
    workspace: Workspace, id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = board
    with workspace.open(id, writable=True) as session:

        def overtaken(now: Assessment, checklists: Sequence[Checklist], calendar: Calendar) -> Board:
            made = real(now, checklists, calendar)
            monkeypatch.setattr("fazhi_tui.recording.board", real)
            session.add_sheet("juece", "规划")
            return made

        monkeypatch.setattr("fazhi_tui.recording.board", overtaken)
        before = session.board
        assert len(session.board.sheets) > len(before.sheets)
        assert session.board == _stored(workspace, id).board

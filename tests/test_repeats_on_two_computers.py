"""屡查屡犯 on two computers: from 送审 on the log says it, and documents are the same wherever made."""

from __future__ import annotations

from fazhi_tui.domain.filling.answering import Change
from fazhi_tui.domain.reviewing.worklist import Concern, worklist
from fazhi_tui.domain.verdict import Verdict
from fazhi_tui.reporting.gap_list.gap_markdown import gap_markdown
from fazhi_tui.workspace import NewAssessment, Workspace
from tests.exchanged import ID, UNIT_1, Computer, file_of

SAYS = "第2次（2022年亦有）"


def _former_year(workspace: Workspace, year: int) -> None:
    id = workspace.create(NewAssessment("某局", year, "部门", checklists=("juece",)))
    with workspace.open(id, writable=True) as session:
        session.answer([Change(*UNIT_1, verdict=Verdict.MISSING)])


def _answer(workspace: Workspace) -> None:
    with workspace.open(ID, writable=True) as session:
        rows = [row for row in session.board.rows() if not row.item.is_advice]
        session.answer([Change(*row.key, verdict=Verdict.PARTLY, note="有缺项。") for row in rows])
        for missing in session.board.undeclared:
            session.declare_absent(missing.checklist.id, missing.kind, "本年没有。")


def _submit(workspace: Workspace) -> None:
    with workspace.open(ID, writable=True) as session:
        session.submit()


def _gap_list(workspace: Workspace) -> str:
    session = workspace.open(ID, writable=False)
    return gap_markdown(session.assessment, session.board, session.check_code, session.repeats)


def test_the_adviser_s_gap_list_is_the_officer_s(workspace: Workspace, computer: Computer) -> None:
    _former_year(workspace, 2022)
    _answer(workspace)
    assert SAYS in _gap_list(workspace)
    _submit(workspace)
    adviser = computer("律师")
    adviser.merge(file_of(workspace), takes_over=False)
    assert SAYS in _gap_list(workspace)
    assert _gap_list(adviser) == _gap_list(workspace)


def test_what_is_found_in_the_folder_later_counts_from_the_next_submission(
    workspace: Workspace, id: str
) -> None:
    assert id == ID
    _answer(workspace)
    _submit(workspace)
    _former_year(workspace, 2022)
    assert SAYS not in _gap_list(workspace)
    with workspace.open(ID, writable=True) as session:
        session.recall()
    _submit(workspace)
    assert SAYS in _gap_list(workspace)


def test_a_new_computer_without_the_former_years_loses_none(workspace: Workspace, computer: Computer) -> None:
    _former_year(workspace, 2022)
    _answer(workspace)
    _submit(workspace)
    with workspace.open(ID, writable=True) as session:
        session.recall()
    other = computer("新电脑")
    other.merge(file_of(workspace), takes_over=True)
    _submit(other)
    assert SAYS in _gap_list(other)


def test_the_adviser_s_own_former_years_are_looked_at_but_change_no_document(
    workspace: Workspace, computer: Computer
) -> None:
    _answer(workspace)
    _submit(workspace)
    adviser = computer("律师")
    _former_year(adviser, 2022)
    adviser.merge(file_of(workspace), takes_over=False)
    session = adviser.open(ID, writable=False)
    concerns = {r.concern for e in worklist(session.board, session.found_here) for r in e.reasons}
    assert Concern.REPEAT in concerns
    assert _gap_list(adviser) == _gap_list(workspace)

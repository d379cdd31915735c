"""Sums of an open assessment: the calendar and the unit's own table come from the workspace."""

from __future__ import annotations

from pathlib import Path

import pytest

from fazhi_tui.domain.filling.answering import Change
from fazhi_tui.session import Session
from fazhi_tui.workspace import NewAssessment, Workspace
from tests.conftest import clock
from tests.ruled import FACTS, PARAMS, span
from tests.samples import checklist, item, stage, write_toml

# The two last days of April 2024 and 6 to 8 May; 28 April and 11 May were made working days for 1 to 5 May.
FROM, TO = "2024-04-26", "2024-05-08"
LOCAL_HOLIDAY = """
schema = 1

[[years]]
year = 2024
local = true
source = "本地放假通知"
rest = ["2024-05-07"]
"""


@pytest.fixture
def ruled_workspace(workspace: Workspace, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Workspace:
    folder = tmp_path / "ruled"
    one = item("x-1", facts=FACTS, rule=span("at_least", days=6, calendar="working"))
    two = item("x-2", facts=FACTS, rule=span("at_least", days="param:days"))
    write_toml(folder, checklist("bendi", stage("a", "甲", "unit", one, two), params=PARAMS))
    monkeypatch.setattr("fazhi_tui.workspace.shipped_checklists_folder", lambda: folder)
    workspace.create(NewAssessment("某局", 2024, "部门"))
    with workspace.open("某局", writable=True) as session:
        facts = {"from": FROM, "to": TO}
        session.answer([Change("bendi", "本单位", id, facts=facts) for id in ("x-1", "x-2")])
    return workspace


def _said(session: Session) -> list[str]:
    return [session.board.sum_text(row) for row in session.board.rows()]


def _again(workspace: Workspace) -> Session:
    """As another start of the program would open it."""
    return Workspace(workspace.data, actor="张某", clock=clock).open("某局", writable=False)


def test_working_days_follow_the_published_arrangement(ruled_workspace: Workspace) -> None:
    said = _said(_again(ruled_workspace))[0]
    assert said == f"公告日{FROM}至截止日{TO}共6个工作日，应不少于6个工作日 → 建议 落实"


def test_the_units_own_table_goes_before_it(ruled_workspace: Workspace) -> None:
    (ruled_workspace.data / "calendar.toml").write_text(LOCAL_HOLIDAY, encoding="utf-8")
    said = _said(_again(ruled_workspace))[0]
    assert said == (f"公告日{FROM}至截止日{TO}共5个工作日，应不少于6个工作日，差1个工作日 → 建议 未落实")


def test_a_broken_table_leaves_open_what_it_could_decide_and_nothing_else(ruled_workspace: Workspace) -> None:
    table = ruled_workspace.data / "calendar.toml"
    table.write_text(LOCAL_HOLIDAY.replace("schema = 1", "schema = 9"), encoding="utf-8")
    with ruled_workspace.open("某局", writable=True) as session:
        (row,) = [row for row in session.board.rows() if row.item.id == "x-1"]
        said = session.board.sum_text(row)
        assert "→ 无法判断：本单位的工作日历（calendar.toml）读不出来" in said
        assert session.answer([Change(*row.key, facts={"from": "2024-03-01", "to": "2024-03-04"})])
        assert _said(session)[0].endswith(
            "（本单位的工作日历（calendar.toml）读不出来，但不影响结果） → 建议 未落实"
        )
    assert "calendar.toml · 文件开头：schema 应为 1" in str(ruled_workspace.calendar_fault)
    table.write_text(LOCAL_HOLIDAY, encoding="utf-8")
    assert "读不出来" not in _said(ruled_workspace.open("某局", writable=False))[0]
    assert ruled_workspace.calendar_fault is None


def test_a_local_figure_is_on_disk_when_the_verb_returns(ruled_workspace: Workspace) -> None:
    with ruled_workspace.open("某局", writable=True) as session:
        assert session.set_param("days", "12", "《甲省规定》第十六条")
        assert not session.set_param("征求意见天数", "12", "《甲省规定》第十六条")
        assert _said(_again(ruled_workspace)) == _said(session)
        assert _said(session)[1].endswith("出处：《甲省规定》第十六条） → 建议 落实")

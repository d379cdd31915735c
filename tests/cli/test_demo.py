from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import pytest

from fazhi_tui.demo import make_demo
from fazhi_tui.domain.verdict import Verdict
from fazhi_tui.errors import BadInputError
from fazhi_tui.paths import PACKAGE
from fazhi_tui.session import Session
from fazhi_tui.workspace import Workspace
from tests.cli.conftest import Commands
from tests.samples import START

DATA = tomllib.loads((PACKAGE / "demo_s0.toml").read_text(encoding="utf-8"))
HOLLOW = {"公众参与", "专家论证", "风险评估"}


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace(tmp_path / "data", actor="张某", clock=lambda: START)


@pytest.fixture
def session(workspace: Workspace) -> Session:
    return workspace.open(make_demo(workspace), writable=False)


def test_the_example_is_marked_and_filled_in_one_step(session: Session) -> None:
    assert session.assessment.is_demo
    assert [event.kind for event in session.log.officer].count("answered") == 1
    answered = [row for row in session.board.rows() if row.answer.verdict is not None]
    assert len(answered) == len(DATA["answers"])


def test_the_three_hollow_steps_are_gaps_of_form_only(session: Session) -> None:
    hollow = [gap for gap in session.gaps if gap.verdict is Verdict.HOLLOW]
    assert {gap.row.stage.title for gap in hollow} == HOLLOW
    assert all(gap.row.item.cites for gap in hollow)


def test_what_the_report_does_not_mention_stays_open(session: Session) -> None:
    untouched = [row for row in session.board.rows() if row.checklist.id == "sanxiang-zhidu"]
    assert untouched
    assert all(row.is_open or row.item.is_advice for row in untouched)
    assert [(gap.checklist.id, gap.kind) for gap in session.board.undeclared] == [("sanxiang-zhidu", "case")]


def test_every_answer_quotes_the_report_and_points_to_nothing_else(session: Session) -> None:
    for row in session.board.rows():
        if row.answer.verdict is not None:
            assert "报告第" in row.answer.note
            assert row.answer.evidence
            assert all(e.title.startswith("《2023年法治政府建设工作报告》第") for e in row.answer.evidence)


def test_quotations_stand_in_the_report() -> None:
    source = Path(__file__).resolve().parents[3] / "shared" / "cases" / "00-种子-绍兴越城区文广旅游局-2023.md"
    if not source.exists():
        pytest.skip("报告原文不在手边")

    def bare(text: str) -> str:
        return re.sub(r"[\s，,。、；;：:“”\"‘’（）()]", "", text)

    report = bare(source.read_text(encoding="utf-8"))
    quotations = [q for a in DATA["answers"] for q in re.findall("“([^”]+)”", a["note"])]
    assert len(quotations) > 20
    assert [q for q in quotations if bare(q) not in report] == []


def test_a_second_demo_is_the_first_one(fazhi: Commands, monkeypatch: pytest.MonkeyPatch) -> None:
    from fazhi_tui.paths import shipped_checklists_folder

    monkeypatch.setattr("fazhi_tui.workspace.shipped_checklists_folder", shipped_checklists_folder)
    first, second = fazhi("demo"), fazhi("demo")
    assert (first.code, second.code) == (0, 0)
    assert first.out == second.out
    assert "已经有了" in second.err
    assert len(json.loads(fazhi("list", "--format", "json").out)) == 1
    assert "示例" in fazhi("list").out


def test_an_example_that_cannot_be_filled_leaves_nothing_half_made(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: Session, changes: object) -> bool:
        raise BadInputError("不合")

    monkeypatch.setattr(Session, "answer", refuse)
    with pytest.raises(BadInputError):
        make_demo(workspace)
    assert workspace.list() == []

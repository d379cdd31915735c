from __future__ import annotations

import pytest

from fazhi_tui.domain.filling.answering import Change
from fazhi_tui.domain.filling.whole_stage import WholeStage, whole_stage
from fazhi_tui.domain.verdict import EXEMPT, Verdict
from fazhi_tui.errors import BadInputError
from tests.journal import Journal, keys

WHY = "本年没有重大行政决策事项"


def _journal() -> Journal:
    journal = Journal()
    journal.add("juece", "规划")
    return journal


def _stage(journal: Journal) -> WholeStage:
    return whole_stage(row for row in journal.board.rows() if row.stage.id == "canyu")


def test_only_what_is_open_is_touched_and_red_lines_stand_apart() -> None:
    journal = _journal()
    journal.say("juece", "规划", "m-1", Verdict.DONE)
    stage = _stage(journal)
    assert keys(stage.open) == ["m-2"]
    assert keys(stage.redlines) == ["m-red"]
    assert stage.answered == 1


@pytest.mark.parametrize("verdict", sorted(EXEMPT))
def test_it_is_one_step_and_one_undo_takes_all_of_it_back(verdict: Verdict) -> None:
    journal = _journal()
    before = len(journal.log)
    journal.answer(*_stage(journal).changes(verdict, WHY))
    assert len(journal.log) == before + 1
    said = {row.item.id: (row.answer.verdict, row.answer.note) for row in journal.board.rows()}
    assert {said[id] for id in ("m-1", "m-2", "m-red")} == {(verdict, WHY)}
    assert said["m-may"] == (None, "")
    assert said["u-1"] == (None, "")
    journal.undo()
    assert {row.answer.verdict for row in journal.board.rows()} == {None}


def test_a_note_that_is_there_stays_before_the_reason() -> None:
    journal = _journal()
    journal.answer(Change("juece", "规划", "m-1", note="公告在网站上"))
    stage = _stage(journal)
    assert stage.has_notes
    journal.answer(*stage.changes(Verdict.NOT_OCCURRED, f" {WHY}\n"))
    notes = {row.item.id: row.answer.note for row in journal.board.rows()}
    assert notes["m-1"] == f"公告在网站上\n{WHY}"
    assert notes["m-2"] == WHY


def test_without_a_reason_it_is_refused_and_nothing_recorded() -> None:
    journal = _journal()
    before = len(journal.log)
    with pytest.raises(BadInputError, match="必须在说明里写理由"):
        journal.answer(*_stage(journal).changes(Verdict.INAPPLICABLE, " "))
    assert len(journal.log) == before

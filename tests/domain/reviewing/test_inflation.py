from __future__ import annotations

from decimal import Decimal

import pytest

from fazhi_tui.domain.answers import Opinion
from fazhi_tui.domain.reviewing.inflation import Comparison, comparisons
from fazhi_tui.domain.scoring import by_officer, by_reviewed, score_board, score_stage, shown
from fazhi_tui.domain.verdict import Verdict
from tests.journal import Journal, fill, keys
from tests.judging import judge, submit
from tests.samples import checklist, item, library, redline, stage

DONE, PARTLY, HOLLOW, MISSING, NOT_OCCURRED, INAPPLICABLE = Verdict
LIBRARY = library(
    checklist(
        "x",
        stage("a", "甲", "unit", item("x-1", points=3), item("x-2", points=1), redline("x-red")),
        stage("b", "乙", "unit", item("x-3", points=4)),
        stage("c", "丙", "unit", redline("x-red2")),
    ),
    checklist("y", stage("d", "丁", "unit", item("y-1"))),
)


def _reviewed(**verdicts: Verdict) -> Journal:
    journal = Journal(LIBRARY)
    fill(journal, DONE)
    submit(journal)
    for name, verdict in verdicts.items():
        id = name.replace("_", "-")
        judge(journal, (id[0], "本单位", id), Opinion.CORRECT, "不实", verdict)
    return journal


def _shown(each: Comparison) -> tuple[str, str, str, str, str | None]:
    return (
        each.checklist.id,
        each.stage.title if each.stage else "",
        shown(each.officer.value),
        shown(each.reviewed.value),
        None if each.excess is None else f"{each.excess:.1f}",
    )


def test_without_a_correction_there_is_nothing_to_compare() -> None:
    journal = _reviewed()
    judge(journal, ("x", "本单位", "x-1"), Opinion.AGREE)
    judge(journal, ("x", "本单位", "x-2"), Opinion.RETURN, "请写明")
    assert comparisons(journal.board) == ()


def test_each_checklist_and_each_stage_with_a_correction_has_both_scores_and_the_items() -> None:
    journal = _reviewed(x_1=MISSING, x_red=HOLLOW, x_3=PARTLY, x_red2=MISSING)
    found = comparisons(journal.board)
    assert [_shown(each) for each in found] == [
        ("x", "", "100.0", "37.5", "62.5"),
        ("x", "甲", "100.0", "25.0", "75.0"),
        ("x", "乙", "100.0", "50.0", "50.0"),
        ("x", "丙", "–", "–", None),
    ]
    assert [keys(each.corrected) for each in found] == [
        ["x-1", "x-red", "x-3", "x-red2"],
        ["x-1", "x-red"],
        ["x-3"],
        ["x-red2"],
    ]


def test_the_officer_can_have_been_too_strict() -> None:
    journal = Journal(LIBRARY)
    fill(journal, MISSING)
    submit(journal)
    judge(journal, ("y", "本单位", "y-1"), Opinion.CORRECT, "已有公告", DONE)
    whole, part = comparisons(journal.board)
    assert (whole.excess, part.excess) == (Decimal("-100.0"), Decimal("-100.0"))


def test_the_difference_is_that_of_the_scores_as_they_are_shown() -> None:
    data = checklist("x", stage("a", "甲", "unit", item("x-1", points=1), item("x-2", points=2)))
    journal = Journal(library(data))
    journal.say("x", "本单位", "x-1", DONE)
    journal.say("x", "本单位", "x-2", PARTLY)
    submit(journal)
    judge(journal, ("x", "本单位", "x-2"), Opinion.CORRECT, "不实", HOLLOW)
    whole = comparisons(journal.board)[0]
    assert (shown(whole.officer.value), shown(whole.reviewed.value)) == ("66.7", "50.0")
    assert whole.excess == Decimal("16.7")


def test_a_stage_with_everything_corrected_away_has_no_score_to_compare() -> None:
    whole, part = comparisons(_reviewed(y_1=INAPPLICABLE).board)
    assert (whole.excess, part.excess) == (None, None)
    assert part.reviewed.value is None


@pytest.mark.parametrize("by", [by_officer, by_reviewed])
def test_a_checklist_of_one_stage_scores_as_its_stage(by: object) -> None:
    journal = _reviewed(y_1=PARTLY)
    only = LIBRARY.checklists[1]
    _, each = score_board(journal.board, by)  # type: ignore[arg-type]
    assert score_stage(journal.board, only, only.stages[0], by) == each["y"]  # type: ignore[arg-type]


def test_the_items_of_an_undeclared_kind_are_open_in_their_stage_only() -> None:
    data = checklist("x", stage("a", "甲", "unit", item("x-1")), stage("b", "乙", "case", item("x-2")))
    journal = Journal(library(data))
    journal.say("x", "本单位", "x-1", DONE)
    (only,) = journal.library.checklists
    first, second = (score_stage(journal.board, only, s, by_officer) for s in only.stages)
    assert (first.open, second.open) == (0, 1)
    assert first.value == 100

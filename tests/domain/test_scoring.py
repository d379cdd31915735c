from __future__ import annotations

from fractions import Fraction

import pytest

from fazhi_tui.domain.answers import Opinion
from fazhi_tui.domain.filling.answering import Change
from fazhi_tui.domain.scoring import (
    Score,
    by_officer,
    by_reviewed,
    rounded,
    score_board,
    shown,
    shown_range,
)
from fazhi_tui.domain.verdict import Verdict
from tests.journal import Journal, fill
from tests.samples import advice, checklist, item, library, redline, stage

DONE, PARTLY, HOLLOW, MISSING, NOT_OCCURRED, INAPPLICABLE = Verdict


def _score(journal: Journal, checklist: str = "") -> Score:
    total, each = score_board(journal.board, by_officer)
    return each[checklist] if checklist else total


def _one(*items: dict[str, object]) -> Journal:
    return Journal(library(checklist("x", stage("a", "甲", "unit", *items))))


def _say(journal: Journal, **verdicts: Verdict) -> None:
    changes = [
        Change("x", "本单位", id.replace("_", "-"), verdict=v, note="理由" if v.needs_reason else "")
        for id, v in verdicts.items()
    ]
    journal.answer(*changes)


def test_a_score_is_points_times_factor_over_points_times_a_hundred() -> None:
    journal = _one(*(item(f"x-{n}", points=n) for n in (1, 2, 3, 4)))
    _say(journal, x_1=DONE, x_2=PARTLY, x_3=HOLLOW, x_4=MISSING)
    score = _score(journal)
    assert (score.possible, score.earned) == (Fraction(10), Fraction(11, 4))
    assert score.value == Fraction(55, 2)
    assert shown(score.value) == "27.5"


def test_a_checklist_can_have_a_scale_of_its_own() -> None:
    stages = stage("a", "甲", "unit", item("x-1"), item("x-2"))
    journal = Journal(library(checklist("x", stages, scale=[1, 0.6, 0.3, 0.1])))
    _say(journal, x_1=HOLLOW, x_2=MISSING)
    assert _score(journal).value == 20


def test_what_does_not_apply_or_did_not_occur_leaves_numerator_and_denominator() -> None:
    journal = _one(item("x-1", points=1), item("x-2", points=50), item("x-3", points=50))
    _say(journal, x_1=PARTLY, x_2=INAPPLICABLE, x_3=NOT_OCCURRED)
    score = _score(journal)
    assert (score.possible, score.value, score.open) == (Fraction(1), Fraction(50), 0)


def test_where_nothing_applies_there_is_no_score_and_no_conclusion() -> None:
    journal = _one(item("x-1"))
    _say(journal, x_1=INAPPLICABLE)
    score = _score(journal)
    assert (score.value, score.low, score.high, score.conclusion) == (None, None, None, "")
    assert shown_range(score) == "–"


def test_an_item_on_several_sheets_counts_once_with_the_mean_of_its_factors() -> None:
    cases = checklist("x", stage("a", "甲", "unit", item("x-1")), stage("b", "乙", "case", item("x-2")))
    journal = Journal(library(cases))
    journal.say("x", "本单位", "x-1", MISSING)
    for number, verdict in enumerate([DONE, DONE, HOLLOW, MISSING], start=1):
        journal.add("x", f"案卷{number}")
        journal.say("x", f"案卷{number}", "x-2", verdict)
    score = _score(journal)
    assert (score.possible, score.earned, score.total) == (Fraction(8), Fraction(9, 4), 5)
    assert score.value == Fraction(225, 8)


def test_a_sheet_on_which_the_item_does_not_apply_is_left_out_of_the_mean() -> None:
    journal = Journal(library(checklist("x", stage("b", "乙", "case", item("x-2")))))
    for name, verdict in (("甲案", DONE), ("乙案", MISSING), ("丙案", INAPPLICABLE)):
        journal.add("x", name)
        journal.say("x", name, "x-2", verdict, "理由")
    assert _score(journal).value == 50


def test_while_anything_is_open_there_is_only_a_range_from_nothing_to_full() -> None:
    journal = _one(item("x-1", points=1), item("x-2", points=3))
    assert (_score(journal).low, _score(journal).high) == (Fraction(0), Fraction(100))
    _say(journal, x_1=PARTLY)
    score = _score(journal)
    assert score.value is None
    assert shown_range(score) == "12.5～87.5"
    assert (score.answered, score.open, score.total) == (1, 1, 2)


def test_the_assessment_is_the_mean_of_its_checklists_whatever_their_points() -> None:
    one = checklist("a", stage("a", "甲", "unit", item("a-1", points=100)))
    two = checklist("b", stage("b", "乙", "unit", item("b-1", points=1)))
    journal = Journal(library(one, two))
    journal.say("a", "本单位", "a-1", DONE)
    journal.say("b", "本单位", "b-1", PARTLY)
    assert _score(journal).value == 75
    assert (_score(journal).possible, _score(journal).earned) == (Fraction(101), Fraction(201, 2))


def test_a_checklist_where_nothing_applies_does_not_pull_the_mean() -> None:
    one = checklist("a", stage("a", "甲", "unit", item("a-1")))
    two = checklist("b", stage("b", "乙", "unit", item("b-1")))
    journal = Journal(library(one, two))
    journal.say("a", "本单位", "a-1", DONE)
    journal.say("b", "本单位", "b-1", INAPPLICABLE, "理由")
    assert _score(journal).value == 100


def test_a_red_line_carries_no_points_and_counts_as_open() -> None:
    journal = _one(item("x-1"), redline("x-red"))
    _say(journal, x_1=DONE)
    score = _score(journal)
    assert (score.open, score.value, score.possible) == (1, None, Fraction(4))
    assert shown_range(score) == "100.0～100.0"


@pytest.mark.parametrize(
    ("verdict", "breaches", "flagged", "conclusion"),
    [
        (DONE, 0, 0, "优秀"),
        (PARTLY, 0, 1, "优秀"),
        (HOLLOW, 1, 0, "不合格"),
        (MISSING, 1, 0, "不合格"),
        (INAPPLICABLE, 0, 0, "优秀"),
    ],
)
def test_a_red_line_undone_or_hollow_makes_the_conclusion_and_leaves_the_score(
    verdict: Verdict, breaches: int, flagged: int, conclusion: str
) -> None:
    journal = _one(item("x-1"), redline("x-red"))
    _say(journal, x_1=DONE, x_red=verdict)
    score = _score(journal)
    assert (score.breaches, score.flagged, score.conclusion) == (breaches, flagged, conclusion)
    assert score.value == 100


def test_advice_changes_no_figure() -> None:
    journal = _one(item("x-1"), advice("x-may"))
    _say(journal, x_1=DONE)
    before = _score(journal)
    assert (before.total, before.open, before.value) == (1, 0, Fraction(100))
    _say(journal, x_may=MISSING)
    assert _score(journal) == before


def test_the_items_of_an_undeclared_kind_count_as_open_and_leave_when_declared_absent() -> None:
    journal = Journal()
    journal.add("juece", "规划")
    fill(journal)
    score = _score(journal)
    assert score.open == 4
    assert score.value is None
    journal.absent("zhifa", "case", "全年没有办案")
    journal.absent("zhifa", "person", "另表自查")
    assert (_score(journal).open, _score(journal).value) == (0, Fraction(100))


def test_done_without_evidence_counts_and_is_marked() -> None:
    journal = _one(item("x-1"), item("x-2"))
    _say(journal, x_1=DONE, x_2=MISSING)
    assert (_score(journal).lacking_evidence, _score(journal).value) == (1, Fraction(50))


@pytest.mark.parametrize(
    ("points", "conclusion"),
    [(90, "优秀"), (89, "良好"), (80, "良好"), (79, "合格"), (60, "合格"), (59, "不合格"), (0, "不合格")],
)
def test_the_bands_begin_at_their_limits(points: int, conclusion: str) -> None:
    journal = _one(item("x-1", points=points or 1), item("x-2", points=100 - points))
    _say(journal, x_1=DONE if points else MISSING, x_2=MISSING)
    assert _score(journal).conclusion == conclusion


def test_the_reviewed_score_follows_the_adviser_and_the_officers_stays() -> None:
    journal = _one(item("x-1"), item("x-2"))
    _say(journal, x_1=DONE, x_2=DONE)
    journal.move("submitted")
    journal.review(("x", "本单位", "x-1"), Opinion.CORRECT, MISSING, "没有看到公告")
    assert score_board(journal.board, by_officer)[0].value == 100
    assert score_board(journal.board, by_reviewed)[0].value == 50


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Fraction(1, 20), "0.1"),
        (Fraction(49999, 1000000), "0.0"),
        (Fraction(8445, 100), "84.5"),
        (Fraction(84449, 1000), "84.4"),
        (Fraction(1995, 20), "99.8"),
        (Fraction(200, 3), "66.7"),
        (Fraction(100), "100.0"),
        (Fraction(0), "0.0"),
    ],
)
def test_a_score_is_shown_with_one_decimal_rounded_half_up(value: Fraction, text: str) -> None:
    assert shown(value) == text
    assert str(rounded(value)) in {text, text.removesuffix(".0")}


def test_no_score_is_shown_as_a_dash() -> None:
    assert shown(None) == "–"

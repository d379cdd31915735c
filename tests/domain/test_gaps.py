from __future__ import annotations

import pytest

from fazhi_tui.domain.answers import Opinion
from fazhi_tui.domain.gaps import counted, find_gaps
from fazhi_tui.domain.log.events import Lane
from fazhi_tui.domain.verdict import Verdict
from tests.journal import Journal, fill, keys


def _journal() -> Journal:
    journal = Journal()
    journal.add("juece", "规划")
    return journal


@pytest.mark.parametrize("verdict", Verdict)
def test_a_gap_is_an_item_that_falls_short(verdict: Verdict) -> None:
    journal = _journal()
    journal.say("juece", "本单位", "u-1", verdict, "理由")
    gaps = find_gaps(journal.board)
    assert keys(gaps) == (["u-1"] if verdict.is_short else [])


def test_what_is_open_is_no_gap() -> None:
    assert find_gaps(_journal().board) == ()


def test_gaps_stand_in_the_one_order_numbered_from_one_with_advice_last() -> None:
    journal = _journal()
    journal.say("zhifa", "本单位", "e-1", Verdict.MISSING)
    journal.say("juece", "规划", "m-may", Verdict.MISSING)
    journal.say("juece", "规划", "m-2", Verdict.HOLLOW)
    journal.say("juece", "本单位", "u-2", Verdict.PARTLY)
    gaps = find_gaps(journal.board)
    assert keys(gaps) == ["u-2", "m-2", "e-1", "m-may"]
    assert [gap.number for gap in gaps] == [1, 2, 3, 4]
    assert [gap.verdict.value for gap in gaps] == ["部分落实", "流于形式", "未落实", "未落实"]
    assert keys(counted(gaps)) == ["u-2", "m-2", "e-1"]


def test_the_same_item_short_on_two_sheets_is_two_gaps() -> None:
    journal = _journal()
    journal.add("juece", "定价")
    fill(journal, Verdict.PARTLY)
    assert [g.row.sheet.object for g in find_gaps(journal.board) if g.row.item.id == "m-1"] == [
        "规划",
        "定价",
    ]


@pytest.mark.parametrize(
    ("verdict", "breaks"), [(Verdict.PARTLY, False), (Verdict.HOLLOW, True), (Verdict.MISSING, True)]
)
def test_a_red_line_breaks_when_it_is_undone_or_hollow(verdict: Verdict, breaks: bool) -> None:
    journal = _journal()
    journal.say("juece", "本单位", "u-red", verdict)
    journal.say("juece", "本单位", "u-1", verdict)
    red, plain = sorted(find_gaps(journal.board), key=lambda gap: not gap.row.item.redline)
    assert red.breaks_redline is breaks
    assert not plain.breaks_redline


def test_the_advisers_correction_makes_and_closes_gaps() -> None:
    journal = _journal()
    journal.say("juece", "本单位", "u-1", Verdict.DONE)
    journal.say("juece", "本单位", "u-2", Verdict.MISSING)
    journal.move("submitted")
    journal.review(("juece", "本单位", "u-1"), Opinion.CORRECT, Verdict.HOLLOW, "只有签到表")
    journal.review(("juece", "本单位", "u-2"), Opinion.CORRECT, Verdict.DONE, "已有记录")
    (gap,) = find_gaps(journal.board)
    assert (gap.row.item.id, gap.verdict) == ("u-1", Verdict.HOLLOW)


def test_a_correction_falls_with_the_answer_it_judged() -> None:
    journal = _journal()
    journal.say("juece", "本单位", "u-1", Verdict.DONE)
    journal.move("submitted")
    journal.review(("juece", "本单位", "u-1"), Opinion.CORRECT, Verdict.HOLLOW, "只有签到表")
    journal.move("returned", Lane.ADVISER)
    journal.say("juece", "本单位", "u-1", Verdict.PARTLY, "补了会议记录")
    (gap,) = find_gaps(journal.board)
    assert gap.verdict is Verdict.PARTLY

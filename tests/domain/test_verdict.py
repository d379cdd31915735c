from __future__ import annotations

import pytest

from fazhi_tui.domain.verdict import UNANSWERED, Verdict, mark, parse_verdict, word

WORDS = ["落实", "部分落实", "流于形式", "未落实", "本年未发生", "不适用"]


def test_the_digits_follow_the_order_of_the_words() -> None:
    assert [(v.digit, v.value) for v in Verdict] == [(str(n), w) for n, w in enumerate(WORDS, start=1)]


@pytest.mark.parametrize("text", ["3", "３", " 流于形式 ", "流于形式"])
def test_a_verdict_is_read_from_its_word_or_digit_of_either_width(text: str) -> None:
    assert parse_verdict(text) is Verdict.HOLLOW


@pytest.mark.parametrize("text", ["", "0", "7", "落", "落实了", "11", "三", "done"])
def test_anything_else_is_no_verdict(text: str) -> None:
    assert parse_verdict(text) is None


def test_three_verdicts_fall_short_and_two_need_a_reason_and_leave_the_score() -> None:
    assert [v.value for v in Verdict if v.is_short] == ["部分落实", "流于形式", "未落实"]
    assert [v.value for v in Verdict if v.needs_reason] == ["本年未发生", "不适用"]
    assert [v.value for v in Verdict if not v.counts] == ["本年未发生", "不适用"]


def test_every_verdict_and_none_have_a_mark_of_their_own_one_cell_wide() -> None:
    marks = [mark(v) for v in [*Verdict, None]]
    assert len(set(marks)) == 7
    assert all(len(m) == 1 for m in marks)


def test_no_verdict_is_called_unanswered() -> None:
    assert word(None) == UNANSWERED == "未评"
    assert word(Verdict.DONE) == "落实"

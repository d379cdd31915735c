"""A 复核意见 in words, as every export prints it."""

from __future__ import annotations

from collections.abc import Iterator

from fazhi_tui.domain.answers import Opinion, Review
from fazhi_tui.domain.assessment import Assessment, State
from fazhi_tui.domain.rows import Row
from fazhi_tui.domain.verdict import word

UNREVIEWED = "（未经法律顾问复核）"


def state_words(assessment: Assessment) -> str:
    """The state for a cell or a line: 送审（草稿）, 定稿（未经法律顾问复核）."""
    if assessment.state is not State.FINAL:
        return f"{assessment.state}（草稿）"
    return f"{assessment.state}{UNREVIEWED if assessment.without_review else ''}"


def opinion_words(row: Row) -> str:
    """The opinion in a few words, for a cell: 复核更正为部分落实; empty where there is no review."""
    review = row.review
    if review is None:
        return ""
    if not review.stands(row.answer):
        return f"原复核{review.opinion}已过期"
    verdict = f"为{word(review.verdict)}" if review.opinion is Opinion.CORRECT else ""
    return f"复核{review.opinion}{verdict}"


def review_notices(assessment: Assessment, subject: str = "本清单") -> Iterator[str]:
    """How the assessment came to its state, where a reader of `subject` could take it for reviewed."""
    if assessment.state is State.RETURNED and assessment.returned_for:
        yield f"法律顾问的退回意见：{assessment.returned_for}"
    if assessment.state is not State.FINAL:
        return
    if assessment.without_review:
        late = "；法律顾问的复核意见在定稿以后才并入。" if assessment.has_reviews else "。"
        yield f"{subject}未经法律顾问复核，由填报单位自行定稿{late}"
    elif not assessment.has_reviews:
        yield f"{subject}由法律顾问定稿，没有逐条记录复核意见。"


def review_words(row: Row) -> str:
    """The opinion, its text and who gave it; empty where there is no review."""
    review = row.review
    if review is None:
        return ""
    text = f"：{review.text}" if review.text else ""
    stale = "" if review.stands(row.answer) else "（复核后自评已改动，本意见过期）"
    return f"{kind_words(review)}{text}{signature_words(review)}{stale}"


def kind_words(review: Review) -> str:
    """Which opinion it is: 同意, 退回, 更正为“部分落实”."""
    is_correction = review.opinion is Opinion.CORRECT
    return f"{review.opinion}为“{word(review.verdict)}”" if is_correction else review.opinion.value


def signature_words(review: Review) -> str:
    """Who gave it when, in brackets."""
    return f"（{review.actor}，{chinese_day(review.at)}）"


def chinese_day(at: str) -> str:
    """The day of an event's time as printed: 2026年11月24日; empty for none."""
    year, _, rest = at[:10].partition("-")
    month, _, day = rest.partition("-")
    return f"{year}年{int(month)}月{int(day)}日" if day else ""

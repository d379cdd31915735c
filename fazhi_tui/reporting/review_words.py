"""A 复核意见 in words, as every export prints it."""

from __future__ import annotations

from fazhi_tui.domain.answers import Opinion
from fazhi_tui.domain.rows import Row
from fazhi_tui.domain.verdict import word


def review_words(row: Row) -> str:
    """The opinion, its text and who gave it; empty where there is no review."""
    review = row.review
    if review is None:
        return ""
    opinion = review.opinion.value
    if review.opinion is Opinion.CORRECT:
        opinion = f"{opinion}为“{word(review.verdict)}”"
    text = f"：{review.text}" if review.text else ""
    stale = "" if review.stands(row.answer) else "（复核后自评已改动，本意见过期）"
    return f"{opinion}{text}（{review.actor}，{chinese_day(review.at)}）{stale}"


def chinese_day(at: str) -> str:
    """The day of an event's time as printed: 2026年11月24日; empty for none."""
    year, _, rest = at[:10].partition("-")
    month, _, day = rest.partition("-")
    return f"{year}年{int(month)}月{int(day)}日" if day else ""

"""What a rule comes to, before a verdict is proposed."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Outcome:
    """The arithmetic in words, and whether it holds; None with the reason where that cannot be said.

    `is_faulty`: the facts themselves cannot be right, so that no exception helps.
    """

    words: str
    holds: bool | None
    reason: str = ""
    is_faulty: bool = False


def faulty(words: str, reason: str) -> Outcome:
    """The outcome of facts that cannot be right."""
    return Outcome(words, None, reason, is_faulty=True)


def awaiting(years: tuple[int, ...], assessed: int) -> str:
    """Which years' holidays are not known: 2027年节假日安排尚未公布.

    A year before the assessed one has been published; the calendar at hand does not go back so far.
    """
    shown = f"{years[0]}年至{years[-1]}年" if len(years) > 2 else "、".join(f"{year}年" for year in years)
    return f"{shown}节假日安排{'尚未公布' if years[-1] >= assessed else '没有收录'}"

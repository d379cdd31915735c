"""The six verdicts an officer can give, and none."""

from __future__ import annotations

import unicodedata
from enum import StrEnum


class Verdict(StrEnum):
    """An officer's or adviser's conclusion on one item; the value is the Chinese word."""

    DONE = "落实"
    PARTLY = "部分落实"
    HOLLOW = "流于形式"
    MISSING = "未落实"
    NOT_OCCURRED = "本年未发生"
    INAPPLICABLE = "不适用"

    @property
    def digit(self) -> str:
        """The key that gives this verdict, "1" to "6"."""
        return str(_ORDER.index(self) + 1)

    @property
    def mark(self) -> str:
        """One narrow cell that stands for this verdict on screen."""
        return _MARKS[self]

    @property
    def is_short(self) -> bool:
        """Whether it falls short and makes a gap."""
        return self in SHORT

    @property
    def counts(self) -> bool:
        """Whether it enters numerator and denominator of a score."""
        return self not in EXEMPT

    @property
    def needs_reason(self) -> bool:
        """Whether it must be explained in words."""
        return self in EXEMPT


_ORDER = tuple(Verdict)
_MARKS = dict(zip(_ORDER, "✓~=✗/-", strict=True))
SHORT = frozenset({Verdict.PARTLY, Verdict.HOLLOW, Verdict.MISSING})
EXEMPT = frozenset({Verdict.NOT_OCCURRED, Verdict.INAPPLICABLE})
SCALED = (Verdict.DONE, Verdict.PARTLY, Verdict.HOLLOW, Verdict.MISSING)
BREACHES = frozenset({Verdict.HOLLOW, Verdict.MISSING})
UNANSWERED = "未评"
UNANSWERED_MARK = "."


def word(verdict: Verdict | None) -> str:
    """The word on screen, 未评 for none."""
    return UNANSWERED if verdict is None else verdict.value


def mark(verdict: Verdict | None) -> str:
    """The one-cell mark on screen, a dot for none."""
    return UNANSWERED_MARK if verdict is None else verdict.mark


def parse_verdict(text: str) -> Verdict | None:
    """The verdict named by its word or its digit (full-width digits too); None if it is neither."""
    plain = unicodedata.normalize("NFKC", text).strip()
    for verdict in _ORDER:
        if plain in (verdict.value, verdict.digit):
            return verdict
    return None

"""Scores: exact fractions, a range while anything is open, red lines apart.

No law gives the weights; every output says so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import floor

from fazhi_tui.domain.checklist import Checklist, Item, Stage
from fazhi_tui.domain.rows import Board, Row
from fazhi_tui.domain.scheme import STANDARD, Scheme
from fazhi_tui.domain.verdict import BREACHES, SCALED, Verdict

FULL = Fraction(100)
FAILED = "不合格"

VerdictOf = Callable[[Row], Verdict | None]


def by_officer(row: Row) -> Verdict | None:
    """The verdict behind the 自评分."""
    return row.answer.settled


def by_reviewed(row: Row) -> Verdict | None:
    """The verdict behind the 复核分."""
    return row.effective


@dataclass(frozen=True, slots=True)
class Score:
    """A checklist's or an assessment's standing.

    `total` and `open` count items asked (advice apart); `possible` and `earned` are points of the items that
    apply, counting open ones as nothing; `low` and `high` are 0–100, None where nothing applies; `value` is
    None while anything is open. `breaches`, `flagged` and `open_redlines` count red lines breached, partly
    met and not answered yet.
    """

    total: int
    open: int
    possible: Fraction
    earned: Fraction
    low: Fraction | None
    high: Fraction | None
    breaches: int
    flagged: int
    open_redlines: int
    lacking_evidence: int
    scheme: Scheme = STANDARD

    @property
    def answered(self) -> int:
        """Items answered."""
        return self.total - self.open

    @property
    def value(self) -> Fraction | None:
        """The score, once nothing is open and something applies."""
        return None if self.open else self.low

    @property
    def conclusion(self) -> str:
        """The band, 不合格 where a red line is breached; empty while anything is open or nothing applies."""
        if self.breaches:
            return FAILED
        value = self.value
        return "" if value is None else self.scheme.band(value)


def score_checklist(board: Board, checklist: Checklist, verdict_of: VerdictOf) -> Score:
    """The score of one checklist: Σ points × mean factor ÷ Σ points of the items that apply × 100."""
    rows = [row for view in board.of(checklist.id) for row in view.rows]
    pending = [
        item for gap in board.undeclared if gap.checklist.id == checklist.id for item in gap.open_items
    ]
    return _score(board, checklist, rows, pending, verdict_of)


def score_stage(board: Board, checklist: Checklist, stage: Stage, verdict_of: VerdictOf) -> Score:
    """The score of one stage of a checklist, reckoned as if it were all of it."""
    rows = [row for view in board.of(checklist.id) for row in view.rows if row.stage.id == stage.id]
    mine = {item.id for item in stage.items}
    pending = [
        item
        for gap in board.undeclared
        if gap.checklist.id == checklist.id
        for item in gap.open_items
        if item.id in mine
    ]
    return _score(board, checklist, rows, pending, verdict_of)


def _score(
    board: Board, checklist: Checklist, rows: Sequence[Row], pending: Sequence[Item], verdict_of: VerdictOf
) -> Score:
    factors = _Factors(board.scheme.scale_of(checklist))
    for row in rows:
        factors.add(row.item, verdict_of(row))
    for item in pending:
        factors.add(item, None)
    earned, most, possible = factors.sums()
    breaches = [verdict_of(row) for row in rows if row.item.redline]
    return Score(
        total=sum(not row.item.is_advice for row in rows) + len(pending),
        open=sum(row.is_open for row in rows) + len(pending),
        possible=possible,
        earned=earned,
        low=earned / possible * FULL if possible else None,
        high=most / possible * FULL if possible else None,
        breaches=sum(verdict in BREACHES for verdict in breaches),
        flagged=sum(verdict is Verdict.PARTLY for verdict in breaches),
        open_redlines=sum(row.is_open and row.item.redline for row in rows) + sum(i.redline for i in pending),
        lacking_evidence=sum(row.answer.lacks_evidence for row in rows),
        scheme=board.scheme,
    )


class _Factors:
    """Per item the verdicts over its sheets: an item counts once, with the mean of their factors."""

    def __init__(self, scale: Sequence[Fraction]) -> None:
        self._scale = dict(zip(SCALED, scale, strict=True))
        self._seen: dict[str, tuple[Fraction, list[int]]] = {}

    def add(self, item: Item, verdict: Verdict | None) -> None:
        if item.points is None or (verdict is not None and not verdict.counts):
            return
        if item.id not in self._seen:
            self._seen[item.id] = (item.points, [0] * (len(SCALED) + 1))
        # How many sheets have each verdict of the scale; the open ones last.
        self._seen[item.id][1][len(SCALED) if verdict is None else SCALED.index(verdict)] += 1

    def sums(self) -> tuple[Fraction, Fraction, Fraction]:
        """Points earned, points with every open one full, points possible."""
        earned = most = possible = Fraction(0)
        for counts, points in self._alike():
            done = sum((f * n for f, n in zip(self._scale.values(), counts, strict=False)), Fraction(0))
            earned += points * done / sum(counts)
            most += points * (done + counts[-1]) / sum(counts)
            possible += points
        return earned, most, possible

    def _alike(self) -> Iterable[tuple[tuple[int, ...], Fraction]]:
        """The points of all items that have the same verdicts: exact fractions are slow, so few are made."""
        points: dict[tuple[tuple[int, ...], int], int] = {}
        for weight, counts in self._seen.values():
            key = (tuple(counts), weight.denominator)
            points[key] = points.get(key, 0) + weight.numerator
        return ((counts, Fraction(sum_, part)) for (counts, part), sum_ in points.items())


def score_board(board: Board, verdict_of: VerdictOf) -> tuple[Score, dict[str, Score]]:
    """The assessment's score (weighted mean of its checklists where something applies) and each one's."""
    each = {c.id: score_checklist(board, c, verdict_of) for c in board.checklists}
    return _mean(each, board.scheme), each


def _mean(scores: Mapping[str, Score], scheme: Scheme) -> Score:
    every = list(scores.values())
    weighed = [(scheme.weight_of(id), s) for id, s in scores.items() if s.low is not None]
    return Score(
        total=sum(s.total for s in every),
        open=sum(s.open for s in every),
        possible=sum((s.possible for s in every), Fraction(0)),
        earned=sum((s.earned for s in every), Fraction(0)),
        low=_weighted((weight, s.low) for weight, s in weighed),
        high=_weighted((weight, s.high) for weight, s in weighed),
        breaches=sum(s.breaches for s in every),
        flagged=sum(s.flagged for s in every),
        open_redlines=sum(s.open_redlines for s in every),
        lacking_evidence=sum(s.lacking_evidence for s in every),
        scheme=scheme,
    )


def _weighted(pairs: Iterable[tuple[Fraction, Fraction | None]]) -> Fraction | None:
    """The weighted mean; None where nothing applies or what applies has no weight."""
    known = [(weight, value) for weight, value in pairs if value is not None]
    whole = sum((weight for weight, _ in known), Fraction(0))
    return sum((weight * value for weight, value in known), Fraction(0)) / whole if whole else None


def shown(value: Fraction | None) -> str:
    """A score with one decimal, rounded half up; – for none."""
    return "–" if value is None else f"{rounded(value):.1f}"


def rounded(value: Fraction) -> Decimal:
    """One decimal, half up; the only place where a score is rounded."""
    return Decimal(floor(value * 10 + Fraction(1, 2))) / 10


def shown_range(score: Score) -> str:
    """The score, or the range while anything is open."""
    if score.low is None or score.high is None:
        return "–"
    return shown(score.low) if not score.open else f"{shown(score.low)}～{shown(score.high)}"

"""What the adviser looks at, and why: the rows that bulk agreement leaves out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from fazhi_tui.domain.checklist import Checklist
from fazhi_tui.domain.gaps import Gap, counted
from fazhi_tui.domain.reckoning.sums import is_override
from fazhi_tui.domain.rectifying.repeats import NO_FORMER, FormerYears
from fazhi_tui.domain.reviewing.contradictions import clashes
from fazhi_tui.domain.reviewing.standing import standing, unjudged
from fazhi_tui.domain.rows import Board, Row
from fazhi_tui.domain.scoring import shown
from fazhi_tui.domain.verdict import EXEMPT, Verdict

EXEMPT_LIMIT = Fraction(20)
Key = tuple[str, str, str]


class Concern(StrEnum):
    """Why a row is on the adviser's list; the value is the word on screen."""

    REDLINE = "红线"
    UNPROVEN = "待佐证"
    OVERRIDE = "与核算不一致"
    EXEMPT = "不适用"
    CLASH = "自评矛盾"
    REPEAT = "上年差距"
    OUTDATED = "复核过期"


@dataclass(frozen=True, slots=True)
class Reason:
    """One concern about a row, in words."""

    concern: Concern
    words: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of the list with every reason it is there."""

    row: Row
    reasons: tuple[Reason, ...]

    @property
    def is_judged(self) -> bool:
        """Whether a review of the answer as it stands is recorded."""
        return standing(self.row) is not None


def worklist(board: Board, former: FormerYears = NO_FORMER) -> tuple[Entry, ...]:
    """The rows an adviser should look at one by one, in the one order, those judged already among them.

    Args:
        board: the assessment as it stands.
        former: when each item had a gap before; the last year is said.
    """
    found = _Reasons(board, former)
    entries = (Entry(row, tuple(found.of(row))) for row in board.rows())
    return tuple(entry for entry in entries if entry.reasons)


def agreeable(board: Board, former: FormerYears = NO_FORMER) -> tuple[Row, ...]:
    """What “agree with everything not on the list” would agree with: answered, unjudged, of no concern."""
    listed = {entry.row.key for entry in worklist(board, former)}
    return tuple(row for row in unjudged(board) if row.key not in listed)


def exempt_share(board: Board, checklist: Checklist) -> Fraction:
    """Percent of a checklist's points taken out by 不适用 and 本年未发生, an item by its mean over sheets."""
    points: dict[str, Fraction] = {}
    exempt: dict[str, list[bool]] = {}
    for view in board.of(checklist.id):
        for row in view.rows:
            if row.item.points is not None:
                points[row.item.id] = row.item.points
                exempt.setdefault(row.item.id, []).append(row.answer.settled in EXEMPT)
    out = sum((points[id] * sum(each) / len(each) for id, each in exempt.items()), Fraction(0))
    whole = sum(points.values(), Fraction(0))
    return out / whole * 100 if whole else Fraction(0)


class _Reasons:
    """What is known of the whole board, asked row by row."""

    def __init__(self, board: Board, former: FormerYears) -> None:
        self._board = board
        self._shares = {c.id: exempt_share(board, c) for c in board.checklists}
        self._former = former
        self._clashes: dict[Key, list[str]] = {}
        for clash in clashes(board):
            for row, other in (clash.rows, clash.rows[::-1]):
                self._clashes.setdefault(row.key, []).append(_against(row, other, clash.say))

    def of(self, row: Row) -> Iterator[Reason]:
        verdict = row.answer.settled
        if verdict is not None:
            yield from self._of_answer(row, verdict)
        if row.review is not None and standing(row) is None:
            text = f"：{row.review.text}" if row.review.text else ""
            yield Reason(Concern.OUTDATED, f"上次复核{row.review.opinion}{text}，此后自评已改动")

    def _of_answer(self, row: Row, verdict: Verdict) -> Iterator[Reason]:
        if row.item.redline:
            yield Reason(Concern.REDLINE, f"红线事项，自评为{verdict}")
        if row.answer.lacks_evidence:
            yield Reason(Concern.UNPROVEN, "评为落实，没有列佐证")
        found = self._board.sum_of(row)
        if found is not None and is_override(found, verdict):
            without = "" if row.answer.note else "，没有写说明"
            yield Reason(Concern.OVERRIDE, f"核算建议{found.proposal}，自评为{verdict}{without}")
        if words := self._exempt_words(row, verdict):
            yield Reason(Concern.EXEMPT, words)
        for words in self._clashes.get(row.key, ()):
            yield Reason(Concern.CLASH, words)
        if words := self._former_words(row, verdict):
            yield Reason(Concern.REPEAT, words)

    def _exempt_words(self, row: Row, verdict: Verdict) -> str:
        if verdict not in EXEMPT:
            return ""
        share = self._shares[row.checklist.id]
        if row.item.points is not None and share > EXEMPT_LIMIT:
            return f"本清单不适用和本年未发生的占分值{shown(share)}%，超过{shown(EXEMPT_LIMIT)}%"
        return f"红线事项评为{verdict}" if row.item.redline else ""

    def _former_words(self, row: Row, verdict: Verdict) -> str:
        if row.item.id not in self._former:
            return ""
        year = self._former[row.item.id][-1]
        return f"{year}年也有此差距" if verdict.is_short else f"{year}年有此差距，这次评为{verdict}"


def _years(former: Iterable[Gap], this: int) -> dict[str, int]:
    """The last year before this one that had the gap, by item id."""
    years: dict[str, int] = {}
    for gap in counted(tuple(former)):
        year = gap.board.basis.year
        if year < this:
            years[gap.row.item.id] = max(year, years.get(gap.row.item.id, 0))
    return years


def _against(row: Row, other: Row, say: str) -> str:
    sheet = f"自查表“{other.sheet.object}”的" if other.sheet.object != row.sheet.object else ""
    return f"与{sheet}{other.item.id}（{other.answer.settled}）矛盾：{say}"

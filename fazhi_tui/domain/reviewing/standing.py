"""How the adviser's opinions stand: which hold, which the officer has overtaken, what is without one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from fazhi_tui.domain.answers import Opinion, Review
from fazhi_tui.domain.assessment import Assessment, Sheet
from fazhi_tui.domain.rows import Board, Row


def standing(row: Row) -> Review | None:
    """The review of the answer as it is now; None where there is none or it is 过期."""
    return row.review if row.review is not None and row.review.stands(row.answer) else None


def with_opinion(board: Board, opinion: Opinion) -> tuple[Row, ...]:
    """The rows on which this opinion holds."""
    return tuple(row for row in board.rows() if (found := standing(row)) and found.opinion is opinion)


def returned(board: Board) -> tuple[Row, ...]:
    """What the officer has to answer: the rows that stand 退回, each with the opinion in its review."""
    return with_opinion(board, Opinion.RETURN)


def corrected(board: Board) -> tuple[Row, ...]:
    """The rows on which the adviser's own verdict holds."""
    return with_opinion(board, Opinion.CORRECT)


def outdated(board: Board) -> tuple[Row, ...]:
    """The rows whose answer has changed since it was reviewed."""
    return tuple(row for row in board.rows() if row.review is not None and standing(row) is None)


def unjudged(board: Board) -> tuple[Row, ...]:
    """The answered rows without a review that holds; never reviewed or 过期."""
    return tuple(row for row in board.rows() if row.answer.settled is not None and standing(row) is None)


@dataclass(frozen=True, slots=True)
class Dropped:
    """An opinion other than 同意 on something that is not asked any more."""

    checklist: str
    object: str
    item: str
    review: Review


def dropped(assessment: Assessment, board: Board) -> tuple[Dropped, ...]:
    """What was returned or corrected and then left the assessment.

    It goes with a sheet taken out, a power the unit has not got, or an item newer checklists do not ask.
    """
    asked = {row.key for row in board.rows()}
    gone = [d for sheet in assessment.sheets for d in _objections(sheet) if _key(d) not in asked]
    return (*gone, *(d for sheet in assessment.removed for d in _objections(sheet)))


def _objections(sheet: Sheet) -> Iterator[Dropped]:
    for item, review in sheet.reviews.items():
        if review.opinion is not Opinion.AGREE:
            yield Dropped(sheet.checklist, sheet.object, item, review)


def _key(dropped: Dropped) -> tuple[str, str, str]:
    return (dropped.checklist, dropped.object, dropped.item)

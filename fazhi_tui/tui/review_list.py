"""What the adviser's list shows under each filter, and a line of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from rich.cells import set_cell_size

from fazhi_tui.domain.local_mark import question_words
from fazhi_tui.domain.rectifying.repeats import FormerYears
from fazhi_tui.domain.reviewing.standing import standing, unjudged
from fazhi_tui.domain.reviewing.worklist import Reason, worklist
from fazhi_tui.domain.rows import Board, Row
from fazhi_tui.domain.verdict import mark, word

OPINION_MARKS = {"同意": "同", "更正": "改", "退回": "退"}


class Filter(StrEnum):
    """Which rows are listed; the value is the word on screen."""

    FIRST = "先看"
    UNJUDGED = "未复核"
    JUDGED = "已复核"
    ALL = "全部"

    @property
    def next(self) -> Filter:
        """The one behind it, round and round."""
        every = list(Filter)
        return every[(every.index(self) + 1) % len(every)]


@dataclass(frozen=True, slots=True)
class Listed:
    """A row and why it is worth a look."""

    row: Row
    reasons: tuple[Reason, ...]


def listed(board: Board, former: FormerYears, chosen: Filter) -> tuple[Listed, ...]:
    """The rows under a filter, in the one order; 先看 are those of the work list not judged yet."""
    reasons = {entry.row.key: entry.reasons for entry in worklist(board, former)}
    open_keys = {row.key for row in unjudged(board)}
    rows = (row for row in board.rows() if row.answer.settled is not None or row.review is not None)
    return tuple(
        Listed(row, reasons.get(row.key, ()))
        for row in rows
        if chosen is Filter.ALL
        or (chosen is Filter.FIRST and row.key in reasons and row.key in open_keys)
        or (chosen is Filter.UNJUDGED and row.key in open_keys)
        or (chosen is Filter.JUDGED and standing(row) is not None)
    )


def review_line(entry: Listed) -> str:
    """Opinion, verdict, stage, then why it is worth a look or what it asks."""
    row = entry.row
    found = standing(row)
    opinion = OPINION_MARKS[found.opinion] if found else "  "
    verdict = set_cell_size(f"{mark(row.answer.verdict)} {word(row.answer.verdict)}", 12)
    stage = set_cell_size(row.stage.title, 13)
    why = "、".join(dict.fromkeys(reason.concern.value for reason in entry.reasons))
    return (
        f"{set_cell_size(opinion, 3)}{verdict}{stage}{f'〔{why}〕' if why else ''}{question_words(row.item)}"
    )

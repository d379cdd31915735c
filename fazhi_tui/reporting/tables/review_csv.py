"""The adviser's sheet: every answer as CSV, to be judged elsewhere and read back."""

from __future__ import annotations

from collections.abc import Mapping

from fazhi_tui.domain.filling.cells import evidence_cell
from fazhi_tui.domain.local_mark import question_words
from fazhi_tui.domain.rectifying.repeats import NO_FORMER, FormerYears
from fazhi_tui.domain.reviewing.review_columns import REVIEW_COLUMNS, answer_mark
from fazhi_tui.domain.reviewing.standing import standing
from fazhi_tui.domain.reviewing.worklist import worklist
from fazhi_tui.domain.rows import Board, Row
from fazhi_tui.domain.verdict import word
from fazhi_tui.reporting.tables.csv_cells import csv_bytes
from fazhi_tui.reporting.words.review_words import review_words

Key = tuple[str, str, str]


def review_csv(board: Board, former: FormerYears = NO_FORMER) -> bytes:
    """The sheet with the opinions that hold; read back unchanged it changes nothing.

    An opinion that is 过期 stands under 原复核意见 only: to hold again it has to be given again.

    Args:
        board: the assessment as it stands.
        former: when each item had a gap before, for the hints.
    """
    hints = {
        entry.row.key: "\n".join(f"{reason.concern}：{reason.words}" for reason in entry.reasons)
        for entry in worklist(board, former)
    }
    return csv_bytes(REVIEW_COLUMNS, (_cells(row, board, hints) for row in board.rows()))


def _cells(row: Row, board: Board, hints: Mapping[Key, str]) -> list[str]:
    answer, item = row.answer, row.item
    return [
        *row.key,
        word(answer.settled),
        *_opinion(row),
        hints.get(row.key, ""),
        row.stage.title,
        question_words(item),
        "；".join(cite.text for cite in item.cites),
        answer.note,
        evidence_cell(answer.evidence),
        board.sum_text(row),
        review_words(row),
        answer_mark(answer),
    ]


def _opinion(row: Row) -> tuple[str, str, str]:
    found = standing(row)
    if found is None:
        return ("", "", "")
    return (found.opinion.value, found.verdict.value if found.verdict else "", found.text)

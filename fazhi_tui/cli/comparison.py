"""自评 and 复核 side by side, as `show` prints them."""

from __future__ import annotations

from fazhi_tui.cli.streams import put
from fazhi_tui.cli.tables import put_table
from fazhi_tui.domain.rows import Board
from fazhi_tui.reporting.words.score_comparison import HEADER, comparison_rows, inflation_words, review_counts


def put_comparison(board: Board) -> None:
    """Write how much was reviewed, both scores, and where the officer scored too high."""
    put(f"\n自评与复核对照\n{review_counts(board)}\n{inflation_words(board)}")
    if rows := list(comparison_rows(board)):
        put_table(HEADER, rows, folding=("清单", "更正的检查项"))

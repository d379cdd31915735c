"""The form: every row of an assessment as CSV, to be filled elsewhere and read back."""

from __future__ import annotations

from collections.abc import Collection

from fazhi_tui.domain.filling.cells import FORM_COLUMNS
from fazhi_tui.domain.filling.departments import StageKey
from fazhi_tui.domain.rows import Board
from fazhi_tui.reporting.tables.csv_cells import csv_bytes
from fazhi_tui.reporting.tables.form_rows import form_rows


def form_csv(board: Board, stages: Collection[StageKey] | None = None) -> bytes:
    """The form with what is stored in it; read back unchanged it changes nothing.

    Args:
        board: the rows as they stand.
        stages: those written, None for all.
    """
    return csv_bytes(FORM_COLUMNS, (cells for _, cells in form_rows(board, stages)))

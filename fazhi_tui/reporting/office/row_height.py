"""How high the rows of a workbook are, since not every program works that out when it opens one."""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil

from openpyxl.worksheet.dimensions import RowDimension
from openpyxl.worksheet.worksheet import Worksheet

from fazhi_tui.reporting.office.table_widths import em

_LINE, _SPACE, _MOST = 16.0, 4.0, 409.0
_EDGE = 0.5


class _Fitted(RowDimension):
    """A height that gives way to a longer text, as one set by hand does not."""

    customHeight = False  # noqa: N815 - the library's name


def fit_row(sheet: Worksheet, row: int, texts: Iterable[tuple[str, int]]) -> None:
    """Make a row high enough for its texts, each given with its column's width in digits."""
    lines = max(sum(_lines(line, width) for line in text.split("\n")) for text, width in texts)
    sheet.row_dimensions[row] = _Fitted(sheet, index=row, ht=min(_LINE * lines + _SPACE, _MOST))


def _lines(text: str, width: int) -> int:
    return max(1, ceil(em(text) / (width / 2 - _EDGE)))

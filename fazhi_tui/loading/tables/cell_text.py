"""What a cell of a workbook says, as the text a person would have typed."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal

from fazhi_tui.domain.filling.excel_text import text_of_excel


def cell_text(value: object, number_format: str) -> str:
    """The text of a cell's value: 2024-03-01, 2024-03-01 09:30, 09:30, 1, 0.5, 50%, TRUE.

    Args:
        value: what the library read; None for an empty cell.
        number_format: how the cell shows it; only the percent sign matters.
    """
    if value is None:
        return ""
    if isinstance(value, str):
        return text_of_excel(value)
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, (int, float)):
        return _number(value, is_percent=number_format.rstrip().endswith("%"))
    return _moment(value)


def _number(value: float, *, is_percent: bool) -> str:
    exact = Decimal(repr(value))
    if is_percent:
        exact = (exact * 100).normalize()
    text = f"{exact:f}"
    plain = text.rstrip("0").rstrip(".") if "." in text else text
    return f"{plain}%" if is_percent else plain


def _moment(value: object) -> str:
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ", "minutes")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return value.isoformat("minutes")
    if isinstance(value, timedelta):
        minutes = round(value.total_seconds() / 60)
        return f"{minutes // 60:02}:{minutes % 60:02}"
    return str(value)

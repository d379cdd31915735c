"""CSV that WPS and Excel open as text: a BOM, and no cell that they would run as a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

BOM = b"\xef\xbb\xbf"
GUARDED = "=+-@'"


def escape_cell(text: str) -> str:
    """The cell as written: one that starts with = + - @ or ' gets a ' in front, which reading takes off."""
    return f"'{text}" if text.startswith(tuple(GUARDED)) else text


def csv_bytes(header: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """A CSV file: UTF-8 with BOM, CRLF line ends, every cell escaped."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows([escape_cell(cell) for cell in row] for row in rows)
    return BOM + buffer.getvalue().encode("utf-8")

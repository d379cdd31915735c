"""Tables: drawn by rich on a terminal, aligned plain text everywhere else."""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Collection, Iterable, Sequence

from fazhi_tui.cli.streams import is_terminal, put

_GAP = "  "


def put_table(header: Sequence[str], rows: Iterable[Sequence[str]], *, folding: Collection[str]) -> None:
    """Write a table to stdout; on a narrow terminal only the `folding` columns are broken into lines."""
    if is_terminal(sys.stdout):
        _draw(header, rows, folding)
    else:
        put(plain_table(header, rows))


def plain_table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Columns aligned by screen width, one line a row."""
    lines = [[" ".join(cell.split()) for cell in row] for row in (header, *rows)]
    widths = [max(map(width, column)) for column in zip(*lines, strict=True)]
    return "\n".join(
        _GAP.join(padded(cell, to) for cell, to in zip(line, widths, strict=True)).rstrip() for line in lines
    )


def padded(text: str, to: int) -> str:
    """The text with spaces behind it up to a screen width."""
    return text + " " * (to - width(text))


def width(text: str) -> int:
    """Screen cells of a text: two for a Han character, none for a combining mark."""
    return sum(0 if unicodedata.combining(c) else 1 + (unicodedata.east_asian_width(c) in "WF") for c in text)


def _draw(header: Sequence[str], rows: Iterable[Sequence[str]], folding: Collection[str]) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, header_style="bold", pad_edge=False, padding=(0, 2, 0, 0))
    for name in header:
        table.add_column(Text(name), overflow="fold", no_wrap=name not in folding)
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    Console(file=sys.stdout, highlight=False).print(table)

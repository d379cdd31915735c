"""How wide the columns of a table are, so that it fills the page and never runs off it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from math import ceil

_LEAST, _MOST_UNBROKEN, _MOST_WANTED = 2.0, 7.0, 60.0
_HEAD = 4.0
_FILLED = 0.7
_UNBROKEN = re.compile(r"[!-~]+")


def em(text: str) -> float:
    """How wide a text is, in Han characters."""
    return sum(1.0 if unicodedata.east_asian_width(c) in "WFA" else 0.5 for c in text)


def column_widths(header: Sequence[str], rows: Sequence[Sequence[str]], total: float) -> list[float]:
    """The columns' widths, which add up to `total`.

    Each gets what cannot be broken (a date, a name of few characters; a heading of up to four, or half of
    it where that leaves too little), then a share of what its texts want.

    Args:
        header: its cells; may break after every character.
        rows: the cells, a text for each column.
        total: the width to be filled, in Han characters.
    """
    columns = _columns(header, rows)
    needed = _all_needed(header, columns, 1)
    if sum(needed) > total * _FILLED:
        needed = _all_needed(header, columns, 2)
    wanted = [max(n, _wanted(h, cells)) for n, h, cells in zip(needed, header, columns, strict=True)]
    spare = total - sum(needed)
    if spare <= 0:
        return [total * need / sum(needed) for need in needed]
    grow = [want - need for want, need in zip(wanted, needed, strict=True)]
    if sum(grow) >= spare:
        return [need + spare * more / sum(grow) for need, more in zip(needed, grow, strict=True)]
    return [total * want / sum(wanted) for want in wanted]


def is_roomy(header: Sequence[str], rows: Sequence[Sequence[str]], total: float) -> bool:
    """Whether enough of the width is left, beyond what cannot be broken, for the longer texts."""
    return sum(_all_needed(header, _columns(header, rows), 2)) <= total * _FILLED


def line_count(cells: Sequence[str], widths: Sequence[float]) -> int:
    """How many lines high a row is, about."""
    return max((ceil(em(cell) / width) for cell, width in zip(cells, widths, strict=True)), default=1)


def _columns(header: Sequence[str], rows: Sequence[Sequence[str]]) -> list[tuple[str, ...]]:
    return list(zip(*rows, strict=True)) or [()] * len(header)


def _all_needed(header: Sequence[str], columns: Sequence[tuple[str, ...]], head_lines: int) -> list[float]:
    return [_needed(head, cells, head_lines) for head, cells in zip(header, columns, strict=True)]


def _needed(head: str, cells: Sequence[str], head_lines: int) -> float:
    short = max((em(cell) for cell in cells if em(cell) <= 4), default=0.0)
    unbroken = max((em(run) for cell in cells for run in _UNBROKEN.findall(cell)), default=0.0)
    return max(_LEAST, min(em(head), _HEAD) / head_lines, short, min(unbroken, _MOST_UNBROKEN))


def _wanted(head: str, cells: Sequence[str]) -> float:
    return min(max(map(em, (head, *cells))), _MOST_WANTED)

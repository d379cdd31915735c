"""Chinese line breaking: no line begins with what closes, none ends with what opens (避头尾)."""

from __future__ import annotations

import re

from rich.cells import cell_len

OPENING = "（《「『【〈〔“‘([{"
CLOSING = "，。；：、！？）》」』】〉〕”’…—·％℃,.;:!?)]}%"


def _unit(word: str) -> re.Pattern[str]:
    """What stays on one line: a word, with what opens before it and what closes behind."""
    return re.compile(
        rf"[{re.escape(OPENING)}]*(?:{word}[^\s{re.escape(OPENING)}])?[{re.escape(CLOSING)}]*\s*"
    )


# From the largest that should stay whole to the smallest; what no line can hold is broken into the next.
# Ideographic spaces set apart what belongs together: a fact and its value.
_PIECE = re.compile("\u3000*[^\u3000]+\u3000*|\u3000+")
_UNITS = (_PIECE, _unit(r"[A-Za-z0-9][A-Za-z0-9._/:@+~#=&-]*|"), _unit(""), re.compile(r"\S?\s*"))


def break_offsets(line: str, width: int) -> list[int]:
    """Where to break one line of text so that no part is wider than so many cells (2 at least)."""
    offsets: list[int] = []
    if cell_len(line) <= width:
        return offsets
    column = 0
    for start, text in _fitting(line, 0, width, level=0):
        if column and _is_wider(text, width - column):
            offsets.append(start)
            column = 0
        column += cell_len(text)
    return offsets


def _fitting(text: str, start: int, width: int, level: int) -> list[tuple[int, str]]:
    """The units of a text, each with where it begins; one too wide for a line is broken further."""
    found: list[tuple[int, str]] = []
    for match in _UNITS[level].finditer(text):
        unit, place = match.group(), start + match.start()
        if level + 1 < len(_UNITS) and _is_wider(unit, width):
            found += _fitting(unit, place, width, level + 1)
        elif unit:
            found.append((place, unit))
    return found


def _is_wider(text: str, width: int) -> bool:
    """Whether a text takes more cells; no character takes more than two, and measuring is slow."""
    return 2 * len(text) > width and cell_len(text.rstrip()) > width

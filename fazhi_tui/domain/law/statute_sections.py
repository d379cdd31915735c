"""The sections of a document: 一、 headings, （一） sections, 1. numbered parts."""

from __future__ import annotations

from collections.abc import Sequence

from fazhi_tui.domain.law.statute import Unit
from fazhi_tui.domain.law.statute_lines import Line, heading_mark, item_mark, numbered_mark

# A heading's own line is part of the words only where it says more than a title does.
_TITLE_LENGTH = 60


def read_sections(lines: Sequence[Line]) -> list[Unit]:
    """The sections among the lines; a heading's place is its lead, what stands before its first section."""
    units: list[Unit] = []
    heading, place = "", ""
    block: list[Line] = []
    for line in lines:
        if mark := heading_mark(line):
            # 第五部分 and 五、 below it are one heading.
            units += _unit(place, block) if block or mark[0] != place else []
            heading = place = mark[0]
            block = [Line(mark[1], line.lacks)] if len(mark[1]) > _TITLE_LENGTH else []
        elif mark := item_mark(line):
            units += _unit(place, block)
            place, block = f"{heading}（{mark[0]}）", [Line(mark[1], line.lacks)]
        elif line.is_break:
            units += _unit(place, block)
            place, block = "", []
        else:
            block.append(line)
    return units + _unit(place, block)


def _unit(place: str, block: Sequence[Line]) -> list[Unit]:
    if not place:
        return []
    told = [line for line in _without_signature(block) if line.text]
    places = {place: "\n".join(line.text for line in told)}
    if place.endswith("）"):
        places |= _numbered(place, told)
    lacking = set(places) if any(line.lacks and not line.is_note for line in block) else set()
    return [Unit(place, places, frozenset(lacking))]


def _without_signature(block: Sequence[Line]) -> Sequence[Line]:
    """The block up to its last whole sentence: the issuer and the date below are no section."""
    for position in range(len(block), 1, -1):
        if block[position - 1].is_whole or block[position - 1].lacks:
            return block[:position]
    return block[:1]


def _numbered(place: str, lines: Sequence[Line]) -> dict[str, str]:
    """The parts 1. 2. … of a section with the lines that follow; none where a number stands twice."""
    found: dict[str, str] = {}
    current, twice = "", False
    for line in lines:
        if mark := numbered_mark(line):
            current = f"{place}{mark[0]}"
            twice = twice or current in found
            found[current] = mark[1]
        elif current:
            found[current] += f"\n{line.text}"
    return {} if twice else found

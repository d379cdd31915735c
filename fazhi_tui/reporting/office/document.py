"""A finished document as its readers see it: headings, paragraphs, list entries and tables of plain text."""

from __future__ import annotations

from dataclasses import dataclass

from fazhi_tui.reporting.letter_places import Place

Lines = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is the document's title."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of one or more lines; `place` is None in the body."""

    lines: Lines
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a list: its number (“3. ”, empty for none), its lines, whether entries stand under it."""

    marker: str
    lines: Lines
    has_parts: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table of one-line cells."""

    header: Lines
    rows: tuple[Lines, ...]


@dataclass(frozen=True, slots=True)
class Foot:
    """Where the foot of the document begins."""


Block = Heading | Paragraph | Entry | Table | Foot

"""A report as a document: headings and paragraphs, each run of text with the items it comes from.

Whoever writes it out decides how a heading, a margin reference or a 〔待补〕 looks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, auto

from fazhi_tui.reporting.letter_places import Place


class Kind(Enum):
    """What a run of text is: said of the material, or a mark of what the material lacks."""

    SAID = auto()
    TODO = auto()


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text; `refs` are the items, manual gaps and evidence it was drafted from."""

    text: str
    refs: tuple[str, ...] = ()
    kind: Kind = Kind.SAID


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; `level` 2 is one of the five parts, 3 a section of it, with its numeral in the text."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `number` is its number in a list, 0 for none; `place` is None in the body."""

    pieces: tuple[Piece, ...]
    number: int = 0
    place: Place | None = None


Block = Heading | Paragraph


@dataclass(frozen=True, slots=True)
class Report:
    """A drafted report.

    `advice` is for the drafter and never stays in a final text: what to send where by when.
    `conflicts` are the places where it would contradict itself; a text with any is never final.
    `is_settled`: the self-check is 定稿 and nothing is open. `marks` stand behind the title.
    """

    title: str
    marks: tuple[str, ...]
    advice: tuple[str, ...]
    conflicts: tuple[str, ...]
    blocks: tuple[Block, ...]
    foot: tuple[str, ...]
    is_settled: bool

    @property
    def todos(self) -> tuple[Piece, ...]:
        """What the material lacks, in order."""
        return tuple(piece for piece in pieces(self.blocks) if piece.kind is Kind.TODO)

    @property
    def is_clean(self) -> bool:
        """Whether nothing is left to settle or to fill in."""
        return self.is_settled and not self.conflicts and not self.todos


def pieces(blocks: Iterable[Block]) -> Iterator[Piece]:
    """Every run of text below the headings."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield from block.pieces


def said(text: str, refs: Iterable[str] = ()) -> Piece:
    """Text drafted from these."""
    return Piece(text, tuple(dict.fromkeys(refs)))


def todo(text: str, refs: Iterable[str] = ()) -> Piece:
    """Something that the material lacks."""
    return Piece(text, tuple(dict.fromkeys(refs)), Kind.TODO)


def paragraph(*parts: Piece, number: int = 0, place: Place | None = None) -> Paragraph:
    """A paragraph of these runs."""
    return Paragraph(parts, number, place)

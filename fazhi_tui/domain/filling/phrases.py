"""What can be taken over into a note: gap wordings, and what the unit has written before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from fazhi_tui.domain.log.events import Event
from fazhi_tui.domain.log.undoing import undone_steps
from fazhi_tui.domain.rows import Board, Row

FREQUENT = 10
LAST = 30


@dataclass(frozen=True, slots=True)
class Phrases:
    """Texts for the note of one row; no text stands twice."""

    own: tuple[str, ...]
    frequent: tuple[str, ...]
    last: tuple[str, ...]


def phrases(board: Board, row: Row, events: Sequence[Event]) -> Phrases:
    """What suits a row's note.

    Args:
        board: the assessment as it stands.
        row: the row whose note is written.
        events: the officer's lane, oldest first.
    """
    said = {row.item.gap}
    frequent = _new(frequent_gaps(board, row), said, FREQUENT)
    return Phrases((row.item.gap,), frequent, _new(last_notes(events), said, LAST))


def frequent_gaps(board: Board, row: Row) -> Iterator[str]:
    """The gap wordings of what falls short here, the most frequent first, then the stage's others."""
    short = Counter(
        other.item.gap for other in board.rows() if other.effective is not None and other.effective.is_short
    )
    yield from (gap for gap, _ in short.most_common())
    yield from (item.gap for item in row.stage.items)


def last_notes(events: Sequence[Event]) -> Iterator[str]:
    """The notes written, the newest first; those taken back left out."""
    undone = undone_steps(events)
    for event in reversed(events):
        if event.kind == "answered" and event.seq not in undone:
            for change in reversed(event.payload["changes"]):
                if note := change.get("note"):
                    yield note


def _new(texts: Iterable[str], said: set[str], most: int) -> tuple[str, ...]:
    """The first texts that have not been said, which are then."""
    found: list[str] = []
    for text in texts:
        if len(found) == most:
            break
        if text not in said:
            said.add(text)
            found.append(text)
    return tuple(found)

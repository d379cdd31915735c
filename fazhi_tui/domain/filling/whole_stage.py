"""One verdict and one reason for everything that is still open in a stage."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from fazhi_tui.domain.filling.answering import Change
from fazhi_tui.domain.rows import Row
from fazhi_tui.domain.verdict import Verdict


@dataclass(frozen=True, slots=True)
class WholeStage:
    """The rows of one stage of one sheet: what is open there, red lines apart, and what is answered."""

    open: tuple[Row, ...]
    redlines: tuple[Row, ...]
    answered: int

    @property
    def rows(self) -> tuple[Row, ...]:
        """Everything open."""
        return (*self.open, *self.redlines)

    @property
    def has_notes(self) -> bool:
        """Whether a note was written somewhere before the verdict."""
        return any(row.answer.note for row in self.rows)

    def changes(self, verdict: Verdict, reason: str) -> tuple[Change, ...]:
        """The answers to record; a note that is there already stays, the reason behind it."""
        return tuple(
            Change(*row.key, verdict=verdict, note="\n".join(filter(None, (row.answer.note, reason.strip()))))
            for row in self.rows
        )


def whole_stage(rows: Iterable[Row]) -> WholeStage:
    """What answering a whole stage would touch."""
    asked = [row for row in rows if not row.item.is_advice]
    open_ = [row for row in asked if row.is_open]
    return WholeStage(
        open=tuple(row for row in open_ if not row.item.redline),
        redlines=tuple(row for row in open_ if row.item.redline),
        answered=len(asked) - len(open_),
    )

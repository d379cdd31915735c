"""The same unit's self-check before this one, whose answers can be taken over one by one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from fazhi_tui.domain.adoption import wording
from fazhi_tui.domain.answers import Evidence
from fazhi_tui.domain.assessment import Assessment
from fazhi_tui.domain.filling.answering import Change
from fazhi_tui.domain.rows import Board, Row
from fazhi_tui.domain.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Proposal:
    """What was said on the same item in the same words; `verdict` is the one that held in the end."""

    verdict: Verdict
    note: str
    evidence: tuple[Evidence, ...]

    def change(self, row: Row, note: str) -> Change:
        """The answer it makes of a row; a note and evidence that are there already stay."""
        return Change(
            *row.key,
            verdict=self.verdict,
            note=note if note.strip() else self.note,
            evidence=row.answer.evidence or self.evidence,
        )


@dataclass(frozen=True, slots=True)
class Former:
    """A former self-check: its year, its round, and its answered rows by key."""

    year: int
    round: str
    rows: Mapping[tuple[str, str, str], Row]

    def proposal(self, row: Row) -> Proposal | None:
        """What it says on a row of this year; None where it was not answered, or asked in other words."""
        before = self.rows.get(row.key)
        if before is None or before.effective is None or wording(before.item) != wording(row.item):
            return None
        return Proposal(before.effective, before.answer.note, before.answer.evidence)


def former(assessment: Assessment, board: Board) -> Former:
    """A self-check as one that can be taken over from."""
    rows = {row.key: row for row in board.rows() if row.effective is not None}
    return Former(assessment.year, assessment.round, rows)


def newest_before(now: Assessment, summaries: Mapping[str, Mapping[str, Any] | None]) -> str | None:
    """The id of the same unit's last self-check before this one; None where there is none.

    Args:
        now: this self-check; an example takes over from examples only, the others from none.
        summaries: the summary of each other self-check by id, None for one that does not read.
    """
    earlier: list[tuple[int, str, str]] = []
    for id, summary in summaries.items():
        if summary is None or summary["demo"] != now.is_demo or summary["entry"]["unit"] != now.unit:
            continue
        year, last_at = summary["entry"]["year"], summary["last_at"]
        if year < now.year or (year == now.year and _moment(last_at) < _moment(now.created_at)):
            earlier.append((year, last_at, id))
    return max(earlier)[2] if earlier else None


def _moment(stamp: str) -> datetime:
    return datetime.fromisoformat(stamp)

"""The gap list as a CSV file, a row a gap."""

from __future__ import annotations

from collections.abc import Iterable

from fazhi_tui.domain.rectifying.ledger import Entry, current
from fazhi_tui.reporting.ledger.ledger_words import note_words, problem_words
from fazhi_tui.reporting.tables.csv_cells import csv_bytes
from fazhi_tui.reporting.words.review_words import UNREVIEWED, review_words

HEADER = (
    "序号",
    "清单",
    "自查表",
    "检查项",
    "环节",
    "差距",
    "问题",
    "依据",
    "说明",
    "核算",
    "复核意见",
    "整改措施",
    "责任领导",
    "责任部门",
    "责任人",
    "时限",
    "状态",
)


def gap_csv(entries: Iterable[Entry], *, without_review: bool = False) -> bytes:
    """The gaps in their order, advice last; what the unit has yet to fill in is empty.

    Where no measure is recorded, 整改措施 is the one the checklist suggests. A repeat stands behind 问题.
    `without_review`: it was made final without one, which 复核意见 then says.
    """
    unsaid = UNREVIEWED if without_review else ""
    return csv_bytes(HEADER, [_row(entry, unsaid) for entry in current(entries)])


def _row(entry: Entry, unsaid: str) -> list[str]:
    known, gap = entry.rectification, entry.gap
    return [
        str(entry.number),
        entry.checklist,
        entry.sheet,
        entry.item,
        entry.stage,
        entry.verdict,
        problem_words(entry),
        "、".join(entry.basis),
        note_words(entry),
        gap.computed if gap else "",
        (review_words(gap.row) if gap else "") + unsaid,
        known.measure or (gap.row.item.remedy if gap else ""),
        known.leader,
        known.department,
        known.person,
        known.due,
        entry.status.value,
    ]

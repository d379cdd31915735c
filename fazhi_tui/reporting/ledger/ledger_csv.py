"""The ledger as a CSV file, a row a line."""

from __future__ import annotations

from collections.abc import Iterable

from fazhi_tui.domain.assessment import Assessment
from fazhi_tui.domain.rectifying.ledger import Entry
from fazhi_tui.reporting.ledger.ledger_words import NUMBERLESS, evidence_words, judgement_words, overdue_words
from fazhi_tui.reporting.tables.csv_cells import csv_bytes
from fazhi_tui.reporting.words.review_words import review_words, state_words

HEADER = (
    "序号",
    "清单",
    "自查表",
    "检查项",
    "差距",
    "问题",
    "屡查屡犯",
    "整改措施",
    "责任领导",
    "责任部门",
    "责任人",
    "类型",
    "时限",
    "延期次数",
    "延期理由",
    "逾期",
    "进展",
    "销号佐证",
    "审查意见",
    "状态",
    "复核意见",
    "自查状态",
)


def ledger_csv(entries: Iterable[Entry], assessment: Assessment) -> bytes:
    """The lines in the order given; each says in what state their assessment is."""
    return csv_bytes(HEADER, [ledger_cells(entry, assessment) for entry in entries])


def ledger_cells(entry: Entry, assessment: Assessment) -> list[str]:
    """A line's cells in the order of `HEADER`."""
    known, row = entry.rectification, entry.gap and entry.gap.row
    return [
        NUMBERLESS if entry.number is None else str(entry.number),
        entry.checklist,
        entry.sheet,
        entry.item,
        entry.verdict,
        entry.problem,
        entry.repeat.text if entry.repeat else "",
        known.measure,
        known.leader,
        known.department,
        known.person,
        known.pace.value if known.pace else "",
        known.due,
        str(len(known.extensions)),
        "\n".join(f"延至{put_off.due}：{put_off.reason}" for put_off in known.extensions),
        overdue_words(entry),
        "\n".join(f"{progress.date} {progress.text}" for progress in known.progress),
        evidence_words(known.requests[-1].proof) if known.requests else "",
        judgement_words(known.standing) if known.standing else "",
        entry.status_words,
        review_words(row) if row else "",
        state_words(assessment),
    ]

"""The gap list as a CSV file, a row a gap."""

from __future__ import annotations

from fazhi_tui.domain.gaps import Gap
from fazhi_tui.domain.local_mark import gap_words
from fazhi_tui.reporting.csv_cells import csv_bytes
from fazhi_tui.reporting.gap_sections import UNRECTIFIED
from fazhi_tui.reporting.review_words import review_words

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


def gap_csv(gaps: tuple[Gap, ...]) -> bytes:
    """The gaps in their order, advice last; what the unit has to fill in is empty."""
    return csv_bytes(HEADER, [_row(gap) for gap in gaps])


def _row(gap: Gap) -> list[str]:
    row = gap.row
    return [
        str(gap.number),
        row.checklist.id,
        row.sheet.object,
        row.item.id,
        row.stage.title,
        gap.verdict.value,
        gap_words(row.item),
        "、".join(cite.text for cite in row.item.cites),
        row.answer.note,
        gap.computed,
        review_words(row),
        row.item.remedy,
        "",
        "",
        "",
        "",
        UNRECTIFIED,
    ]

"""The title and the foot that every document has."""

from __future__ import annotations

from fazhi_tui.domain.assessment import Assessment
from fazhi_tui.domain.rows import Board
from fazhi_tui.reporting.gap_list.gap_overview import is_draft
from fazhi_tui.reporting.markdown_escape import inline
from fazhi_tui.reporting.words.review_words import chinese_day

DEMO = "示例"


def document_title(assessment: Assessment, board: Board, what: str) -> str:
    """Unit, year and round, what the document is, and 草稿 or 示例 where it is one; Markdown content."""
    demo = f"（{DEMO}）" if assessment.is_demo else ""
    is_said_by_demo = assessment.is_demo and assessment.round == DEMO
    round_ = f"（{inline(assessment.round)}）" if assessment.round and not is_said_by_demo else ""
    draft = "（草稿）" if is_draft(assessment, board) else ""
    name = f"{inline(assessment.unit)}{assessment.year}年度{round_}"
    return f"{name}法治政府建设自查{what}{draft}{demo}"


def document_foot(assessment: Assessment, check_code: str) -> list[str]:
    """The day of the last event and the 校验码, as Markdown blocks."""
    return [
        "---",
        f"日期：{chinese_day(assessment.last_at)}",
        f"校验码：{check_code}",
        "校验码用于发现电子文件与已签字纸质文本不一致；同时改写文件并重新打印的，校验码不能阻止。",
    ]

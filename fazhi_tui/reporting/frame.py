"""The title and the foot that every document has, the foot with the lines where it is signed."""

from __future__ import annotations

from collections.abc import Iterator

from fazhi_tui.domain.assessment import Assessment
from fazhi_tui.domain.rows import Board
from fazhi_tui.reporting.gap_list.gap_overview import is_draft
from fazhi_tui.reporting.markdown_escape import inline
from fazhi_tui.reporting.words.review_words import chinese_day

DEMO = "示例"
_SIGNERS = ("填报人", "审核人", "单位负责人")
_REVIEWER = "法律顾问（公职律师）"
_BY_HAND = "________________"
_DAY_BY_HAND = "　　　　年　　月　　日"


def document_title(assessment: Assessment, board: Board, what: str) -> str:
    """Unit, year and round, what the document is, and 草稿 or 示例 where it is one; Markdown content."""
    demo = f"（{DEMO}）" if assessment.is_demo else ""
    is_said_by_demo = assessment.is_demo and assessment.round == DEMO
    round_ = f"（{inline(assessment.round)}）" if assessment.round and not is_said_by_demo else ""
    draft = "（草稿）" if is_draft(assessment, board) else ""
    name = f"{inline(assessment.unit)}{assessment.year}年度{round_}"
    return f"{name}法治政府建设自查{what}{draft}{demo}"


def document_foot(assessment: Assessment, check_code: str) -> list[str]:
    """The day of the last event, the 校验码, and where it is signed and stamped, as Markdown blocks."""
    return [
        "---",
        f"日期：{chinese_day(assessment.last_at)}",
        f"校验码：{check_code}",
        "校验码用于发现电子文件与已签字纸质文本不一致；同时改写文件并重新打印的，校验码不能阻止。",
        "---",
        "  \n".join(_to_sign(assessment)),
    ]


def _to_sign(assessment: Assessment) -> Iterator[str]:
    """The lines left for pen and seal; the adviser's only where there was a review."""
    yield f"填报单位（盖章）：{inline(assessment.unit)}"
    first, *rest = _SIGNERS
    for who in (first, *([_REVIEWER] if assessment.has_reviews else []), *rest):
        yield f"{who}（签字）：{_BY_HAND}"
    yield f"签字日期：{_DAY_BY_HAND}"

"""The ledger as a Markdown document, as it stands on a day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from fazhi_tui.domain.assessment import Assessment
from fazhi_tui.domain.rectifying.ledger import Entry
from fazhi_tui.domain.rows import Board
from fazhi_tui.reporting.frame import document_foot, document_title
from fazhi_tui.reporting.gap_list.gap_overview import is_draft, table
from fazhi_tui.reporting.gap_list.gap_pairs import BLANK_TO_FILL
from fazhi_tui.reporting.ledger.ledger_words import (
    HEADER,
    cells,
    counts_words,
    due_words,
    history_lines,
    measure_words,
    number_words,
    overdue_words,
    problem_words,
    who_words,
)
from fazhi_tui.reporting.markdown_escape import continued, inline
from fazhi_tui.reporting.words.review_words import chinese_day, review_notices, review_words


def ledger_markdown(
    assessment: Assessment, board: Board, entries: Sequence[Entry], *, day: date, check_code: str
) -> str:
    """The lines in the order given, first as a table, then each with everything recorded.

    Args:
        assessment: whose ledger it is.
        board: its sheets and rows as they stand.
        entries: the lines.
        day: the day by which what is overdue was found.
        check_code: the 校验码 of the log it was made from.
    """
    blocks = [f"# {document_title(assessment, board, '整改台账')}"]
    if is_draft(assessment, board):
        blocks.append(f"本台账为草稿：自查处于“{assessment.state}”状态，内容以定稿为准。")
    blocks += [continued(words, 0) for words in review_notices(assessment, "所据自查")]
    counts = f"截至{chinese_day(day.isoformat())}，共{len(entries)}条：{counts_words(entries) or '无'}。"
    blocks += ["## 一、总体情况", counts]
    if entries:
        blocks += [table(HEADER, [cells(entry) for entry in entries]), "## 二、逐条情况"]
    blocks += [_block(entry) for entry in entries]
    return "\n\n".join([*blocks, *document_foot(assessment, check_code)]) + "\n"


def _block(entry: Entry) -> str:
    number = number_words(entry)
    # A heading and no list: the numbers are those of the gap list and need not follow each other.
    title = f"#### {number}{'　' if entry.number is None else '. '}{inline(problem_words(entry))}"
    lines = [f"- {label}：{_shown(text)}" for label, text in _pairs(entry)]
    return "\n".join([title, "", *lines])


def _pairs(entry: Entry) -> Iterator[tuple[str, str]]:
    known = entry.rectification
    yield "检查项", "·".join(filter(None, [entry.sheet, entry.item]))
    yield "依据", "、".join(entry.basis)
    if entry.gap and (said := review_words(entry.gap.row)):
        yield "复核意见", said
    yield "整改措施", measure_words(entry) or BLANK_TO_FILL
    yield "责任领导", known.leader or BLANK_TO_FILL
    yield "责任部门（人）", who_words(known) or BLANK_TO_FILL
    yield "整改类型", known.pace.value if known.pace else BLANK_TO_FILL
    late = f"，{overdue_words(entry)}" if entry.overdue else ""
    yield "时限", f"{due_words(known)}{late}" if known.due else BLANK_TO_FILL
    yield from history_lines(known)
    yield "状态", entry.status_words


def _shown(text: str) -> str:
    return text if text == BLANK_TO_FILL else continued(text, 2)

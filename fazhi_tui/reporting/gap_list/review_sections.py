"""What the review adds to a gap list: both scores, what became 落实, what is not settled."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from fazhi_tui.domain.assessment import Assessment
from fazhi_tui.domain.local_mark import gap_words, question_words
from fazhi_tui.domain.reviewing.places import sheet_name
from fazhi_tui.domain.reviewing.remarks import dropped_words
from fazhi_tui.domain.reviewing.standing import corrected, dropped, outdated, returned
from fazhi_tui.domain.rows import Board, Row
from fazhi_tui.domain.verdict import Verdict, word
from fazhi_tui.reporting.gap_list.gap_overview import table
from fazhi_tui.reporting.gap_list.gap_sections import Section, listed, numbered_heading
from fazhi_tui.reporting.markdown_escape import continued, inline, opening
from fazhi_tui.reporting.words.review_words import review_words
from fazhi_tui.reporting.words.score_comparison import HEADER, comparison_rows, inflation_words, review_counts


def review_sections(assessment: Assessment, board: Board) -> Iterator[Section]:
    """自评与复核对照, 复核更正为落实, 未了结的复核意见: the first wherever there are reviews."""
    if not assessment.has_reviews:
        return
    yield Section("自评与复核对照", tuple(_comparison(board)))
    if done := [row for row in corrected(board) if row.effective is Verdict.DONE]:
        lead = "以下事项自评不是落实，经法律顾问复核更正为落实，因而不在差距之列。"
        yield Section("复核更正为落实", (lead, _entries(done)))
    if blocks := list(_unsettled(assessment, board)):
        yield Section("未了结的复核意见", tuple(blocks))


def _comparison(board: Board) -> Iterator[str]:
    yield review_counts(board)
    yield inflation_words(board)
    if rows := list(comparison_rows(board)):
        yield table(HEADER, rows)
    else:
        yield "现行有效的复核意见没有更正自评结论。"


def _unsettled(assessment: Assessment, board: Board) -> Iterator[str]:
    gone = [opening(dropped_words(each)) for each in dropped(assessment, board)]
    parts = (
        ("退回，自评没有改", [_entries(rows)] if (rows := returned(board)) else []),
        ("复核后自评又改动，没有再复核", [_entries(rows)] if (rows := outdated(board)) else []),
        ("退回或更正过、现已不问", [listed(gone)] if gone else []),
    )
    for number, (title, blocks) in enumerate((part for part in parts if part[1]), start=1):
        yield numbered_heading(number, title)
        yield from blocks


def _entries(rows: Sequence[Row]) -> str:
    lines: list[str] = []
    for number, row in enumerate(rows, start=1):
        marker = f"{number}. "
        lines.append(f"{marker}{opening(question_words(row.item))}（{inline(row.item.id)}）")
        for label, text in _pairs(row):
            lines.append(f"{' ' * len(marker)}- {label}：{continued(text, len(marker) + 2)}")
    return "\n".join(lines)


def _pairs(row: Row) -> Iterator[tuple[str, str]]:
    yield "自查表", sheet_name(row)
    yield "自评", word(row.answer.settled)
    verdict = row.answer.settled
    if verdict is not None and verdict.is_short:
        yield "自评所列差距", gap_words(row.item)
    if row.answer.note:
        yield "说明", row.answer.note
    yield "复核意见", review_words(row)

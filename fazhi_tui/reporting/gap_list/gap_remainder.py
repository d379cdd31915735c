"""The rest of a gap list: what is open, what does not apply, what there was none of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from fazhi_tui.domain.assessment import Assessment
from fazhi_tui.domain.local_mark import question_words
from fazhi_tui.domain.rows import Board, Row, SheetView
from fazhi_tui.domain.unit import OBJECT_KINDS
from fazhi_tui.domain.verdict import EXEMPT
from fazhi_tui.reporting.gap_list.gap_sections import Section, listed, numbered_heading
from fazhi_tui.reporting.markdown_escape import continued, inline, opening
from fazhi_tui.reporting.words.review_words import review_words


def remainder_sections(assessment: Assessment, board: Board) -> Iterator[Section]:
    """未评, 不适用与本年未发生, 本年无: each where there is any."""
    parts = (
        ("未评事项", _open(board)),
        ("不适用与本年未发生事项", _exempt(board)),
        ("本年无的声明", _absent(assessment, board)),
    )
    for title, blocks in parts:
        if blocks:
            yield Section(title, tuple(blocks))


def _open(board: Board) -> list[str]:
    sheets = [(view, rows) for view in board.sheets if (rows := [row for row in view.rows if row.is_open])]
    undeclared = [missing for missing in board.undeclared if missing.open_items]
    count = sum(len(rows) for _, rows in sheets) + sum(len(missing.open_items) for missing in undeclared)
    if not count:
        return []
    blocks = [f"共{count}条未评，未评事项不是差距，也不是落实。"]
    for number, (view, rows) in enumerate(sheets, start=1):
        blocks.append(numbered_heading(number, f"{_sheet_name(view)}（{len(rows)}条）"))
        blocks.append(listed(_question(row) for row in rows))
    if undeclared:
        blocks.append(numbered_heading(len(sheets) + 1, "尚未建立的自查表"))
        blocks.append(
            listed(
                f"{opening(missing.checklist.title)}（{OBJECT_KINDS[missing.kind]}）："
                f"尚未建立自查表，也未声明本年无，计{len(missing.open_items)}条未评"
                for missing in undeclared
            )
        )
    return blocks


def _exempt(board: Board) -> list[str]:
    blocks: list[str] = []
    for view in board.sheets:
        rows = [row for row in view.rows if row.effective in EXEMPT]
        if rows:
            blocks.append(numbered_heading(len(blocks) // 2 + 1, f"{_sheet_name(view)}（{len(rows)}条）"))
            blocks.append(_with_reasons(rows))
    return blocks


def _with_reasons(rows: Sequence[Row]) -> str:
    items: list[str] = []
    for number, row in enumerate(rows, start=1):
        marker = f"{number}. "
        indent = len(marker)
        lines = [f"结论：{row.effective}", f"理由：{continued(row.answer.note or '（未填）', indent + 2)}"]
        if row.review is not None:
            lines.append(f"复核意见：{continued(review_words(row), indent + 2)}")
        items += [f"{marker}{_question(row)}", *(f"{' ' * indent}- {line}" for line in lines)]
    return "\n".join(items)


def _absent(assessment: Assessment, board: Board) -> list[str]:
    items: list[str] = []
    for checklist in board.checklists:
        for kind, kind_word in OBJECT_KINDS.items():
            reason = assessment.absent.get((checklist.id, kind))
            if reason is not None:
                indent = len(f"{len(items) + 1}. ")
                words = f"{opening(checklist.title)}（{kind_word}）：本年无。理由："
                items.append(words + continued(reason, indent))
    return [listed(items)] if items else []


def _sheet_name(view: SheetView) -> str:
    return f"{inline(view.checklist.title)}·{inline(view.sheet.object)}"


def _question(row: Row) -> str:
    return f"{opening(question_words(row.item))}（{inline(row.item.id)}）"

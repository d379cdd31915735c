"""The body of a gap list: the gaps, a section a checklist, and the advice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from fazhi_tui.domain.checklist import Checklist
from fazhi_tui.domain.citation import chinese_number
from fazhi_tui.domain.gaps import Gap, counted
from fazhi_tui.domain.local_mark import gap_words
from fazhi_tui.domain.rows import Board
from fazhi_tui.domain.scoring import by_officer, score_checklist
from fazhi_tui.reporting.markdown_escape import continued, inline
from fazhi_tui.reporting.review_words import review_words

BLANK_TO_FILL = "____"
UNRECTIFIED = "未整改"


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the gap list under a heading of its own; `blocks` are Markdown."""

    title: str
    blocks: tuple[str, ...]


def gap_sections(board: Board, gaps: tuple[Gap, ...]) -> Iterator[Section]:
    """A section a checklist, its gaps under their sheets."""
    for checklist in board.checklists:
        mine = [gap for gap in counted(gaps) if gap.row.checklist.id == checklist.id]
        blocks = _by_sheet(mine) if mine else [_nothing_found(board, checklist)]
        yield Section(inline(checklist.title), tuple(blocks))


def advice_sections(gaps: tuple[Gap, ...]) -> Iterator[Section]:
    """The short advice, where there is any."""
    advice = [gap for gap in gaps if gap.is_advice]
    if advice:
        lead = "以下事项法律、文件规定为“可以”，不计分，不计入差距。"
        yield Section("建议", (lead, *(_gap(gap, is_advice=True) for gap in advice)))


def numbered_heading(number: int, title: str) -> str:
    """A heading inside a section: （一）, （二） and so on."""
    return f"### （{chinese_number(number)}）{title}"


def listed(items: Iterable[str]) -> str:
    """A numbered list of one-paragraph items."""
    return "\n".join(f"{number}. {item}" for number, item in enumerate(items, start=1))


def _by_sheet(gaps: Sequence[Gap]) -> Iterator[str]:
    sheets = groupby(gaps, key=lambda gap: gap.row.sheet.object)
    for number, (name, here) in enumerate(sheets, start=1):
        yield numbered_heading(number, inline(name))
        yield from (_gap(gap, is_advice=False) for gap in here)


def _nothing_found(board: Board, checklist: Checklist) -> str:
    score = score_checklist(board, checklist, by_officer)
    if score.open == score.total and score.total:
        return "尚未自评，未形成差距。"
    return "已评事项未发现差距。" if score.open else "未发现差距。"


def _gap(gap: Gap, *, is_advice: bool) -> str:
    marker = f"{gap.number}. "
    indent = len(marker)
    pairs = _advice_pairs(gap) if is_advice else _gap_pairs(gap)
    lines = [f"{' ' * indent}- {label}：{continued(text, indent + 2)}" for label, text in pairs]
    return "\n".join(
        [f"{marker}问题：{inline(gap_words(gap.row.item))}", *lines, *_to_fill(indent, is_advice=is_advice)]
    )


def _gap_pairs(gap: Gap) -> Iterator[tuple[str, str]]:
    row = gap.row
    yield "环节", f"{row.stage.title}（检查项 {row.item.id}）"
    yield "依据", "、".join(cite.text for cite in row.item.cites)
    yield "差距", _verdict_words(gap)
    yield "说明", row.answer.note or "（未填）"
    if gap.computed:
        yield "核算", gap.computed
    if row.review is not None:
        yield "复核意见", review_words(row)
    yield "整改措施", f"（建议措施）{row.item.remedy}"


def _advice_pairs(gap: Gap) -> Iterator[tuple[str, str]]:
    yield "自查表", f"{gap.row.checklist.title}·{gap.row.sheet.object}"
    yield from _gap_pairs(gap)


def _verdict_words(gap: Gap) -> str:
    marks = [gap.verdict.value]
    if gap.breaks_redline:
        marks.append("【红线】")
    elif gap.row.item.redline:
        marks.append("【红线事项】")
    if gap.verdict is not gap.row.answer.verdict and gap.row.answer.verdict is not None:
        marks.append(f"（自评为{gap.row.answer.verdict.value}，复核更正）")
    return "".join(marks)


def _to_fill(indent: int, *, is_advice: bool) -> list[str]:
    if is_advice:
        return []
    labels = ("责任领导", "责任部门（人）", "时限")
    lines = [f"{label}：{BLANK_TO_FILL}" for label in labels]
    return [f"{' ' * indent}- {line}" for line in [*lines, f"状态：{UNRECTIFIED}"]]

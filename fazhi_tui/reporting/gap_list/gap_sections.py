"""The body of a gap list: the gaps, a section a checklist, the manual ones and the advice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from fazhi_tui.domain.checklist import Checklist
from fazhi_tui.domain.gaps import Gap
from fazhi_tui.domain.law.citation import chinese_number
from fazhi_tui.domain.log.events import Lane
from fazhi_tui.domain.rectifying.ledger import Entry
from fazhi_tui.domain.rectifying.manual_gap import OTHER, ManualGap
from fazhi_tui.domain.rows import Board
from fazhi_tui.domain.scoring import by_officer, score_checklist
from fazhi_tui.reporting.gap_list.gap_pairs import Editable, markdown_of, opinion_pair, plan_pairs
from fazhi_tui.reporting.ledger.ledger_words import source_words
from fazhi_tui.reporting.markdown_escape import inline

_Pairs = Iterable[tuple[str, str | Editable]]


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the gap list under a heading of its own; `blocks` are Markdown."""

    title: str
    blocks: tuple[str, ...]


def gap_sections(board: Board, entries: Sequence[Entry], editor: Lane | None = None) -> Iterator[Section]:
    """A section a checklist, its gaps under their sheets; then the manual gaps, where there are any.

    With an `editor` there are marks around what that side may change.
    """
    for checklist in board.checklists:
        mine = [e for e in entries if e.gap and not e.is_advice and e.checklist == checklist.id]
        blocks = _by_sheet(mine, editor) if mine else [_nothing_found(board, checklist)]
        yield Section(inline(checklist.title), tuple(blocks))
    if manual := [_block(e, _manual_pairs(e, e.manual, board), editor) for e in entries if e.manual]:
        yield Section(OTHER, tuple(manual))


def advice_sections(entries: Sequence[Entry], editor: Lane | None = None) -> Iterator[Section]:
    """The short advice, where there is any."""
    advice = [_block(e, _gap_pairs(e, e.gap, editor), editor) for e in entries if e.gap and e.is_advice]
    if advice:
        lead = "以下事项法律、文件规定为“可以”，不计分，不计入差距。"
        yield Section("建议", (lead, *advice))


def numbered_heading(number: int, title: str) -> str:
    """A heading inside a section: （一）, （二） and so on."""
    return f"### （{chinese_number(number)}）{title}"


def listed(items: Iterable[str]) -> str:
    """A numbered list of one-paragraph items."""
    return "\n".join(f"{number}. {item}" for number, item in enumerate(items, start=1))


def _by_sheet(entries: Sequence[Entry], editor: Lane | None) -> Iterator[str]:
    for number, (name, here) in enumerate(groupby(entries, key=lambda entry: entry.sheet), start=1):
        yield numbered_heading(number, inline(name))
        yield from (_block(e, _gap_pairs(e, e.gap, editor), editor) for e in here if e.gap)


def _nothing_found(board: Board, checklist: Checklist) -> str:
    score = score_checklist(board, checklist, by_officer)
    if score.open == score.total and score.total:
        return "尚未自评，未形成差距。"
    return "已评事项未发现差距。" if score.open else "未发现差距。"


def _block(entry: Entry, said: _Pairs, editor: Lane | None) -> str:
    marker = f"{entry.number}. "
    indent = len(marker)
    pairs = [*said, *plan_pairs(entry, editor)]
    lines = [f"{' ' * indent}- {label}：{markdown_of(text, indent + 2)}" for label, text in pairs]
    return "\n".join([f"{marker}问题：{inline(entry.problem)}", *lines])


def _gap_pairs(entry: Entry, gap: Gap, editor: Lane | None) -> Iterator[tuple[str, str | Editable]]:
    row = gap.row
    if entry.is_advice:
        yield "自查表", f"{row.checklist.title}·{row.sheet.object}"
    yield "环节", f"{entry.stage}（检查项 {entry.item}）"
    yield "依据", "、".join(entry.basis)
    yield "差距", _verdict_words(gap)
    if entry.repeat:
        yield "屡查屡犯", entry.repeat.text
    yield "说明", row.answer.note or "（未填）"
    if gap.computed:
        yield "核算", gap.computed
    if row.review is not None:
        yield opinion_pair(entry, row, editor)


def _manual_pairs(entry: Entry, gap: ManualGap, board: Board) -> Iterator[tuple[str, str]]:
    titles = [c.title for c in board.checklists if c.id == gap.checklist]
    place = "·".join([*titles, *filter(None, [entry.stage])])
    yield ("环节", f"{place}（编号 {gap.id}）") if place else ("编号", gap.id)
    yield "依据", "、".join(entry.basis)
    yield "差距", entry.verdict
    yield "说明", source_words(gap)


def _verdict_words(gap: Gap) -> str:
    marks = [gap.verdict.value]
    if gap.breaks_redline:
        marks.append("【红线】")
    elif gap.row.item.redline:
        marks.append("【红线事项】")
    if gap.verdict is not gap.row.answer.verdict and gap.row.answer.verdict is not None:
        marks.append(f"（自评为{gap.row.answer.verdict.value}，复核更正）")
    return "".join(marks)

"""Parts two and four, drafted from the gaps: what falls short and why, and what is planned about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from fazhi_tui.domain.annual.statement import statement
from fazhi_tui.domain.filling.note_parts import note_parts
from fazhi_tui.domain.law.citation import chinese_number
from fazhi_tui.domain.rectifying.ledger import Entry, current
from fazhi_tui.domain.rectifying.manual_gap import OTHER
from fazhi_tui.domain.rectifying.rectification import Rectification, Status
from fazhi_tui.domain.reviewing.standing import standing
from fazhi_tui.domain.rows import Board
from fazhi_tui.domain.verdict import Verdict
from fazhi_tui.reporting.annual.report_document import Block, Heading, Paragraph, Piece, paragraph, said, todo
from fazhi_tui.reporting.annual.report_sentences import (
    account,
    closed,
    is_doubted,
    items_of,
    of_object,
    refs_of,
)
from fazhi_tui.reporting.ledger.ledger_words import due_words, who_words

ADVICE = "建议改进的事项"


@dataclass(frozen=True, slots=True)
class Group:
    """The gaps of one stage; those of one item, told of together, are one of `items`."""

    title: str
    items: tuple[tuple[Entry, ...], ...]

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All of them, in order."""
        return tuple(entry for item in self.items for entry in item)


def shortcomings(board: Board, entries: Iterable[Entry]) -> Iterator[Block]:
    """Part two: the gaps by stage, and in it by cause; the advice behind."""
    groups = gap_groups(board, entries)
    if not groups:
        yield paragraph(todo("自查没有形成差距；不足和原因请按实际情况写"))
    for number, group in enumerate(groups, start=1):
        yield Heading(3, f"（{chinese_number(number)}）{group.title}")
        if group.title == ADVICE:
            yield paragraph(said("以下事项法律、文件规定为“可以”，不计入差距。"))
        for n, item in enumerate(group.items, start=1):
            doubted = [e.gap.row for e in item if e.gap and is_doubted(e.gap.row)]
            marks = [todo("本条标有存疑，核实后再写", items_of(doubted))] if doubted else []
            yield paragraph(_problem(item, board), *marks, number=n)
        yield from _causes(group)


def plans(board: Board, entries: Iterable[Entry]) -> Iterator[Block]:
    """Part four: what is to be done about each gap that is not closed, and what notes plan besides."""
    left = [entry for entry in entries if entry.status is not Status.CLOSED]
    for number, group in enumerate(gap_groups(board, left), start=1):
        yield Heading(3, f"（{chinese_number(number)}）{group.title}")
        for n, item in enumerate(group.items, start=1):
            yield paragraph(*_measures(item), number=n)
        unplanned = [e for e in group.entries if e.gap and not (e.rectification.measure or e.is_advice)]
        if unplanned:
            yield paragraph(todo(_unplanned(group, unplanned), _items(unplanned, group)))
    planned = [
        said(closed(of_object(row, plan)), refs_of((row,)))
        for row in board.rows()
        for plan in note_parts(row.answer.note).plans
    ]
    if planned:
        yield paragraph(said("另作以下安排："), *planned)
    yield paragraph(todo("不足之外的下一年度主要安排（自查里没有年度计划）"))


def gap_groups(board: Board, entries: Iterable[Entry]) -> tuple[Group, ...]:
    """The gaps that stand, by stage in file order, then those of no stage, then the advice."""
    found: dict[str, dict[str, list[Entry]]] = {title: {} for title in _titles(board)}
    for entry in current(entries):
        found[_title(entry, board)].setdefault(entry.item, []).append(entry)
    return tuple(
        Group(title, tuple(tuple(same) for same in items.values())) for title, items in found.items() if items
    )


def _titles(board: Board) -> Iterator[str]:
    for checklist in board.checklists:
        yield from (f"{stage.title}（{checklist.title}）" for stage in checklist.stages)
        yield f"{checklist.title}的{OTHER}"
    yield from (OTHER, ADVICE)


def _title(entry: Entry, board: Board) -> str:
    if entry.is_advice:
        return ADVICE
    checklist = next((c for c in board.checklists if c.id == entry.checklist), None)
    if checklist is None:
        return OTHER
    return f"{entry.stage}（{checklist.title}）" if entry.stage else f"{checklist.title}的{OTHER}"


def _problem(same: Sequence[Entry], board: Board) -> Piece:
    words = closed(f"{_shortfall(same)}（{'；'.join(_marks(same))}）")
    return said(words + "".join(_details(same, board)), _refs(same))


def _shortfall(same: Sequence[Entry]) -> str:
    """The problem as the checklist words it.

    Where the law forbids, that is the whole breach: what is only met in part is put as what was not
    wholly kept.
    """
    gap = same[0].gap
    is_partly = {entry.verdict for entry in same} == {Verdict.PARTLY}
    if gap is None or gap.row.item.force != "不得" or not is_partly:
        return same[0].problem.rstrip("。")
    kept = statement(gap.row.item.question)
    return f"没有完全做到：{kept}" if kept else same[0].problem.rstrip("。")


def _marks(same: Sequence[Entry]) -> Iterator[str]:
    """How far it falls short, how often, whether it is a red line, whether former years had it."""
    if manual := same[0].manual:
        yield f"来源：{manual.source}"
        return
    verdicts = list(dict.fromkeys(entry.verdict for entry in same))
    counts = (f"{v}{sum(e.verdict == v for e in same)}处" if len(same) > 1 else v for v in verdicts)
    yield "、".join(counts)
    gaps = [entry.gap for entry in same if entry.gap]
    if any(gap.row.item.redline for gap in gaps):
        yield "触碰红线" if any(gap.breaks_redline for gap in gaps) else "红线事项"
    if repeat := same[0].repeat:
        yield f"屡查屡犯，{repeat.text}"


def _details(same: Sequence[Entry], board: Board) -> Iterator[str]:
    for entry in same:
        words = ""
        if entry.gap is not None:
            row = entry.gap.row
            review = standing(row)
            words = account(row, board)
            if review is not None and review.text:
                words += closed(f"复核意见：{review.text}")
            words = of_object(row, words) if words else ""
        if entry.status is Status.CLOSED:
            words += "已经整改销号。"
        yield words


def _causes(group: Group) -> Iterator[Paragraph]:
    """Each cause with the numbers of the gaps it is given for; what has none is to be filled in."""
    numbers: dict[str, list[int]] = {}
    refs: dict[str, list[str]] = {}
    without: list[Entry] = []
    for n, item in enumerate(group.items, start=1):
        for entry in item:
            causes = note_parts(entry.gap.row.answer.note).causes if entry.gap else ()
            for cause in causes:
                numbers.setdefault(cause, []).append(n)
                refs.setdefault(cause, []).extend(_items((entry,)))
            if not causes and not entry.is_advice:
                without.append(entry)
    told = [
        said(f"{cause}（第{'、'.join(map(str, dict.fromkeys(given)))}条）。", refs[cause])
        for cause, given in numbers.items()
    ]
    lacking = [todo(_lacking(group, without), _items(without, group))] if without else []
    if told or lacking:
        yield paragraph(said("原因："), *told, *lacking)


def _lacking(group: Group, without: Sequence[Entry]) -> str:
    which = "以上各条" if len(without) == len(group.entries) else f"其余{len(without)}处"
    return f"{which}的主客观原因"


def _unplanned(group: Group, without: Sequence[Entry]) -> str:
    which = "以上" if len(without) == len(group.entries) else f"其中{len(without)}处"
    return f"{which}写的是清单的建议措施，请定本单位的措施、责任领导、责任部门和时限"


def _measures(same: Sequence[Entry]) -> Iterator[Piece]:
    """The measures recorded for the gaps of one item, each once; where none is, the checklist's remedy."""
    found: dict[str, list[Entry]] = {}
    for entry in same:
        remedy = entry.gap.row.item.remedy if entry.gap else ""
        found.setdefault(_plan(entry.rectification) or remedy, []).append(entry)
    for words, mine in found.items():
        if words:
            yield said(closed(words), _items(mine))
        else:
            yield todo(f"整改措施：{mine[0].problem.rstrip('。')}", _items(mine))


def _plan(known: Rectification) -> str:
    if not known.measure:
        return ""
    parts = (
        ("责任领导", known.leader),
        ("责任部门（人）", who_words(known)),
        ("时限", due_words(known)),
        ("类型", known.pace.value if known.pace else ""),
    )
    more = "，".join(f"{label}：{text}" for label, text in parts if text)
    return f"{known.measure.rstrip('。')}（{more}）" if more else known.measure


def _refs(entries: Iterable[Entry]) -> tuple[str, ...]:
    every = tuple(entries)
    return (*refs_of(e.gap.row for e in every if e.gap), *(e.item for e in every if e.manual))


def _items(entries: Iterable[Entry], group: Group | None = None) -> tuple[str, ...]:
    """The items and manual gaps; none where they are the whole group."""
    every = tuple(entries)
    if group is not None and len(every) == len(group.entries):
        return ()
    return (*items_of(e.gap.row for e in every if e.gap), *(e.item for e in every if e.manual))

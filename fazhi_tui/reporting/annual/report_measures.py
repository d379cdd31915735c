"""What was done, drafted from the answers 落实: part one by checklist, part three by stage and person."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from fazhi_tui.domain.annual.report_template import Template
from fazhi_tui.domain.assessment import Assessment
from fazhi_tui.domain.filling.note_parts import note_parts
from fazhi_tui.domain.law.citation import chinese_number
from fazhi_tui.domain.rectifying.ledger import Entry
from fazhi_tui.domain.rectifying.rectification import Status, key_text
from fazhi_tui.domain.rows import Board, Row
from fazhi_tui.domain.unit import OBJECT_KINDS, UNIT
from fazhi_tui.domain.verdict import Verdict
from fazhi_tui.reporting.annual.report_document import Block, Heading, Paragraph, Piece, paragraph, said, todo
from fazhi_tui.reporting.annual.report_done import told_of
from fazhi_tui.reporting.annual.report_rows import by_stage
from fazhi_tui.reporting.annual.report_sentences import closed, items_of, of_object, refs_of

_PERSON = "person"
_COUNTERS = {"matter": "件", "case": "件", "person": "人", "document": "件"}


@dataclass(frozen=True, slots=True)
class Section:
    """A section of a part: its rows, what stands before them, and what is known to be lacking in it.

    `is_one_stage`, `is_one_person`: its title says the stage or the person already.
    """

    title: str
    rows: tuple[Row, ...]
    intro: tuple[Piece, ...] = ()
    lacking: tuple[Piece, ...] = ()
    is_one_stage: bool = False
    is_one_person: bool = False


def measures(
    assessment: Assessment, board: Board, template: Template, entries: Iterable[Entry]
) -> Iterator[Block]:
    """Part one: the numbers, every checklist with what was done, what was put right, what came of it."""
    yield _numbers(board)
    sections = [_of_checklist(assessment, board, checklist.id, template) for checklist in board.checklists]
    yield from _blocks(board, [s for s in sections if s.rows or s.intro or s.lacking])
    if closed_ones := [entry for entry in entries if entry.status is Status.CLOSED]:
        refs = [key_text(entry.key) for entry in closed_ones]
        yield paragraph(said(f"自查发现的问题已经整改销号{len(refs)}条。", ("整改台账", *refs)))
    yield _effects(board)


def responsibility(board: Board, template: Template) -> Iterator[Block]:
    """Part three: the stages that tell of the leadership as a whole, then each person."""
    mine = [row for row in board.rows() if _is_responsibility(row, template)]
    of_unit = by_stage(row for row in mine if row.sheet.kind != _PERSON)
    sections = [
        Section(s.stage.title, tuple(r for i in s.items for r in i.rows), is_one_stage=True) for s in of_unit
    ]
    for view in board.sheets:
        if view.sheet.kind == _PERSON:
            role = f"（{view.sheet.role}）" if view.sheet.role else ""
            sections.append(Section(f"{view.sheet.object}{role}", view.rows, is_one_person=True))
    yield from _blocks(board, sections)
    if not any(view.sheet.role for view in board.sheets):
        yield paragraph(todo("党政主要负责人本人履职的情况（还没有给主要负责人建立写明职务的人员自查表）"))
    if short := [row for row in mine if _is_counted_short(row)]:
        yield paragraph(
            said(f"上述方面自查有{len(short)}项没有完全落实，见第二部分。", items_of(short)),
        )


def _is_responsibility(row: Row, template: Template) -> bool:
    return row.sheet.kind == _PERSON or f"{row.checklist.id}/{row.stage.id}" in template.stages


def _is_counted_short(row: Row) -> bool:
    verdict = row.effective
    return verdict is not None and verdict.is_short and not row.item.is_advice


def _numbers(board: Board) -> Paragraph:
    rows = [row for row in board.rows() if not row.item.is_advice]
    counts = {verdict: sum(row.effective is verdict for row in rows) for verdict in Verdict}
    each = "、".join(f"{verdict}{count}项" for verdict, count in counts.items() if count)
    titles = "".join(f"“{checklist.title}”" for checklist in board.checklists)
    words = f"对照{titles}{len(board.checklists)}份清单逐项自查，已答{sum(counts.values())}项"
    told = said(f"{words}，其中{each}。" if each else f"{words}。", ("全部自查表",))
    open_ones = sum(row.is_open for row in rows) + sum(len(u.open_items) for u in board.undeclared)
    return paragraph(told, *([todo(f"还有{open_ones}项没有自评")] if open_ones else []))


def _of_checklist(assessment: Assessment, board: Board, id: str, template: Template) -> Section:
    views = [v for v in board.of(id) if v.sheet.kind != _PERSON]
    rows = tuple(row for v in views for row in v.rows if not _is_responsibility(row, template))
    counts = {kind: sum(v.sheet.kind == kind for v in views) for kind in OBJECT_KINDS if kind != UNIT}
    there = [f"{OBJECT_KINDS[kind]}{n}{_COUNTERS[kind]}" for kind, n in counts.items() if n]
    intro = [said(f"纳入自查的{'、'.join(there)}。", (f"清单 {id}",))] if there else []
    intro += [
        said(f"本年度没有{OBJECT_KINDS[kind]}：{closed(reason)}", (f"清单 {id} 本年无的声明",))
        for (checklist, kind), reason in assessment.absent.items()
        if checklist == id and kind != _PERSON
    ]
    lacking = tuple(
        todo(f"{OBJECT_KINDS[u.kind]}既没有自查表，也没有声明本年无（{len(u.open_items)}项没有材料）")
        for u in board.undeclared
        if u.checklist.id == id and u.kind != _PERSON
    )
    title = next(c.title for c in board.checklists if c.id == id)
    return Section(title, rows, tuple(intro), lacking)


def _blocks(board: Board, sections: Sequence[Section]) -> Iterator[Block]:
    for number, section in enumerate(sections, start=1):
        yield Heading(3, f"（{chinese_number(number)}）{section.title}")
        if section.intro:
            yield Paragraph(section.intro)
        yield from _done(section, board)
        open_rows = [row for row in section.rows if row.is_open]
        if lacking := (*section.lacking, *_unanswered(open_rows)):
            yield Paragraph(lacking)


def _done(section: Section, board: Board) -> Iterator[Block]:
    """A numbered paragraph for each thing done, the stage named before the first of it."""
    done = [row for row in section.rows if row.effective is Verdict.DONE]
    if not done and section.rows and not any(row.is_open for row in section.rows):
        yield paragraph(todo("自查没有落实的事项，没有可写的举措"))
    number = 0
    for stage in by_stage(done, section.rows):
        name = [] if section.is_one_stage else [said(f"{stage.stage.title}。")]
        for parts in told_of(stage, board, is_object_named=not section.is_one_person):
            number += 1
            yield paragraph(*name, *parts, number=number)
            name = []


def _unanswered(rows: Iterable[Row]) -> Iterator[Piece]:
    counts: dict[str, int] = {}
    for row in rows:
        counts[row.stage.title] = counts.get(row.stage.title, 0) + 1
    if counts:
        each = "、".join(f"{stage}{count}项" for stage, count in counts.items())
        yield todo(f"没有自评、没有材料：{each}")


def _effects(board: Board) -> Paragraph:
    told = [
        said(closed(of_object(row, effect)), refs_of((row,)))
        for row in board.rows()
        for effect in note_parts(row.answer.note).effects
    ]
    if told:
        return paragraph(said("主要成效："), *told)
    return paragraph(todo("主要成效：执法、复议诉讼、审批、普法等方面能溯源的数据"))

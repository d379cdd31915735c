"""The annual report (督察工作规定 25), drafted from a self-check: five parts, each sentence with items."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from fazhi_tui.domain.annual.report_duty import Duty, report_duties
from fazhi_tui.domain.annual.report_template import STANDARD, Part, Template, filled_in
from fazhi_tui.domain.assessment import Assessment, State
from fazhi_tui.domain.law.citation import chinese_number
from fazhi_tui.domain.rectifying.ledger import ledger
from fazhi_tui.domain.rectifying.manual_gap import SOURCES
from fazhi_tui.domain.rectifying.repeats import NO_REPEATS, Repeats
from fazhi_tui.domain.rows import Board
from fazhi_tui.reporting.annual.report_conflicts import conflicts
from fazhi_tui.reporting.annual.report_document import (
    Block,
    Heading,
    Paragraph,
    Report,
    paragraph,
    said,
    todo,
)
from fazhi_tui.reporting.annual.report_measures import measures, responsibility
from fazhi_tui.reporting.annual.report_sentences import chinese_date
from fazhi_tui.reporting.annual.report_shortcomings import plans, shortcomings
from fazhi_tui.reporting.gap_list.gap_overview import is_draft
from fazhi_tui.reporting.letter_places import Place
from fazhi_tui.reporting.words.review_words import chinese_day

DEMO = "示例"
_FOUND_BY_OTHERS = SOURCES[1:]


def draft_report(
    assessment: Assessment,
    board: Board,
    check_code: str,
    *,
    template: Template = STANDARD,
    repeats: Repeats = NO_REPEATS,
) -> Report:
    """The report on the assessed year as far as the self-check carries it.

    Args:
        assessment: the self-check it is drafted from.
        board: its sheets and rows as they stand.
        check_code: the 校验码 of the log.
        template: how the unit words its report.
        repeats: which gaps former years had as well, by item id.
    """
    is_settled = not is_draft(assessment, board)
    return Report(
        title=filled_in(template.title, assessment),
        marks=(DEMO,) if assessment.is_demo else (),
        advice=tuple(_advice(assessment)),
        conflicts=conflicts(board, template),
        blocks=tuple(_blocks(assessment, board, template, repeats)),
        foot=_foot(assessment, check_code),
        is_settled=is_settled,
    )


def _advice(assessment: Assessment) -> Iterator[str]:
    duties = report_duties(assessment.kind, assessment.year)
    for duty in duties.reports:
        copy = f"，同时抄送{'、'.join(duty.copy)}" if duty.copy else ""
        yield f"报送：{_by(duty)}向{'、'.join(duty.to)}报告{copy}（{duty.cite}）。"
    public = duties.publish
    yield f"公开：{_by(public)}通过报刊、网站等向社会公开，涉及党和国家秘密的除外（{public.cite}）。"
    if duties.remark:
        yield duties.remark


def _by(duty: Duty) -> str:
    safe = f"{duty.safe.month}月{duty.safe.day}日"
    return f"{chinese_date(duty.before)}之前（含不含当日没有写明，保守按{safe}以前）"


def _blocks(assessment: Assessment, board: Board, template: Template, repeats: Repeats) -> Iterator[Block]:
    yield _addressees(assessment, template)
    yield from _own(template.opening, assessment)
    entries = ledger(assessment, board, repeats=repeats)
    drafted = {
        Part.MEASURES: measures(assessment, board, template, entries),
        Part.SHORTCOMINGS: shortcomings(board, entries),
        Part.RESPONSIBILITY: responsibility(board, template),
        Part.PLANS: plans(board, entries),
        Part.OTHERS: _others(board, template),
    }
    for number, part in enumerate(Part, start=1):
        text = template.parts[part]
        yield Heading(2, f"{chinese_number(number)}、{filled_in(text.title, assessment)}")
        yield from _own(text.lead, assessment)
        yield from drafted[part]
        yield from _own(text.tail, assessment)
    yield from _own(template.closing, assessment)
    yield from _signature(assessment, template)


def _own(texts: Iterable[str], assessment: Assessment) -> Iterator[Paragraph]:
    for text in texts:
        refs = () if text in STANDARD.opening else ("模板",)
        yield paragraph(said(filled_in(text, assessment), refs))


def _addressees(assessment: Assessment, template: Template) -> Paragraph:
    place = Place.ADDRESSEE
    if template.to:
        return paragraph(
            said(f"{'、'.join(filled_in(name, assessment) for name in template.to)}："), place=place
        )
    duties = report_duties(assessment.kind, assessment.year)
    names = dict.fromkeys(name for duty in duties.reports for name in duty.to)
    return paragraph(todo(f"主送机关全称：{'、'.join(names)}"), said("："), place=place)


def _others(board: Board, template: Template) -> Iterator[Block]:
    for source in _FOUND_BY_OTHERS:
        if found := [gap for gap in board.manual if gap.source == source]:
            words = f"{source}指出的问题{len(found)}条，见第二部分。"
            yield paragraph(said(words, (gap.id for gap in found)))
    text = template.parts[Part.OTHERS]
    if not text.lead and not text.tail:
        yield paragraph(todo("督察整改、败诉、重大舆情等其他需要报告的情况；核过确实没有的写“无”"))


def _signature(assessment: Assessment, template: Template) -> Iterator[Block]:
    yield paragraph(said(assessment.unit), place=Place.SENDER)
    yield paragraph(todo("成文日期"), place=Place.DATE)
    if template.copy:
        copy = "、".join(filled_in(name, assessment) for name in template.copy)
        yield paragraph(said(f"抄送：{copy}"))
        return
    names = [n for duty in report_duties(assessment.kind, assessment.year).reports for n in duty.copy]
    if names:
        yield paragraph(said("抄送："), todo(f"全称：{'、'.join(names)}"))


def _foot(assessment: Assessment, check_code: str) -> tuple[str, ...]:
    unreviewed = assessment.without_review and assessment.state is State.FINAL
    return (
        *(("所据自查未经法律顾问复核，由填报单位自行定稿。",) if unreviewed else ()),
        f"所据自查：{assessment.title}，{assessment.state}，材料截至{chinese_day(assessment.last_at)}",
        f"校验码：{check_code}",
    )

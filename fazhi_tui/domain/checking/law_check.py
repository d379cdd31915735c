"""A checklist against the statute texts at hand."""

from __future__ import annotations

from collections.abc import Iterator

from fazhi_tui.domain.checking.cite_check import check_citation
from fazhi_tui.domain.checking.figure_check import Source, check_figures
from fazhi_tui.domain.checking.force_check import check_law
from fazhi_tui.domain.checking.law_remark import Remark
from fazhi_tui.domain.checklist import Checklist, Item
from fazhi_tui.domain.law.citation import Law
from fazhi_tui.domain.law.statute_book import StatuteBook


def check_against(checklist: Checklist, book: StatuteBook) -> list[Remark]:
    """Every remark, in file order: on its laws, then on each item's citations and figures.

    What depends on a place in `pending`, on an unverified law or on a text that is not at hand is a
    note, not a finding; a law of which all is said to be verified has to be at hand.
    """
    remarks: list[Remark] = []
    for law in checklist.laws:
        instrument = book.find(law)
        remarks += check_law(law, checklist.checked, instrument)
        remarks += [] if instrument else [_no_text(law)]
    for _, item in checklist.items():
        remarks += _check_item(item, book)
    return list(dict.fromkeys(remarks))


def _no_text(law: Law) -> Remark:
    problem = f"手头没有《{law.title}》的文本" + (
        "，清单却写 verified = full。" if law.verified == "full" else "。"
    )
    remedy = "请核对标题，或者把官方文本放进文件夹；已失效的旧版要写 expires。"
    return Remark(f"laws.{law.key}", problem, remedy, is_finding=law.verified == "full")


def _check_item(item: Item, book: StatuteBook) -> Iterator[Remark]:
    sources = []
    for cite in dict.fromkeys([*item.cites, *(item.rule.cites if item.rule else ())]):
        instrument = book.find(cite.law)
        remark = check_citation(f"检查项 {item.id}", cite, instrument) if instrument else None
        if remark is not None:
            yield remark
        sources.append(Source(cite, instrument, book.text(cite)))
    yield from check_figures(item, sources)

"""Which items are asked of a unit in a year, and why the others are not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from fazhi_tui.domain.assessment import Assessment
from fazhi_tui.domain.checklist import Checklist, Item, Stage
from fazhi_tui.domain.law.citation import Law


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An item that is not asked, on any sheet or (with `object`) on one person's, and why."""

    checklist: Checklist
    stage: Stage
    item: Item
    object: str
    reason: str


def why_left_out(item: Item, assessment: Assessment) -> str:
    """Why an item is not asked of this unit in this year; empty if it is asked."""
    if item.kinds and assessment.kind not in item.kinds:
        return f"只问{'、'.join(item.kinds)}，本单位是{assessment.kind}"
    lacking = [flag for flag in item.needs if flag not in assessment.flags]
    if lacking:
        return f"本单位没有{'、'.join(lacking)}"
    if not any(cite.law.in_force_during(assessment.year) for cite in item.cites):
        laws = dict.fromkeys(cite.law for cite in item.cites)
        return f"{assessment.year}年不适用：" + "；".join(_span(law, assessment.year) for law in laws)
    return ""


def why_not_this_role(item: Item, role: str) -> str:
    """Why an item is not asked of a person in this role; empty if it is asked, or no role is given."""
    if item.roles and role and role not in item.roles:
        return f"只问{'、'.join(item.roles)}"
    return ""


def in_force(item: Item, year: int) -> Item:
    """The item without citations of laws that were not in force in the assessed year."""
    cites = tuple(cite for cite in item.cites if cite.law.in_force_during(year))
    return item if len(cites) == len(item.cites) else replace(item, cites=cites)


def left_out_items(assessment: Assessment, checklists: Sequence[Checklist]) -> Iterator[LeftOut]:
    """Every item not asked, in the one order: of the unit first, then those a person's role leaves out."""
    for checklist in checklists:
        people = [s for s in assessment.sheets if s.checklist == checklist.id and s.role]
        for stage, item in checklist.items():
            reason = why_left_out(item, assessment)
            if reason:
                yield LeftOut(checklist, stage, item, "", reason)
                continue
            for sheet in people:
                if stage.object == sheet.kind and (reason := why_not_this_role(item, sheet.role)):
                    yield LeftOut(checklist, stage, item, sheet.object, reason)


def _span(law: Law, year: int) -> str:
    name = f"《{law.title.strip('《》')}》"
    if law.effective.year > year:
        day = law.effective
        return f"{name}自{day.year}年{day.month}月{day.day}日起施行"
    last = law.expires or law.effective
    return f"{name}至{last.year}年{last.month}月{last.day}日止"

"""Which 科室 answers which stages."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from fazhi_tui.domain.assessment import Assessment
from fazhi_tui.domain.checklist import Checklist
from fazhi_tui.domain.log.wish import Wish
from fazhi_tui.domain.rectifying.gap_entry import checklist_of, stage_of
from fazhi_tui.domain.text import clean_name
from fazhi_tui.errors import BadInputError

StageKey = tuple[str, str]
"""Checklist id and stage id."""


def assign(
    assessment: Assessment,
    checklists: Sequence[Checklist],
    checklist: str,
    stages: Collection[str],
    department: str,
) -> Wish | None:
    """Stages given to a 科室; None if that changes nothing.

    Args:
        assessment: the one they are answered in.
        checklists: those adopted.
        checklist: the id of one.
        stages: ids or titles; none means all of the checklist.
        department: its name; empty takes the stages back.

    Raises:
        BadInputError: no such checklist or stage, or no name.
    """
    chosen = checklist_of(checklists, checklist)
    name = clean_name(department, "科室") if department else ""
    wanted = [stage_of(chosen, stage).id for stage in stages] or [stage.id for stage in chosen.stages]
    changed = [s for s in dict.fromkeys(wanted) if assessment.departments.get((chosen.id, s), "") != name]
    if not changed:
        return None
    rows = [{"checklist": chosen.id, "stage": stage, "department": name} for stage in changed]
    return "dept_assigned", {"stages": rows}


def stages_of(
    assessment: Assessment, checklists: Sequence[Checklist], department: str
) -> frozenset[StageKey]:
    """The stages assigned to a 科室.

    Raises:
        BadInputError: it has none.
    """
    name = clean_name(department, "科室")
    asked = {(c.id, stage.id) for c in checklists for stage in c.stages}
    held = {key: who for key, who in assessment.departments.items() if key in asked}
    mine = frozenset(key for key, who in held.items() if who == name)
    if not mine:
        known = "、".join(dict.fromkeys(held.values()))
        hint = f"已分工的科室：{known}。" if known else "请先用 fazhi dept 把环节分给科室。"
        raise BadInputError(f"没有分给“{name}”的环节。", hint)
    return mine

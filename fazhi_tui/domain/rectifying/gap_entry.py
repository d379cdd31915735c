"""Manual gaps: entered, changed, withdrawn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from fazhi_tui.domain.answers import NOTE_LIMIT
from fazhi_tui.domain.assessment import Assessment
from fazhi_tui.domain.checklist import Checklist, Stage
from fazhi_tui.domain.log.wish import Wish
from fazhi_tui.domain.rectifying.manual_gap import CHANGEABLE, SOURCES, ManualGap
from fazhi_tui.domain.rectifying.rectification import BLANK, Status
from fazhi_tui.domain.text import clean_text
from fazhi_tui.errors import BadInputError, RefusedError

_WORDS = {"problem": "问题", "basis": "依据"}
_SAMPLES = {
    "problem": "写明哪件事、差在哪里，如：2023年第3号案卷没有法制审核意见。",
    "basis": "写明法律条款或文件，如：《行政处罚法》第五十八条。",
}


def add_gap(assessment: Assessment, checklists: Sequence[Checklist], fields: Mapping[str, str]) -> Wish:
    """A gap that no item asks for.

    Args:
        assessment: the one it is found in.
        checklists: those adopted.
        fields: `problem`, `basis` and `source`; `checklist` (an id) and `stage` (an id or a title) may be
            given as well.

    Raises:
        BadInputError: a field that is missing or does not fit.
    """
    return "gap_added", {
        "id": f"其他-{len(assessment.manual_gaps) + 1}",
        **_checked({**dict.fromkeys(CHANGEABLE, ""), **fields}, checklists),
    }


def change_gap(
    assessment: Assessment, checklists: Sequence[Checklist], id: str, fields: Mapping[str, str]
) -> Wish | None:
    """Other words, basis, source or place for a manual gap; None if that changes nothing.

    Raises:
        BadInputError: no such gap, or a field that does not fit.
        RefusedError: its closing has been asked for.
    """
    gap = _changeable(assessment, id)
    before = {name: getattr(gap, name) for name in CHANGEABLE}
    wanted = {**before, **fields}
    if fields.get("checklist", gap.checklist) != gap.checklist and "stage" not in fields:
        wanted["stage"] = ""
    after = _checked(wanted, checklists)
    changed = {name: text for name, text in after.items() if text != before[name]}
    return ("gap_changed", {"id": gap.id, **changed}) if changed else None


def withdraw_gap(assessment: Assessment, id: str, reason: str) -> Wish:
    """Take a manual gap out of the list; what was recorded about it stays in the ledger.

    Raises:
        BadInputError: no such gap, or no reason.
        RefusedError: its closing has been asked for.
    """
    gap = _changeable(assessment, id)
    why = clean_text(reason, "撤回的理由", NOTE_LIMIT)
    if not why:
        raise BadInputError("撤回差距必须写理由。", "如：与第3条重复；经核实不属实，附核查记录。")
    return "gap_withdrawn", {"id": gap.id, "reason": why}


def stage_of(checklist: Checklist, name: str) -> Stage:
    """The stage with this id or title; an id wins.

    Raises:
        BadInputError: none has it.
    """
    found = [s for s in checklist.stages if s.id == name] or [s for s in checklist.stages if s.title == name]
    if not found:
        known = "、".join(f"{s.title}（{s.id}）" for s in checklist.stages)
        raise BadInputError(f"清单“{checklist.title}”没有环节“{name}”。", f"可写：{known}。")
    return found[0]


def checklist_of(checklists: Sequence[Checklist], id: str) -> Checklist:
    """The adopted checklist with this id.

    Raises:
        BadInputError: there is none.
    """
    found = next((c for c in checklists if c.id == id), None)
    if found is None:
        known = "、".join(c.id for c in checklists)
        raise BadInputError(f"这次自查没有清单“{id}”。", f"可用：{known}。")
    return found


def _checked(fields: Mapping[str, str], checklists: Sequence[Checklist]) -> dict[str, str]:
    made = {name: clean_text(fields[name], word, NOTE_LIMIT) for name, word in _WORDS.items()}
    for name, text in made.items():
        if not text:
            raise BadInputError(f"差距的{_WORDS[name]}不能为空。", _SAMPLES[name])
    source = fields["source"].strip()
    if source not in SOURCES:
        problem = f"来源“{source}”不认识。" if source else "没有写来源。"
        raise BadInputError(problem, f"可写：{'、'.join(SOURCES)}。")
    checklist, stage = fields["checklist"].strip(), fields["stage"].strip()
    if stage and not checklist:
        raise BadInputError("写了环节，没有写清单。", "请写环节属于哪份清单。")
    if checklist:
        chosen = checklist_of(checklists, checklist)
        stage = stage_of(chosen, stage).id if stage else ""
    return {**made, "source": source, "checklist": checklist, "stage": stage}


def _changeable(assessment: Assessment, id: str) -> ManualGap:
    gap = assessment.manual_gaps.get(id)
    if gap is None or gap.withdrawn:
        standing = [g.id for g in assessment.manual_gaps.values() if not g.withdrawn]
        hint = f"现有：{'、'.join(standing)}。" if standing else "还没有登记其他问题。"
        raise BadInputError(f"没有编号为“{id}”的其他问题。", hint)
    status = assessment.rectifications.get(gap.key, BLANK).status
    if status in {Status.REQUESTED, Status.CLOSED}:
        raise RefusedError(f"“{id}”的整改已是“{status}”，不能再改或撤回，未写入。", "刚做的申请可先撤销。")
    return gap

"""What a wish becomes: checked against the assessment, turned into the payload of one event.

Every function returns `(kind, payload)` or raises; nothing else makes payloads.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import asdict

from fazhi_tui.domain.adoption import Unconfirmed
from fazhi_tui.domain.answers import NOTE_LIMIT, fact_value, why_no_fact
from fazhi_tui.domain.assessment import Assessment
from fazhi_tui.domain.checklist import Checklist, FactSpec
from fazhi_tui.domain.log.wish import Wish
from fazhi_tui.domain.reckoning.params import Param, each_once, find_param
from fazhi_tui.domain.scheme import STANDARD, Scheme, scheme_data
from fazhi_tui.domain.text import clean_name, clean_text
from fazhi_tui.domain.unit import FLAGS, OBJECT_KINDS, OWN, ROLES, UNIT, UNIT_KINDS
from fazhi_tui.errors import BadInputError, RefusedError

FIRST_YEAR, LAST_YEAR = 2004, 2099
ROUND_LIMIT = 20


def create(
    *, unit: str, year: int, kind: str, round_: str, flags: Iterable[str], is_demo: bool = False
) -> Wish:
    """The birth of an assessment; its id is added where its folder is made."""
    if kind not in UNIT_KINDS:
        raise BadInputError(f"单位类别“{kind}”不认识。", f"可写：{'、'.join(UNIT_KINDS)}。")
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise BadInputError(f"年度{year}不在{FIRST_YEAR}至{LAST_YEAR}之间。", "请写被自查的年度，如 2023。")
    _require_flags(flags)
    payload = {
        "unit": clean_name(unit, "单位名称"),
        "year": year,
        "kind": kind,
        "round": " ".join(clean_text(round_, "轮次", ROUND_LIMIT).split()),
        "flags": [flag for flag in FLAGS if flag in set(flags)],
        "demo": is_demo,
    }
    return "created", payload


def change_profile(assessment: Assessment, *, has: Collection[str], lacks: Collection[str]) -> Wish | None:
    """The unit's powers, changed; None if that changes nothing."""
    _require_flags([*has, *lacks])
    if both := [flag for flag in FLAGS if flag in has and flag in lacks]:
        raise BadInputError(f"职权“{'、'.join(both)}”不能既有又没有。", "请只写一处。")
    flags = (assessment.flags | set(has)) - set(lacks)
    if flags == assessment.flags:
        return None
    return "profile_changed", {"flags": [flag for flag in FLAGS if flag in flags]}


def adopt(
    checklists: Sequence[Checklist],
    digest: str,
    scheme: Scheme = STANDARD,
    unconfirmed: Iterable[Unconfirmed] = (),
) -> Wish:
    """The checklists and the scheme an assessment is made under; `unconfirmed` are answers to others."""
    if not checklists:
        raise BadInputError("没有可用的清单。", "请至少选一份清单。")
    return "adopted", {
        "digest": digest,
        "checklists": [{"id": c.id, "version": c.version} for c in checklists],
        "scheme": scheme_data(scheme),
        "unconfirmed": [asdict(u) for u in unconfirmed],
    }


def add_sheet(
    assessment: Assessment,
    checklists: Sequence[Checklist],
    checklist: str,
    name: str,
    *,
    kind: str = "",
    role: str = "",
) -> Wish:
    """A sheet for one more matter, case file, person or document."""
    chosen = _object_kind(checklists, checklist, kind)
    title = _free_name(assessment, checklist, name)
    if role and chosen != "person":
        raise BadInputError("只有人员自查表才分职务。", "请去掉职务。")
    if role and role not in ROLES:
        raise BadInputError(f"职务“{role}”不认识。", f"可写：{'、'.join(ROLES)}。")
    return "sheet_added", {"checklist": checklist, "object": title, "kind": chosen, "role": role}


def rename_sheet(assessment: Assessment, checklist: str, old: str, new: str) -> Wish:
    """Another name for a sheet's object."""
    _existing(assessment, checklist, old)
    return "sheet_renamed", {
        "checklist": checklist,
        "object": old,
        "to": _free_name(assessment, checklist, new),
    }


def remove_sheet(assessment: Assessment, checklist: str, name: str) -> Wish:
    """Take a sheet out; its answers stay in history."""
    _existing(assessment, checklist, name)
    return "sheet_removed", {"checklist": checklist, "object": name}


def declare_absent(
    assessment: Assessment, checklists: Sequence[Checklist], checklist: str, kind: str, reason: str
) -> Wish:
    """本年无: no object of this kind this year, and why."""
    chosen = _object_kind(checklists, checklist, kind)
    word = OBJECT_KINDS[chosen]
    if any(s.checklist == checklist and s.kind == chosen for s in assessment.sheets):
        raise RefusedError(f"已有{word}自查表，不能声明本年无。", "确实没有的，先移除这些自查表。")
    why = clean_text(reason, "理由", NOTE_LIMIT)
    if not why:
        raise BadInputError(
            f"声明本年无{word}必须写理由。", "例如：逐类研判后没有符合条件的事项，附研判记录。"
        )
    return "absent_declared", {"checklist": checklist, "kind": chosen, "reason": why}


def set_param(
    assessment: Assessment, checklists: Sequence[Checklist], name: str, value: str, source: str
) -> Wish | None:
    """A local figure with the local text it stands in; None if that is what is filled in already.

    Args:
        assessment: the assessment it is for.
        checklists: those adopted, which say what figures there are.
        name: the parameter's id or label.
        value: a number, or a day; one without a year is in the assessed year.
        source: the local text: 《某省重大行政决策程序规定》第十六条.
    """
    spec = find_param(each_once(p for c in checklists for p in c.params), name)
    fact = FactSpec(spec.id, spec.label, spec.type)
    normal = fact_value(fact, value, assessment.year)
    if normal is None:
        why = why_no_fact(fact, value, assessment.year)
        raise BadInputError(f"地方参数“{spec.label}”写成了“{value}”：{why}。", "请改正后再填。")
    if normal.startswith("-"):
        raise BadInputError(f"地方参数“{spec.label}”不能小于0，现为“{value}”。", "请核对。")
    param = Param(normal, " ".join(clean_text(source, "出处", NOTE_LIMIT).split()))
    if not param.source:
        raise BadInputError(
            f"地方参数“{spec.label}”必须写出处。",
            "请写本地的依据，如：《某省重大行政决策程序规定》第十六条。",
        )
    if assessment.params.get(spec.id) == param:
        return None
    return "param_set", {"id": spec.id, "value": param.value, "source": param.source}


def clear_param(assessment: Assessment, checklists: Sequence[Checklist], name: str) -> Wish | None:
    """A local figure, named by its id or label, not filled in again; None if it is not filled in."""
    spec = find_param(each_once(p for c in checklists for p in c.params), name)
    return ("param_set", {"id": spec.id, "value": "", "source": ""}) if spec.id in assessment.params else None


def _require_flags(flags: Iterable[str]) -> None:
    if unknown := sorted(set(flags) - set(FLAGS)):
        raise BadInputError(f"单位职权“{'、'.join(unknown)}”不认识。", f"可写：{'、'.join(FLAGS)}。")


def _checklist(checklists: Sequence[Checklist], id: str) -> Checklist:
    for checklist in checklists:
        if checklist.id == id:
            return checklist
    known = "、".join(c.id for c in checklists)
    raise BadInputError(f"这次自查没有清单“{id}”。", f"可用：{known}。")


def _object_kind(checklists: Sequence[Checklist], id: str, kind: str) -> str:
    checklist = _checklist(checklists, id)
    kinds = [k for k in checklist.object_kinds() if k != UNIT]
    if not kinds:
        raise BadInputError(f"清单“{checklist.title}”只按本单位自查，不能加自查表。")
    hint = f"可写：{'、'.join(f'{OBJECT_KINDS[known]}（{known}）' for known in kinds)}。"
    if not kind and len(kinds) > 1:
        raise BadInputError(f"清单“{checklist.title}”有几类对象，请指明一类。", hint)
    if kind and kind not in kinds:
        raise BadInputError(f"清单“{checklist.title}”没有“{kind}”这类对象。", hint)
    return kind or kinds[0]


def _free_name(assessment: Assessment, checklist: str, name: str) -> str:
    title = clean_name(name, "自查表名称")
    if title == OWN or assessment.sheet(checklist, title) is not None:
        raise BadInputError(f"清单里已有自查表“{title}”。", "请换一个能区分的名称。")
    return title


def _existing(assessment: Assessment, checklist: str, name: str) -> None:
    if name == OWN:
        raise BadInputError("“本单位”自查表不能改名或移除。")
    if assessment.sheet(checklist, name) is None:
        raise BadInputError(f"清单“{checklist}”里没有自查表“{name}”。", "请核对名称。")

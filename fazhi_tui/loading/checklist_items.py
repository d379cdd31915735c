"""Reading the items of a checklist: citations, points, facts."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from fractions import Fraction

from fazhi_tui.domain.checklist import FACT_TYPES, FORCES, FactSpec, Force, Item
from fazhi_tui.domain.citation import WHOLE, Citation, Law, is_place
from fazhi_tui.domain.unit import FLAGS, ROLES, UNIT_KINDS
from fazhi_tui.loading.rule_check import check_rule
from fazhi_tui.loading.table import Table

_KEYS = [
    "id",
    "question",
    "force",
    "points",
    "cites",
    "applies",
    "for",
    "roles",
    "needs",
    "guidance",
    "evidence",
    "gap",
    "remedy",
    "redline",
    "facts",
    "rule",
    "replaces",
]


def read_item(table: Table, laws: Mapping[str, Law], params: Collection[str], object_kind: str) -> Item:
    """An item; every fault is noted in the table."""
    table.only(_KEYS)
    force = _force(table)
    redline = table.flag("redline")
    facts = _facts(table)
    if "rule" in table.data:
        check_rule(table.sub(table.data["rule"], table.place), {f.id for f in facts}, params)
    if table.data.get("roles") and object_kind != "person":
        table.fault("只有按人员（person）自查的环节才写 roles。", "请删去 roles。")
    return Item(
        id=table.id(),
        question=table.text("question", required=True),
        force=force,
        points=_points(table, is_scored=force != "可以" and not redline),
        cites=_cites(table, laws),
        gap=table.text("gap", required=True),
        remedy=table.text("remedy", required=True),
        applies=table.text("applies"),
        kinds=table.texts("for", one_of=UNIT_KINDS),
        roles=table.texts("roles", one_of=ROLES),
        needs=table.texts("needs", one_of=FLAGS),
        guidance=table.text("guidance"),
        evidence=table.texts("evidence"),
        redline=_redline(table, force, redline=redline),
        facts=facts,
        rule=table.data.get("rule"),
        replaces=table.flag("replaces"),
    )


def _force(table: Table) -> Force:
    written = table.text("force", required=True, one_of=FORCES)
    return next((force for force in FORCES if force == written), "应当")


def _redline(table: Table, force: Force, *, redline: bool) -> bool:
    if redline and force == "可以":
        table.fault("“可以”的检查项不能是红线。", "请删去 redline，或改正 force。")
    return redline


def _points(table: Table, *, is_scored: bool) -> Fraction | None:
    points = table.number("points")
    if not is_scored:
        if "points" in table.data:
            table.fault("红线和“可以”的检查项不计分，不能写 points。", "请删去 points。")
        return None
    if "points" not in table.data:
        table.fault("缺少分值 points。", "请写大于0的数，如 points = 4。")
    elif points is not None and points <= 0:
        table.fault(f"分值 points = {table.data['points']} 不大于0。", "请写大于0的数。")
        return Fraction(1)
    return points


def _cites(table: Table, laws: Mapping[str, Law]) -> tuple[Citation, ...]:
    written = table.texts("cites")
    if not written:
        table.fault("没有依据 cites。", '请写出法条，如 cites = ["zdjc:15.1"]。')
    found = []
    for cite in written:
        key, colon, place = cite.partition(":")
        if not colon and key in laws and laws[key].verified == "unverified":
            found.append(Citation(laws[key], WHOLE))
        elif not colon or not is_place(place):
            table.fault(
                f"依据“{cite}”写法不对。",
                "请写 法律键:条.款.项（zdjc:15.1）或 法律键:段号（sxzd:二（六））。",
            )
        elif key not in laws:
            table.fault(
                f"依据“{cite}”的法律键“{key}”没有声明。", f"请补写 [laws.{key}]，或改为：{'、'.join(laws)}。"
            )
        else:
            found.append(Citation(laws[key], place))
    if len(set(written)) != len(written):
        table.fault("同一依据写了两遍。", "请删去重复的。")
    return tuple(found)


def _facts(table: Table) -> tuple[FactSpec, ...]:
    specs: list[FactSpec] = []
    for data in table.tables("facts"):
        inner = table.sub(data, table.place)
        inner.only(("id", "label", "type"))
        kind = inner.text("type", required=True, one_of=FACT_TYPES)
        spec = FactSpec(inner.id(), inner.text("label", required=True), kind)
        if any(spec.id == s.id or spec.label == s.label for s in specs):
            inner.fault(f"事实“{spec.id}”（{spec.label}）重复。", "编号和名称都不能重复。")
        specs.append(spec)
    return tuple(specs)

"""Reading the items of a checklist."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from fazhi_tui.domain.checklist import FORCES, Force, Item
from fazhi_tui.domain.law.citation import Citation, Law
from fazhi_tui.domain.reckoning.params import ParamSpec
from fazhi_tui.domain.unit import FLAGS, ROLES, UNIT_KINDS
from fazhi_tui.loading.checklists.citations import read_citations
from fazhi_tui.loading.checklists.item_facts import read_facts
from fazhi_tui.loading.checklists.item_rule import read_rule, with_hours
from fazhi_tui.loading.checklists.table import Table

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


def read_item(table: Table, laws: Mapping[str, Law], params: Sequence[ParamSpec], object_kind: str) -> Item:
    """An item; every fault is noted in the table."""
    table.only(_KEYS)
    force = _force(table)
    redline = table.flag("redline")
    facts, rule = read_facts(table), None
    if "rule" in table.data:
        rule = read_rule(table.sub(table.data["rule"], table.place), facts, params, laws)
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
        facts=with_hours(facts, rule),
        rule=rule,
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
    return read_citations(table, written, laws)

"""Reading an item's rule: which sum its facts are put to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from fazhi_tui.domain.checklist import FactSpec
from fazhi_tui.domain.law.citation import Citation, Law
from fazhi_tui.domain.reckoning.params import ParamSpec
from fazhi_tui.domain.reckoning.rule import By, Count, Extension, Order, Ratio, Rule, Span, Unit
from fazhi_tui.loading.checklists.citations import read_citations
from fazhi_tui.loading.checklists.rule_values import RuleValues
from fazhi_tui.loading.checklists.table import Table

_SPAN = {"from", "to", "days", "months", "hours", "calendar", "roll", "unless", "extend", "cite"}
_KEYS = {
    "at_least": _SPAN | {"after"},
    "at_most": _SPAN,
    "by": {"fact", "date", "year", "inclusive", "roll", "cite"},
    "order": {"facts", "cite"},
    "ratio": {"part", "whole", "min", "cite"},
    "count": {"fact", "min", "cite"},
}
_UNITS: tuple[Unit, ...] = ("days", "months", "hours")
_YEARS = ("same", "next")


def read_rule(
    table: Table, facts: Sequence[FactSpec], params: Sequence[ParamSpec], laws: Mapping[str, Law]
) -> Rule | None:
    """The rule; None where a fault was noted in the table."""
    kind = table.text("kind", required=True, one_of=tuple(_KEYS))
    if kind not in _KEYS:
        return None
    table.only({"kind", *_KEYS[kind]})
    before = len(table.findings)
    values = RuleValues(table, kind, facts, params)
    cites = read_citations(table, _cited(table), laws)
    rule = _span(values, cites) if _KEYS[kind] >= _SPAN else _other(values, cites)
    return rule if len(table.findings) == before else None


def with_hours(facts: Sequence[FactSpec], rule: Rule | None) -> tuple[FactSpec, ...]:
    """The facts as they are asked for: a rule that counts hours asks its two dates with the hour."""
    if not isinstance(rule, Span) or rule.unit != "hours":
        return tuple(facts)
    return tuple(replace(spec, type="time") if spec.id in rule.facts else spec for spec in facts)


def _cited(table: Table) -> tuple[str, ...]:
    written = table.data.get("cite", [])
    if isinstance(written, str):
        return (written,)
    if isinstance(written, list) and all(isinstance(cite, str) for cite in written):
        return tuple(written)
    table.fault("规则的 cite 应当是依据。", '请写成 cite = "zdjc:15.1"。')
    return ()


def _span(values: RuleValues, cites: tuple[Citation, ...]) -> Rule | None:
    table, kind = values.table, values.kind
    start, end = values.fact("from", "date"), values.fact("to", "date")
    values.differ("from", "to")
    written = [unit for unit in _UNITS if unit in table.data]
    if len(written) != 1:
        table.fault(f"规则 {kind} 要写 days、months、hours 中的一个。", "请补写或删去多余的。")
        return None
    (unit,) = written
    amount, rolls = values.whole(unit), table.flag("roll")
    is_working = values.choice("calendar", ("natural", "working")) == "working"
    if unit != "days" and is_working:
        table.fault(f"calendar = working 只用于 days，这里写的是 {unit}。", "请删去 calendar，或改写 days。")
    if unit == "hours" and rolls:
        table.fault("按小时计算的期限不顺延。", "请删去 roll。")
    unless = values.fact("unless", "yes", required=False)
    extend = _extension(values, unit)
    values.differ("unless", "extend")
    is_after = table.flag("after")
    if unit == "hours" and is_after:
        table.fault("按小时计算的期限不写 after。", "请删去 after。")
    if amount is None:
        return None
    return Span(
        kind == "at_least", start, end, amount, unit, is_working, rolls, unless, extend, is_after, cites
    )


def _extension(values: RuleValues, unit: Unit) -> Extension | None:
    table = values.table
    if "extend" not in table.data:
        return None
    if values.kind == "at_least" or unit == "hours":
        table.fault("extend 只用于 at_most 的 days 或 months：延长的是最长期限。", "请删去 extend。")
        return None
    inner = values.inside("extend")
    inner.table.only(("fact", "days"))
    fact, days = inner.fact("fact", "yes"), inner.whole("days")
    return None if days is None else Extension(fact, days)


def _other(values: RuleValues, cites: tuple[Citation, ...]) -> Rule | None:
    if values.kind == "by":
        return _by(values, cites)
    if values.kind == "order":
        return Order(values.facts_in_order("facts", "date"), cites)
    least = values.figure("min")
    if values.kind == "ratio":
        part, whole = values.fact("part", "number"), values.fact("whole", "number")
        values.differ("part", "whole")
        values.at_most("min", least, 100)
        return None if least is None else Ratio(part, whole, least, cites)
    fact = values.fact("fact", "number")
    return None if least is None else Count(fact, least, cites)


def _by(values: RuleValues, cites: tuple[Citation, ...]) -> Rule | None:
    table = values.table
    fact, due = values.fact("fact", "date"), values.month_day("date")
    inclusive = table.flag("inclusive") if "inclusive" in table.data else None
    year = values.choice("year", _YEARS)
    if due is None:
        return None
    return By(fact, due, year == "next", inclusive, table.flag("roll"), cites)

"""Whether an item's rule is one of the known kinds and names facts and parameters that exist."""

from __future__ import annotations

from collections.abc import Collection

from fazhi_tui.loading.table import Table, as_fraction

_SPAN = {"from", "to", "days", "months", "hours", "calendar", "roll", "unless", "extend", "cite"}
_KEYS = {
    "at_least": _SPAN,
    "at_most": _SPAN,
    "by": {"fact", "date", "year", "inclusive", "roll", "cite"},
    "order": {"facts", "cite"},
    "ratio": {"part", "whole", "min", "cite"},
    "count": {"fact", "min", "cite"},
}
_FACT_KEYS = {"from", "to", "unless", "fact", "part", "whole"}
_FIGURES = {"days", "months", "hours", "min"}
_REQUIRED = {
    "at_least": ("from", "to"),
    "at_most": ("from", "to"),
    "by": ("fact", "date"),
    "order": ("facts",),
    "ratio": ("part", "whole", "min"),
    "count": ("fact", "min"),
}


def check_rule(rule: Table, facts: Collection[str], params: Collection[str]) -> None:
    """Note every fault of a rule."""
    kind = rule.text("kind", required=True, one_of=tuple(_KEYS))
    if kind not in _KEYS:
        return
    rule.only({"kind", *_KEYS[kind]})
    for key in _REQUIRED[kind]:
        if key not in rule.data:
            rule.fault(f"规则 {kind} 缺少“{key}”。", "请补写。")
    if _KEYS[kind] is _SPAN and sum(key in rule.data for key in ("days", "months", "hours")) != 1:
        rule.fault(f"规则 {kind} 要写 days、months、hours 中的一个。", "请补写或删去多余的。")
    if "calendar" in rule.data:
        rule.text("calendar", one_of=("natural", "working"))
    _check_names(rule, facts, params)


def _check_names(rule: Table, facts: Collection[str], params: Collection[str]) -> None:
    named = [value for key, value in rule.data.items() if key in _FACT_KEYS]
    named += rule.data["facts"] if isinstance(rule.data.get("facts"), list) else []
    for name in named:
        if not isinstance(name, str) or name not in facts:
            rule.fault(f"规则用到的事实“{name}”没有定义。", "请在 facts 里补写，或改正名称。")
    for key in _FIGURES & set(rule.data):
        value = rule.data[key]
        if isinstance(value, str) and value.startswith("param:"):
            if value.removeprefix("param:") not in params:
                rule.fault(f"规则用到的地方参数“{value}”没有定义。", "请在 [[params]] 里补写。")
        elif as_fraction(value) is None:
            rule.fault(f'规则里的“{key}”应当是数字或 "param:编号"。', "请改正。")

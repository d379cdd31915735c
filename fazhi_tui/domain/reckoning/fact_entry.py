"""Facts as they are entered: read, brought to their normal form, refused with the reason."""

from __future__ import annotations

from collections.abc import Mapping

from fazhi_tui.domain.answers import fact_value, why_no_fact
from fazhi_tui.domain.checklist import Item
from fazhi_tui.domain.reckoning.filled import filled
from fazhi_tui.domain.reckoning.hour_sums import is_reversed
from fazhi_tui.domain.reckoning.rule import Span, year_meant
from fazhi_tui.errors import BadInputError


def checked_facts(item: Item, facts: Mapping[str, str], year: int) -> dict[str, str]:
    """Facts in normal form; dates typed without a year are of the assessed year (see `year_meant`).

    Raises:
        BadInputError: a fact the item does not ask for, one of the wrong type, an impossible date, or a
            period that ends before it begins.
    """
    specs = {spec.id: spec for spec in item.facts}
    checked = {}
    for key, text in facts.items():
        spec = specs.get(key)
        if spec is None:
            raise BadInputError(f"检查项 {item.id} 没有事实“{key}”。", "请核对事实名称。")
        meant = year_meant(item.rule, key, year)
        value = fact_value(spec, text, meant)
        if value is None:
            why = why_no_fact(spec, text, meant)
            raise BadInputError(f"事实“{spec.label}”写成了“{text}”：{why}。", "请改正后再填。")
        checked[key] = value
    _refuse_reversed(item, checked)
    return checked


def _refuse_reversed(item: Item, facts: Mapping[str, str]) -> None:
    rule, known = item.rule, filled(item, facts)
    if not isinstance(rule, Span) or not set(rule.facts) <= set(known.moments):
        return
    if is_reversed(known.moments[rule.start], known.moments[rule.end]):
        raise BadInputError(
            f"{known.said(rule.end)}早于{known.said(rule.start)}，前后颠倒。", "请核对这两个日期。"
        )

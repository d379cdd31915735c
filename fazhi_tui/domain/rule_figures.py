"""The figures of an item's rule, as its cited places have to give them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any

from fazhi_tui.domain.figures import DAY, WORKING_DAY, Figure

ANY_UNIT = ""
_DATE = re.compile(r"([0-9]{2})-([0-9]{2})")


def rule_figures(rule: Mapping[str, Any] | None) -> Iterator[Figure]:
    """The figures; one of a local parameter (`param:…`) is not the law's and is left out."""
    rule = rule or {}
    day = WORKING_DAY if rule.get("calendar") == "working" else DAY
    extend = rule["extend"] if isinstance(rule.get("extend"), Mapping) else {}
    minimum = {"ratio": "%", "count": ANY_UNIT}.get(str(rule.get("kind")))
    for value, unit in (
        (rule.get("days"), day),
        (extend.get("days"), day),
        (rule.get("months"), "个月"),
        (rule.get("hours"), "小时"),
        (rule.get("min") if minimum is not None else None, minimum or ANY_UNIT),
    ):
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            yield Figure(Fraction(str(value)), unit, f"{value}{unit}")
    if match := _DATE.fullmatch(str(rule.get("date", ""))):
        month, dom = int(match[1]), int(match[2])
        yield Figure(Fraction(month * 100 + dom), "月日", f"{month}月{dom}日")


def rule_cites(rule: Mapping[str, Any] | None) -> list[tuple[str, str]]:
    """The (law key, place) a rule names as its own source, written as an item's cites are."""
    written = (rule or {}).get("cite", [])
    texts = written if isinstance(written, list) else [written]
    return [(key, place) for text in texts for key, colon, place in [str(text).partition(":")] if colon]

"""Items with a rule, for the tests of sums."""

from __future__ import annotations

from datetime import date
from typing import Any

from fazhi_tui.domain.checklist import Item
from fazhi_tui.domain.reckoning.workdays import Calendar
from tests.samples import Data, checklist, item, library, stage

FACTS: list[Data] = [
    {"id": "from", "label": "公告日", "type": "date"},
    {"id": "to", "label": "截止日", "type": "date"},
    {"id": "end", "label": "决定日", "type": "date"},
    {"id": "part", "label": "审核人员", "type": "number"},
    {"id": "whole", "label": "执法人员", "type": "number"},
    {"id": "why", "label": "缩短并说明", "type": "yes"},
    {"id": "more", "label": "经批准延长", "type": "yes"},
]
PARAMS: list[Data] = [
    {"id": "days", "label": "征求意见天数", "type": "number"},
    {"id": "due", "label": "报告截止日", "type": "date"},
]


def span(kind: str = "at_most", **more: Any) -> Data:  # noqa: ANN401 - a rule's values
    """A rule from 公告日 to 截止日."""
    return {"kind": kind, "from": "from", "to": "to", **more}


def ruled(rule: Data) -> Item:
    """An item with all the facts and this rule."""
    data = checklist("a", stage("a", "甲", "unit", item("x-1", facts=FACTS, rule=rule)), params=PARAMS)
    ((_, made),) = library(data).checklists[0].items()
    return made


class Published:
    """A calendar in which Mondays to Fridays are working days, but for some; years after `until` unknown."""

    def __init__(self, *rest: str, until: int = 2026) -> None:
        self._rest = {date.fromisoformat(day) for day in rest}
        self._until = until

    def is_working(self, day: date) -> bool | None:
        """Whether the day is a working day."""
        if day.year > self._until:
            return None
        return day.weekday() < 5 and day not in self._rest


PLAIN: Calendar = Published("2024-05-01", "2024-05-02", "2024-05-03", "2024-10-01")

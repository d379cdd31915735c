"""An item's facts as a sum reads them: typed, by id, with their labels."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from fazhi_tui.domain.checklist import Item
from fazhi_tui.domain.reckoning.dates import FIRST_YEAR, LAST_YEAR, Moment
from fazhi_tui.domain.reckoning.decimals import exact

YES, NO = "是", "否"


@dataclass(frozen=True, slots=True)
class Filled:
    """The facts of one answer that are filled in, as texts (in the stored normal form) and as values."""

    labels: Mapping[str, str]
    texts: dict[str, str] = field(default_factory=dict)
    moments: dict[str, Moment] = field(default_factory=dict)
    numbers: dict[str, Fraction] = field(default_factory=dict)

    def day(self, fact: str) -> date:
        """A date."""
        return self.moments[fact].day

    def is_yes(self, fact: str) -> bool:
        """Whether it is 是; one that is not filled in counts as 否."""
        return self.texts.get(fact) == YES

    def said(self, fact: str) -> str:
        """Label and value: 公告日2024-03-01."""
        return f"{self.labels[fact]}{self.texts[fact]}"


def filled(item: Item, facts: Mapping[str, str]) -> Filled:
    """The facts of an item; one that is not of the type the item asks for today counts as not filled in."""
    found = Filled({spec.id: spec.label for spec in item.facts})
    for spec in item.facts:
        text = facts.get(spec.id, "")
        if spec.type == "number" and (number := exact(text)) is not None:
            found.numbers[spec.id] = number
        elif spec.type in {"date", "time"} and (moment := stored_moment(text, spec.type)) is not None:
            found.moments[spec.id] = moment
        elif spec.type != "yes" or text not in {YES, NO}:
            continue
        found.texts[spec.id] = text
    return found


def stored_moment(text: str, type_: str) -> Moment | None:
    """A date (for a time also 2024-03-01 09:30) in the normal form; None for any other text."""
    try:
        day = date.fromisoformat(text[:10])
        minute = int(text[11:13]) * 60 + int(text[14:]) if type_ == "time" and text[10:] else None
    except ValueError:
        return None
    moment = Moment(day, minute)
    return moment if moment.text == text and FIRST_YEAR <= day.year <= LAST_YEAR else None

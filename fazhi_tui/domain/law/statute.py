"""A statute or a document as its text stands: one place, its words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from fazhi_tui.domain.law.citation import encloses, is_article, place_in_words
from fazhi_tui.domain.law.statute_name import StatuteName

_T = TypeVar("_T")
_BARE = re.compile(r"（[^）]+）[0-9]*")


@dataclass(frozen=True, slots=True)
class Unit:
    """An article, a document's section or its heading's lead, with every place in it.

    `lacking` are the places whose words were not to be had (〔缺〕) or not whole.
    """

    place: str
    places: Mapping[str, str]
    lacking: frozenset[str] = frozenset()

    @property
    def wording(self) -> tuple[tuple[str, str], ...]:
        """What is compared with another text of the same place: widths of signs and spaces do not count."""
        return tuple((p, "".join(unicodedata.normalize("NFKC", w).split())) for p, w in self.places.items())


@dataclass(frozen=True, slots=True)
class StatuteText:
    """What one file says: its name, the days it names for itself, and its units in order."""

    name: StatuteName
    units: tuple[Unit, ...]
    in_force: frozenset[date] = frozenset()
    dated: frozenset[date] = frozenset()
    ended: frozenset[date] = frozenset()


@dataclass(frozen=True, slots=True)
class Instrument:
    """All the texts at hand of one version of one instrument.

    Attributes:
        places: words by place, written as in checklists (`15.1.3`, `二（六）1`); a heading without a lead
            paragraph has empty words.
        lacking: places the texts leave out or leave unfinished.
        disputed: places the texts word in two ways; none of them is in `places`.
        in_force: the days the texts give for coming into force.
        dated: every day they give for themselves.
        ended: the days they say they were replaced or repealed.
    """

    name: StatuteName
    places: Mapping[str, str]
    lacking: frozenset[str] = frozenset()
    disputed: frozenset[str] = frozenset()
    in_force: frozenset[date] = frozenset()
    dated: frozenset[date] = frozenset()
    ended: frozenset[date] = frozenset()

    @property
    def title(self) -> str:
        """As its text gives it, without a bracket such as （2007年旧版）."""
        return self.name.title

    @property
    def version(self) -> str:
        """The bracket that tells versions apart, e.g. 2007年旧版; mostly empty."""
        return self.name.version

    @property
    def has_articles(self) -> bool:
        """Whether it is divided into articles and not into headings and sections."""
        return any(is_article(place) for place in (*self.places, *self.disputed))

    def resolve(self, place: str) -> str | None:
        """The place as it stands in `places`; None where it does not.

        Sections are numbered through a document more often than not: `（十五）` finds `五（十五）` if
        it is the only one, and `五（十五）` finds `（十五）` in an excerpt that has no headings.
        """
        if place in self.places:
            return place
        if is_article(place):
            return None
        if _BARE.fullmatch(place):
            found = [p for p in self.places if p.partition("（")[1] and p.endswith(place)]
            return found[0] if len(found) == 1 else None
        bare = place[place.find("（") :] if "（" in place else ""
        headless = all(p.startswith("（") for p in self.places)
        return bare if bare in self.places and headless else None

    def text(self, place: str) -> str | None:
        """The words of a place; None where it is not at hand whole."""
        found = self.resolve(place)
        return None if found is None or found in self.lacking else self.places[found]

    def is_disputed(self, place: str) -> bool:
        """Whether the texts at hand contradict each other there."""
        return any(encloses(outer, place) for outer in self.disputed)

    def is_lacking(self, place: str) -> bool:
        """Whether the texts at hand say that they do not have its words, or not all of them."""
        return any(encloses(outer, place) or encloses(place, outer) for outer in self.lacking)

    def count_in(self, place: str) -> int:
        """How many 款 an article has, how many 项 a 款."""
        depth = place.count(".") + 1
        return sum(p.startswith(f"{place}.") and p.count(".") == depth for p in self.places)

    @property
    def articles(self) -> list[int]:
        """The numbers of the articles at hand, in order."""
        return sorted(int(p) for p in self.places if p.isdecimal())


def merged(texts: Sequence[StatuteText]) -> Instrument:
    """One instrument out of the texts of its excerpts: identical repeats are one, contradictions dropped."""
    units = [unit for text in texts for unit in text.units]
    disputed = frozenset(_disputed(units))
    kept = [unit for unit in units if unit.place not in disputed]
    places = {place: words for unit in kept for place, words in unit.places.items()}
    return Instrument(
        texts[0].name.joined(text.name for text in texts[1:]),
        {place: places[place] for place in _in_order(places)},
        _union(unit.lacking for unit in kept),
        disputed,
        _union(text.in_force for text in texts),
        _union(text.dated for text in texts),
        _union(text.ended for text in texts),
    )


def disputes(instrument: Instrument) -> str:
    """The contradicting places in words, for a note."""
    return "、".join(place_in_words(place) for place in _in_order(instrument.disputed))


def _disputed(units: Iterable[Unit]) -> Iterable[str]:
    first: dict[str, Unit] = {}
    for unit in units:
        if first.setdefault(unit.place, unit).wording != unit.wording:
            yield unit.place


def _in_order(places: Collection[str]) -> list[str]:
    """Articles by number, the sections of a document as they came."""
    if not all(is_article(place) for place in places):
        return list(places)
    return sorted(places, key=lambda place: [int(n) for n in place.split(".")])


def _union(sets: Iterable[frozenset[_T]]) -> frozenset[_T]:
    return frozenset().union(*sets)

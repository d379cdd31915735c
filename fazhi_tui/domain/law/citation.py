"""Places in a law: how a checklist writes them and how an officer reads them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal

Verified = Literal["full", "partial", "unverified"]
PENDING_MARK = "（原文待核）"
# The place of a citation to an instrument whose official text was not at hand, so that none can be named.
WHOLE = ""

_ARTICLE = re.compile(r"[1-9][0-9]{0,3}(\.[1-9][0-9]{0,3}){0,2}")
_HAN = "一二三四五六七八九十百"
_SECTION = re.compile(rf"[{_HAN}]+|[{_HAN}]*（[{_HAN}]+）([0-9]+)?")
_DIGITS = "零一二三四五六七八九"


@dataclass(frozen=True, slots=True)
class Working:
    """A statute's own rule that some of its periods of days are working days.

    `cite` is its place in the same statute, `days` the figures it holds for.
    """

    cite: str
    days: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Law:
    """An instrument that checklists cite.

    `effective` and `expires` are the first and the last day in force; `pending` are places whose
    official text was not at hand when the checklist was made; `working` is its own rule of days.
    """

    key: str
    title: str
    number: str
    effective: date
    expires: date | None
    verified: Verified
    pending: tuple[str, ...] = ()
    working: Working | None = None

    def in_force_during(self, year: int) -> bool:
        """Whether it was in force on any day of the calendar year."""
        return self.effective.year <= year and (self.expires is None or self.expires.year >= year)


@dataclass(frozen=True, slots=True)
class Citation:
    """One place in one law, e.g. `15.1` (第十五条第一款) or `二（六）` (a document's section)."""

    law: Law
    place: str

    @property
    def is_pending(self) -> bool:
        """Whether the official text of this place has not been checked."""
        if self.law.verified == "unverified":
            return True
        return any(encloses(outer, self.place) for outer in self.law.pending)

    @property
    def name(self) -> str:
        """The law as printed: a document with its number."""
        number = f"（{self.law.number}）" if self.law.number and not is_article(self.place) else ""
        return f"《{self.law.title.strip('《》')}》{number}"

    @property
    def where(self) -> str:
        """The place as printed, with 原文待核 where it applies."""
        return place_in_words(self.place) + (PENDING_MARK if self.is_pending else "")

    @property
    def text(self) -> str:
        """The whole citation as printed."""
        return self.name + self.where


def by_law(cites: Iterable[Citation]) -> list[str]:
    """A line a law, its places joined: for a screen, where repeating long titles would hide the rest."""
    places: dict[str, list[str]] = {}
    for cite in cites:
        places.setdefault(cite.name, []).append(cite.where)
    return [name + "、".join(wheres) for name, wheres in places.items()]


def is_article(place: str) -> bool:
    """Whether the place is article.paragraph.item rather than a section of a document."""
    return _ARTICLE.fullmatch(place) is not None


def is_place(place: str) -> bool:
    """Whether the text is a place in either form."""
    return is_article(place) or _SECTION.fullmatch(place) is not None


def encloses(outer: str, inner: str) -> bool:
    """Whether the outer place is the inner one or contains it (article ⊇ paragraph ⊇ item)."""
    if outer == inner:
        return True
    if is_article(outer) and is_article(inner):
        return inner.startswith(f"{outer}.")
    if is_article(outer) or is_article(inner):
        return False
    return inner.startswith(outer if outer.endswith("）") else f"{outer}（")


@cache
def place_in_words(place: str) -> str:
    """第十五条第一款第三项 for `15.1.3`; a document's section reads 第二部分（六）."""
    if is_article(place):
        units = zip(place.split("."), ("条", "款", "项"), strict=False)
        return "".join(f"第{chinese_number(int(n))}{unit}" for n, unit in units)
    heading, bracket, rest = place.partition("（")
    return f"{f'第{heading}部分' if heading else ''}{bracket}{rest}"


def chinese_number(n: int) -> str:
    """Chinese numeral of 1 to 9999, as statutes write article numbers (十五, 一百零二, 一千零一十).

    Raises:
        ValueError: outside that range.
    """
    if not 1 <= n <= 9999:
        raise ValueError(n)
    text = ""
    for digit, unit in zip(f"{n:04d}", "千百十个", strict=True):
        if digit != "0":
            text += _DIGITS[int(digit)] + unit
        elif text and not text.endswith("零"):
            text += "零"
    spoken = text.rstrip("零").removesuffix("个")
    return spoken.removeprefix("一") if 10 <= n <= 19 else spoken

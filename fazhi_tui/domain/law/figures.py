"""Figures with their units in a text: 30日, 三十日, 7个工作日, 5%, 3月1日, 两名."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction

from fazhi_tui.domain.law.numerals import HAN_NUMERAL, read_number

WORKING_DAY, DAY = "个工作日", "日"

_NUM = rf"(?:[0-9][0-9,]*(?:\.[0-9]+)?万?|[{HAN_NUMERAL}]+|半)"
_SMALL = rf"(?:[0-9]{{1,2}}|[{HAN_NUMERAL}]{{1,3}})"
_YEAR = r"(?:[0-9]{4}|[〇零一二三四五六七八九]{4})"
# Longer words first. 天 and 自然日 are 日, 名 and 位 are 人.
_UNITS = {
    r"个?工作日": WORKING_DAY,
    r"个?自然日|日|天": DAY,
    r"个月": "个月",
    r"个?小时": "小时",
    r"分钟": "分钟",
    r"周年?": "周",
    r"个?学时|课时": "学时",
    r"年": "年",
    r"[人名位]": "人",
    r"次": "次",
    r"元": "元",
    r"倍": "倍",
    r"期": "期",
    r"[%]": "%",
}
_UNIT = "|".join(f"(?P<u{n}>{pattern})" for n, pattern in enumerate(_UNITS))
_NAMES = list(_UNITS.values())
_DATED = re.compile(
    rf"(?P<year>{_YEAR})年(?P<ymonth>{_SMALL})月(?:(?P<yday>{_SMALL})日|(?P<yend>[底末]))?"
    rf"|(?P<month>{_SMALL})月(?:(?P<day>{_SMALL})日|(?P<end>[底末]))?"
    rf"|{_YEAR}年"
)
_PART = re.compile(rf"(?P<whole>百|千|{_NUM})分之(?P<part>{_NUM})")
_COUNTED = re.compile(rf"(?:(?P<first>{_NUM})个?(?:至|到|、|或者|-|—|－|~))?(?P<number>{_NUM})(?:{_UNIT})")
# 统一名称, 同一人, 上一年: no figures; neither is anything after 第 (第三人), nor 一年度, 一次性.
_BEFORE_ONE = tuple("同统任某每上下这唯逐单之另")
_ONE_OF_MANY = {"人", "次", "倍", "期"}


@dataclass(frozen=True, slots=True)
class Figure:
    """An amount in a unit; a date's amount is month·100 + day, with the year in front where one is given.

    `words` is how the text writes it and does not count when two figures are compared.
    """

    amount: Fraction
    unit: str
    words: str = field(compare=False, default="")

    def __str__(self) -> str:
        return self.words or f"{self.amount}{self.unit}"


def figures_in(text: str) -> list[Figure]:
    """The figures of a text in order, each once; 一次, 一名 and the like are not taken for figures."""
    return list(dict.fromkeys(f for f in _read(text) if not _is_article(f)))


def figures_stated(text: str) -> set[Figure]:
    """Every figure a statute's text can be cited for, 一次 and the day of a full date included."""
    found = set(_read(text))
    found |= {
        Figure(f.amount % 10_000, f.unit.removeprefix("年"), f.words) for f in found if f.unit[:2] == "年月"
    }
    return found


def _read(text: str) -> Iterator[Figure]:
    return _scan(unicodedata.normalize("NFKC", text).replace(" ", "").replace("○", "〇"))


def _scan(text: str) -> Iterator[Figure]:
    """Dates first, then fractions, then counted things in what is left, so that no words are read twice."""
    for match in _DATED.finditer(text):
        if figure := _dated(match):
            yield figure
    text = _DATED.sub(_blank, text)
    for match in _PART.finditer(text):
        whole, part = read_number(match["whole"]), read_number(match["part"])
        if whole and part is not None:
            yield Figure(part / whole * 100, "%", match[0])
    text = _PART.sub(_blank, text)
    for match in _COUNTED.finditer(text):
        yield from _counted(match, text)


def _blank(match: re.Match[str]) -> str:
    return "·" * len(match[0])


def _dated(match: re.Match[str]) -> Figure | None:
    """None for a year alone (2025年)."""
    year = match["year"]
    month = read_number(match["ymonth"] or match["month"] or "")
    if month is None or not 1 <= month <= 12:
        return None
    day = read_number(match["yday"] or match["day"] or "")
    amount = month * 100 + (day or 0)
    unit = "月日" if day else "月底" if match["yend"] or match["end"] else "月"
    if year is None:
        return Figure(amount, unit, match[0])
    digits = "".join(str(read_number(c)) for c in year)
    return Figure(int(digits) * 10_000 + amount, f"年{unit}", match[0])


def _counted(match: re.Match[str], text: str) -> Iterator[Figure]:
    unit = next(name for n, name in enumerate(_NAMES) if match[f"u{n}"])
    before, after = text[: match.start()], text[match.end() : match.end() + 1]
    number = match["number"]
    if before.endswith("第") or (unit, after) in {("年", "度"), ("次", "性")}:
        return
    if number == "一" and before.endswith(_BEFORE_ONE):
        return
    if number == "半" and unit != "年":
        return
    for one in (match["first"], number):
        amount = read_number(one) if one else None
        if amount is not None:
            yield Figure(amount, unit, match[0] if one == number else f"{one}{unit}")


def _is_article(figure: Figure) -> bool:
    """一人, 一次 …: “a person”, not “one person”; 1次 is a figure."""
    return figure.amount == 1 and figure.unit in _ONE_OF_MANY and figure.words.startswith("一")

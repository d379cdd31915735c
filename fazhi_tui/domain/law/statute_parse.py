"""One text of a statute or a document into its places."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from fazhi_tui.domain.law.numerals import read_number
from fazhi_tui.domain.law.statute import StatuteText, Unit
from fazhi_tui.domain.law.statute_articles import is_spaced, read_articles
from fazhi_tui.domain.law.statute_lines import Line, article_mark, heading_mark, item_mark, lines_of
from fazhi_tui.domain.law.statute_name import StatuteName, read_name
from fazhi_tui.domain.law.statute_sections import read_sections

_DIGIT = "[0-9〇○零一二三四五六七八九]"
_DAY = rf"({_DIGIT}{{4}})年([0-9一二三四五六七八九十]{{1,3}})月([0-9一二三四五六七八九十]{{1,3}})日"
_COMES_INTO_FORCE = re.compile(rf"{_DAY}(?:公布|发布|印发|起|之日|以|并|、|\s){{0,4}}(?:施行|实施|生效)")
_ENDS = re.compile(rf"{_DAY}[^。；，\n]{{0,12}}(?:取代|废止|失效|停止施行|停止执行)")
_TITLE = re.compile(r"标题[：:]\s*(.+)")
_NUMBER = re.compile(r"文号[：:]\s*(.+)")
_FORCE_LINE = re.compile(r"施行(?:日期)?[：:]\s*(.+)")
_SOURCE = re.compile(r"来源与完整性[：:]")
_PREFACE_LINES = 40


def parse_statute(text: str) -> StatuteText | None:
    """What a text says, by places; None where neither articles nor sections can be told in it.

    Its title is told by 标题： within the first lines, else by the first heading, else by the first line.
    """
    lines = lines_of(text)
    units = read_articles(lines) if _has_articles(lines) else read_sections(lines)
    if not units:
        return None
    preface = _preface(text)
    return StatuteText(
        _name(preface), tuple(units), _in_force(preface, units), _dated(text, preface), _ended(preface)
    )


def _has_articles(lines: Sequence[Line]) -> bool:
    if is_spaced(lines):
        return True
    starts = [mark[0] for line in lines if (mark := article_mark(line, spaced=False))]
    headed = any(heading_mark(line) or item_mark(line) for line in lines)
    return len(starts) > 1 or (bool(starts) and not headed)


def _preface(text: str) -> list[str]:
    """The lines before the first article or section, without what an editor says of the source."""
    told: list[str] = []
    for raw in text.replace("\ufeff", "").splitlines():
        for line in lines_of(raw):
            begins = article_mark(line, spaced=True) or heading_mark(line) or item_mark(line)
            if begins or len(told) == _PREFACE_LINES:
                return told
            if not _SOURCE.match(line.text):
                told.append(raw.strip())
    return told


def _name(preface: Sequence[str]) -> StatuteName:
    titles = [m[1] for line in preface if (m := _TITLE.match(line))]
    headings = [line.lstrip("# ") for line in preface if line.startswith("#")]
    title = next(iter([*titles, *headings, *preface]), "")
    numbers = [m[1] for line in preface if (m := _NUMBER.match(line))]
    standing = [line for line in preface if len(line) < _PREFACE_LINES and "〔" in line]
    return read_name(title, "\n".join([*numbers, *(standing if not numbers else ())]))


def _in_force(preface: Sequence[str], units: Iterable[Unit]) -> frozenset[date]:
    told = "\n".join(preface)
    closing = "\n".join(unit.places.get(unit.place, "") for unit in units if unit.place.isdecimal())
    found = _days(_COMES_INTO_FORCE, told) | _days(_COMES_INTO_FORCE, closing)
    return found or _days(re.compile(_DAY), "\n".join(m[1] for s in preface if (m := _FORCE_LINE.match(s))))


def _dated(text: str, preface: Sequence[str]) -> frozenset[date]:
    """Every day in the preface, and the day below the signature."""
    last = "\n".join([line.strip() for line in text.splitlines() if line.strip()][-3:])
    signed = _days(re.compile(rf"^{_DAY}$", re.MULTILINE), last)
    return _days(re.compile(_DAY), "\n".join(preface)) | signed


def _ended(preface: Sequence[str]) -> frozenset[date]:
    return _days(_ENDS, "\n".join(preface))


def _days(pattern: re.Pattern[str], text: str) -> frozenset[date]:
    return frozenset(day for groups in pattern.findall(text) if (day := _day(*groups[:3])))


def _day(year: str, month: str, day: str) -> date | None:
    digits = "".join(f"{read_number(c.replace('○', '〇'))}" for c in year)
    try:
        return date(int(digits), int(read_number(month) or 0), int(read_number(day) or 0))
    except ValueError:
        return None

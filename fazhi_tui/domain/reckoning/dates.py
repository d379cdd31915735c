"""Dates as officers type them: 2024-3-1, 2024/3/1, 2024.3.1, 20240301, 2024年3月1日, 3.1, 3-1, 3月1日.

元月 is January. Full-width digits and signs count as well, and 。 for the point, which a Chinese keyboard
gives. A moment is a date with or without the hour: 3.1 9:30, 3月1日9时30分.
"""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

FIRST_YEAR, LAST_YEAR = 1949, 2199
_NO_DATE = "应为日期，如 2024-03-01、20240301、3.1"
_NO_MOMENT = "应为日期和时刻，如 2024-03-01 09:30"
_LIKE = {ord("。"): ".", ord("—"): "-", ord("–"): "-", ord("−"): "-"}
_CLOCK = re.compile(
    r"(?P<day>.*?[0-9日号])(?:[ T]+|(?<=[日号]))"
    r"(?P<hour>[0-9]{1,2})(?::(?P<minute>[0-9]{2})(?::00(?:\.0+)?)?|[时点](?:(?P<han>[0-9]{1,2})分)?)"
)
_FORMS = (
    re.compile(r"(?P<year>[0-9]{4})(?P<month>[0-9]{2})(?P<day>[0-9]{2})"),
    re.compile(r"(?:(?P<year>[0-9]{4})年)?(?P<month>[0-9]{1,2}|元)月(?P<day>[0-9]{1,2})[日号]?"),
    re.compile(r"(?P<year>[0-9]{4})(?P<sign>[-/.])(?P<month>[0-9]{1,2})(?P=sign)(?P<day>[0-9]{1,2})"),
    re.compile(r"(?P<month>[0-9]{1,2})[-/.](?P<day>[0-9]{1,2})"),
)


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, with the minutes since midnight where the hour is known."""

    day: date
    minute: int | None = None

    @property
    def text(self) -> str:
        """Its normal form: 2024-03-01 09:30, or the day alone."""
        if self.minute is None:
            return self.day.isoformat()
        return f"{self.day.isoformat()} {self.minute // 60:02}:{self.minute % 60:02}"


def read_date(text: str, year: int) -> date | None:
    """The day a text means, one without a year in `year`; None where it is not a day.

    A time of midnight, which spreadsheets add, is passed over.
    """
    read = _read(text, year)
    return read.day if isinstance(read, Moment) and not read.minute else None


def read_moment(text: str, year: int) -> Moment | None:
    """The day, and the hour where there is one, that a text means; None where it is neither."""
    read = _read(text, year)
    return read if isinstance(read, Moment) else None


def why_no_date(text: str, year: int) -> str:
    """Why `read_date` gives None: 2023年2月没有29日; empty where it gives a day."""
    read = _read(text, year)
    if isinstance(read, Moment):
        return "这里只写到日，不写时刻" if read.minute else ""
    return read


def why_no_moment(text: str, year: int) -> str:
    """Why `read_moment` gives None; empty where it gives a moment."""
    read = _read(text, year)
    return "" if isinstance(read, Moment) else _NO_MOMENT if read == _NO_DATE else read


def _read(text: str, year: int) -> Moment | str:
    """The moment, or why there is none."""
    plain = unicodedata.normalize("NFKC", text).translate(_LIKE).strip()
    clock = _CLOCK.fullmatch(plain)
    found = _match((clock["day"] if clock else plain).replace(" ", ""))
    if found is None:
        return _NO_DATE
    day = _day(found, year)
    if isinstance(day, str) or clock is None:
        return day if isinstance(day, str) else Moment(day)
    hour, minute = int(clock["hour"]), int(clock["minute"] or clock["han"] or 0)
    if hour > 23 or minute > 59:
        return f"没有{hour}时{minute:02}分"
    return Moment(day, hour * 60 + minute)


def _match(plain: str) -> dict[str, str | None] | None:
    matches = (form.fullmatch(plain) for form in _FORMS)
    return next((match.groupdict() for match in matches if match), None)


def _day(found: dict[str, str | None], assumed_year: int) -> date | str:
    year = int(found.get("year") or assumed_year)
    month = 1 if found["month"] == "元" else int(found["month"] or 0)
    day = int(found["day"] or 0)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return f"{year}年不在{FIRST_YEAR}年至{LAST_YEAR}年之间"
    if not 1 <= month <= 12:
        return f"没有{month}月"
    if not 1 <= day <= monthrange(year, month)[1]:
        return f"{year}年{month}月没有{day}日"
    return date(year, month, day)

"""`calendar.toml`: a unit's own rest days and make-up working days (format: docs/工作日历.md)."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from fazhi_tui.domain.reckoning.workdays import hangs_on_next_year
from fazhi_tui.loading.checklists.findings import FileFaultsError
from fazhi_tui.loading.checklists.table import Table
from fazhi_tui.loading.checklists.toml_file import read_toml

SCHEMA = 1
_FIRST_YEAR, _LAST_YEAR = 2000, 2100
_LONGEST_REST = 31
_RANGE = re.compile(r"(\d{4}-\d{2}-\d{2})(?:\s*至\s*(\d{4}-\d{2}-\d{2}))?")
# Off in every year since 1999 whatever the arrangement (全国年节及纪念日放假办法 2): a table without them
# is not finished, and would make working days of them.
_ALWAYS_OFF = ((1, 1), (5, 1), (10, 1), (10, 2), (10, 3))


@dataclass(frozen=True, slots=True)
class OwnTable:
    """What a unit's own table says.

    Attributes:
        years: the years it arranges wholly; their days that are not listed follow the week.
        days: the days it lists, each with whether it is a working day.
        sources: the notice or rule each year it speaks of is taken from.
    """

    years: frozenset[int] = frozenset()
    days: Mapping[date, bool] = field(default_factory=dict)
    sources: Mapping[int, str] = field(default_factory=dict)


def load_own_table(path: Path) -> OwnTable:
    """The table of a file; an empty one where there is no file.

    Raises:
        FileFaultsError: with every fault of the file.
    """
    if not path.exists():
        return OwnTable()
    data, findings = read_toml(path)
    own = OwnTable()
    if data is not None:
        own = _own_table(Table(data, path.name, "文件开头", findings))
    if findings:
        raise FileFaultsError(findings, f"请改正后再试；删去 {path.name} 即只按国家公布的安排。")
    return own


def _own_table(table: Table) -> OwnTable:
    if table.data.get("schema") != SCHEMA:
        table.fault(f"schema 应为 {SCHEMA}。", f"请写 schema = {SCHEMA}；更高的格式请升级 fazhi。")
        return OwnTable()
    table.only(("schema", "years"))
    sources: dict[int, str] = {}
    whole: set[int] = set()
    days: dict[date, bool] = {}
    for data in table.tables("years", required=True):
        number = data.get("year") if isinstance(data, Mapping) else None
        entry = table.sub(data, f"{number}年" if number is not None else "未写年份的一年")
        entry.only(("year", "source", "local", "rest", "work"))
        source = entry.text("source", required=True)
        if (year := _year(entry, sources)) is None:
            continue
        sources[year] = source
        listed = _days(entry, year)
        if not entry.flag("local"):
            whole.add(year)
            _check_complete(entry, year, listed)
        _merge(entry, days, listed)
    return OwnTable(frozenset(whole), days, sources)


def _year(entry: Table, seen: Container[int]) -> int | None:
    """The year of an entry; None after a fault."""
    year = entry.data.get("year")
    if type(year) is not int or not _FIRST_YEAR <= year <= _LAST_YEAR:
        entry.fault(f"year 应当是{_FIRST_YEAR}到{_LAST_YEAR}之间的整数。", "请写成 year = 2027。")
        return None
    if year in seen:
        entry.fault("同一年写了两次。", "请合并成一个 [[years]]。")
        return None
    return year


def _days(entry: Table, year: int) -> dict[date, bool]:
    """The days an entry lists, each with whether it is a working day."""
    days: dict[date, bool] = {}
    for key, is_working in (("rest", False), ("work", True)):
        for text in entry.texts(key):
            for day in _span(entry, key, text):
                if day.year != year and not (day.year == year - 1 and hangs_on_next_year(day)):
                    entry.fault(
                        f"“{key}”里的 {day} 不在{year}年。", "上一年只可写12月25日至31日（元旦放假）。"
                    )
                    break
                _put(entry, days, day, is_working=is_working)
    return days


def _span(entry: Table, key: str, text: str) -> Iterator[date]:
    """The days of one text, a date or 从…至…; none after a fault."""
    written = _RANGE.fullmatch(text.strip())
    first, last = (_iso(written[1]), _iso(written[2] or written[1])) if written else (None, None)
    if first is None or last is None:
        entry.fault(f"“{key}”里的“{text}”不是日期。", '请写成 "2027-10-01" 或 "2027-10-01 至 2027-10-07"。')
        return
    if not 0 <= (last - first).days < _LONGEST_REST:
        entry.fault(f"“{key}”里的“{text}”前后颠倒，或超过{_LONGEST_REST}天。", "请核对起止日期。")
        return
    for n in range((last - first).days + 1):
        yield first + timedelta(days=n)


def _put(entry: Table, days: dict[date, bool], day: date, *, is_working: bool) -> None:
    if days.setdefault(day, is_working) is not is_working:
        entry.fault(f"{day} 既写作放假又写作上班。", "请核对通知，只留一处。")


def _merge(entry: Table, days: dict[date, bool], listed: Mapping[date, bool]) -> None:
    for day, is_working in listed.items():
        _put(entry, days, day, is_working=is_working)


def _check_complete(entry: Table, year: int, listed: Mapping[date, bool]) -> None:
    missing = [f"{m}月{d}日" for m, d in _ALWAYS_OFF if listed.get(date(year, m, d)) is not False]
    if missing:
        entry.fault(
            f"rest 里没有法定的{'、'.join(missing)}。",
            "请写全这一年的放假日；只写本地另外放的假时，请加 local = true。",
        )


def _iso(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None

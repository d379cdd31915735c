"""`fazhi days`: how long a period is, or when it ends."""

from __future__ import annotations

import argparse
import re
import unicodedata
from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from fazhi_tui.cli.command import DONE, Command
from fazhi_tui.cli.parser import Parser
from fazhi_tui.cli.streams import put, say
from fazhi_tui.domain.reckoning.dates import read_date, why_no_date
from fazhi_tui.domain.reckoning.workdays import (
    MOST_DAYS_LOST,
    after_days,
    hangs_on_next_year,
    natural_days,
    nth_working_day,
    unpublished_years,
    working_days,
)
from fazhi_tui.errors import BadInputError

if TYPE_CHECKING:
    from fazhi_tui.loading.calendar import PublishedCalendar
    from fazhi_tui.workspace import Workspace

_MOST_DAYS = 36_500
_WEEKDAYS = "一二三四五六日"
_FIRST_NOT_COUNTED = "开始的当日不计入，从下一日算起（民法典第二百零一条）"
_NOT_MOVED = "末日是休息日的，这里没有顺延：只有所依据的法律规定顺延才顺延"
_WORKING = "工作日按国务院办公厅公布的放假安排，调休放假的不算，调休上班的算"


def _configure(parser: Parser) -> None:
    parser.add_argument(
        "start",
        metavar="起算日",
        help="期间开始的那一日，如 2024-3-1、20240301、2024年3月1日；不写年份就是今年",
    )
    parser.add_argument(
        "end", metavar="截止日|+天数", help="期间的最后一日，算有多少日；或写 +7，算7日的最后一日是哪天"
    )
    parser.add_argument("--working", action="store_true", help="按工作日算；不写就是自然日")


def _run(workspace: Workspace, args: argparse.Namespace) -> int:
    year = workspace.clock().year
    start, number = _day(args.start, year), _number(args.end)
    end = _day(args.end, year) if number is None else start
    if end < start:
        raise BadInputError(f"截止日 {end} 早于起算日 {start}。", "请把先到的日子写在前面。")
    if args.working:
        from fazhi_tui.loading.calendar import load_calendar

        _put_working(workspace, load_calendar(workspace.calendar_table), (start, end), number)
    elif number is None:
        put(str(days := natural_days(start, end)))
        say(f"{_shown(start)}至{_shown(end)}共{days}日：{_FIRST_NOT_COUNTED}。")
    else:
        put((end := after_days(start, number)).isoformat())
        say(f"{_shown(start)}起{number}日，最后一日是{_shown(end)}：{_FIRST_NOT_COUNTED}；{_NOT_MOVED}。")
    return DONE


def _put_working(
    workspace: Workspace, calendar: PublishedCalendar, period: tuple[date, date], number: int | None
) -> None:
    start, end = period
    if number is None:
        bounds = working_days(start, end, calendar)
        put(days := _or_range(str(bounds.least), str(bounds.most)))
        said = f"至{_shown(end)}共{natural_days(start, end)}日，其中工作日{days}日"
    else:
        earliest, end = nth_working_day(start, number, calendar)
        put(_or_range(earliest.isoformat(), end.isoformat()))
        last = f"是{_shown(end)}" if earliest == end else f"最早是{_shown(earliest)}，最迟是{_shown(end)}"
        said = f"起{number}个工作日，最后一日{last}"
    say(f"{_shown(start)}{said}：{_FIRST_NOT_COUNTED}。{_WORKING}。")
    for words in (*_own_years(calendar, start, end), *_open_years(workspace, calendar, start, end)):
        say(words)


def _own_years(calendar: PublishedCalendar, start: date, end: date) -> Iterator[str]:
    """The years of the period that the unit's own table speaks of."""
    for year in range(start.year, end.year + 1 + hangs_on_next_year(end)):
        if year in calendar.own.sources:
            yield f"{year}年用了本单位的工作日历：{calendar.own.sources[year]}。"


def _open_years(workspace: Workspace, calendar: PublishedCalendar, start: date, end: date) -> Iterator[str]:
    """Which arrangement is missing, how the range comes about, and what to do."""
    if years := unpublished_years(start, end, calendar):
        yield f"{_in_runs(years)}的放假安排尚未公布，或者所装的版本没有收录，所以只有范围。"
        yield f"未定的日子，最多按天天上班算，最少按每年周一至周五减{MOST_DAYS_LOST}日算。"
        yield f"公布后请升级 fazhi，或者写进本单位的工作日历：{workspace.calendar_table}"


def _in_runs(years: Sequence[int]) -> str:
    """Years in words, those that follow one another as one: 2003年、2027年至2030年."""
    begins = [year for year in years if year - 1 not in years]
    ends = [year for year in years if year + 1 not in years]
    return "、".join(_or_range(f"{a}年", f"{b}年") for a, b in zip(begins, ends, strict=True))


def _or_range(least: str, most: str) -> str:
    return least if least == most else f"{least}至{most}"


def _shown(day: date) -> str:
    return f"{day}（星期{_WEEKDAYS[day.weekday()]}）"


def _day(text: str, year: int) -> date:
    day = read_date(text, year)
    if day is None:
        raise BadInputError(f"“{text}”：{why_no_date(text, year)}。", "算7日的最后一日，请写 +7。")
    return day


def _number(text: str) -> int | None:
    """The days of +7; None for a date."""
    plain = unicodedata.normalize("NFKC", text).strip()
    if not plain.startswith("+"):
        return None
    if not re.fullmatch(r"\+[0-9]{1,5}", plain) or int(plain) > _MOST_DAYS:
        raise BadInputError(f"“{text}”不是天数。", f"请写成 +7 这样，不超过 {_MOST_DAYS}。")
    return int(plain)


COMMAND = Command(
    "days",
    "算期间有多少日，或者哪天期满",
    ("起算日 截止日 [--working]", "起算日 +天数 [--working]"),
    _configure,
    _run,
)

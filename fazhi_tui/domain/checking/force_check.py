"""Whether a checklist's dates of a law agree with its text, its title and the day it was checked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from fazhi_tui.domain.checking.law_remark import Remark
from fazhi_tui.domain.law.citation import Law, place_in_words
from fazhi_tui.domain.law.statute import Instrument
from fazhi_tui.domain.law.working_days import covers

_PERIOD = re.compile(r"[（(][0-9]{4}[－—―\-–~至]+([0-9]{4})年[）)]")


def check_law(law: Law, checked: date, instrument: Instrument | None) -> list[Remark]:
    """The remarks on a law: in force on `checked` or its end stated, its days as its text gives them."""
    found = [*_against_checked(law, checked), *_against_title(law, checked)]
    if instrument is not None:
        found += [*_effective(law, instrument), *_expires(law, instrument), *_working(law, instrument)]
    sure = law.verified != "unverified"
    said = f"laws.{law.key}（《{law.title}》）"
    return [Remark(said, problem, remedy, is_finding=sure) for problem, remedy in found]


def _against_checked(law: Law, checked: date) -> Iterator[tuple[str, str]]:
    if law.effective > checked:
        yield (
            f"effective = {law.effective} 晚于清单的核对日 checked = {checked}，那一天还没有施行。",
            "请改正日期，或者改引当时施行的规定。",
        )


def _against_title(law: Law, checked: date) -> Iterator[tuple[str, str]]:
    match = _PERIOD.search(law.title)
    last = int(match[1]) if match else None
    if last is None:
        return
    if law.expires is None and last < checked.year:
        yield f"标题所写期间到{last}年届满，没有写 expires。", f"请补写 expires = {last}-12-31。"
    elif law.expires is not None and law.expires.year != last:
        yield f"expires = {law.expires} 与标题所写期间（到{last}年）不合。", f"请改为 {last}-12-31。"


def _effective(law: Law, instrument: Instrument) -> Iterator[tuple[str, str]]:
    """Statutes must say the day they came into force; documents at least a day of theirs."""
    said = instrument.in_force or (frozenset() if instrument.has_articles else instrument.dated)
    if said and law.effective not in said:
        verb = "施行日期是" if instrument.in_force else "所载日期是"
        yield f"effective = {law.effective}，{instrument.name}{verb}{_days(said)}。", "请改正施行日期。"


def _expires(law: Law, instrument: Instrument) -> Iterator[tuple[str, str]]:
    if not instrument.ended:
        return
    if law.expires is None:
        yield (
            f"{instrument.name}载明{_days(instrument.ended)}起失效，没有写 expires。",
            "请补写 expires，或者改引新规定。",
        )
    elif not {law.expires, law.expires + timedelta(days=1)} & instrument.ended:
        yield (
            f"expires = {law.expires}，{instrument.name}载明{_days(instrument.ended)}起失效。",
            "expires 请写失效前最后一天。",
        )


def _working(law: Law, instrument: Instrument) -> Iterator[tuple[str, str]]:
    if law.working is None:
        return
    words = instrument.text(law.working.cite)
    where = place_in_words(law.working.cite)
    if words is None or "工作日" not in words:
        stands = "手头文本没有这一条" if words is None else "那里没有写工作日"
        yield f"working 所引{where}：{stands}。", "请写规定“是指工作日”的那一条。"
        return
    wrong = [n for n in law.working.days if not covers(words, n)]
    if wrong:
        figures = "、".join(f"{n}日" for n in wrong)
        yield f"working 把{figures}算作工作日，{where}写的是：{words}", "请改正 days。"


def _days(days: Iterable[date]) -> str:
    return "、".join(f"{day.year}年{day.month}月{day.day}日" for day in sorted(days))

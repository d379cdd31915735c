"""To whom a year's 法治政府建设年度报告 goes and by when (督察工作规定 23, 24)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

RULES = "《法治政府建设与责任落实督察工作规定》"
_REMARKS = {
    "部门": "",
    "政府": "省级党委和政府按第二十三条第一款办理。",
    "乡镇街道": "街道办事处不是一级政府，按派出它的政府或者省级方案办理。",
}


@dataclass(frozen=True, slots=True)
class Duty:
    """One report to make; `before` is the day the text names, `safe` the last day that is surely in time.

    Whether 之前 takes in the day itself is not said in the text.
    """

    to: tuple[str, ...]
    copy: tuple[str, ...]
    before: date
    cite: str

    @property
    def safe(self) -> date:
        """The day before."""
        return self.before - timedelta(days=1)


@dataclass(frozen=True, slots=True)
class ReportDuties:
    """The reports, the day of publication (secrets apart), and what the text leaves to others to say."""

    reports: tuple[Duty, ...]
    publish: Duty
    remark: str


def report_duties(kind: str, year: int) -> ReportDuties:
    """What is due on the year's report; `kind` is one of `unit.UNIT_KINDS`."""
    due = date(year + 1, 3, 1)
    reports = tuple(Duty(to, copy, due, f"{RULES}第二十三条第二款") for to, copy in _addressees(kind))
    public = Duty(("社会",), (), date(year + 1, 4, 1), f"{RULES}第二十四条")
    return ReportDuties(reports, public, _REMARKS[kind])


def _addressees(kind: str) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    if kind == "部门":
        yield ("本级党委", "本级政府", "上一级政府有关部门"), ("本级督察单位",)
        return
    if kind == "政府":
        yield ("同级党委", "同级人大常委会"), ()
    yield ("上一级党委", "上一级政府"), ("上一级督察单位",)

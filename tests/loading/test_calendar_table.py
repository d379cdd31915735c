from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from fazhi_tui.loading.calendar_table import OwnTable, load_own_table
from fazhi_tui.loading.checklists.findings import FileFaultsError

DOCUMENT = Path(__file__).parents[2] / "docs" / "工作日历.md"
ALWAYS = '"2027-01-01", "2027-05-01", "2027-10-01 至 2027-10-03"'


def _read(tmp_path: Path, text: str) -> OwnTable:
    path = tmp_path / "calendar.toml"
    path.write_text(text, encoding="utf-8")
    return load_own_table(path)


def _year(rest: str = ALWAYS, more: str = "", year: str = "2027") -> str:
    return f'schema = 1\n[[years]]\nyear = {year}\nsource = "示例通知"\nrest = [{rest}]\n{more}\n'


def test_dates_are_read_with_and_without_quotes_and_as_ranges(tmp_path: Path) -> None:
    own = _read(tmp_path, _year(f"2027-02-05, '2027-02-08至2027-02-10', {ALWAYS}", "work = [2027-02-13]"))
    february = {day.day: works for day, works in own.days.items() if day.month == 2}
    assert february == {5: False, 8: False, 9: False, 10: False, 13: True}
    assert own.years == {2027}
    longest = _read(tmp_path, _year(f"{ALWAYS}, '2027-03-01 至 2027-03-31'"))
    assert sum(day.month == 3 for day in longest.days) == 31


def test_the_documented_example_reads(tmp_path: Path) -> None:
    examples = re.findall(r"```toml\n(.*?)```", DOCUMENT.read_text(encoding="utf-8"), re.DOTALL)
    assert len(examples) == 1
    own = _read(tmp_path, examples[0])
    assert own.years == {2027}
    assert own.sources.keys() == {2026, 2027}
    assert own.days[date(2026, 4, 20)] is False


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "文件开头：schema 应为 1"),
        ("schema = 2\nyears = 3", "文件开头：schema 应为 1"),
        ("schema = 1", "文件开头：缺少“years”"),
        ("schema = 1\nyears = [1]", "未写年份的一年：这里应当是一个表"),
        (_year(more='[[yeers]]\nx = "1"'), "文件开头：不认识的键“yeers”"),
        (_year(more="holiday = true"), "2027年：不认识的键“holiday”"),
        (_year().replace('source = "示例通知"\n', ""), "2027年：缺少“source”"),
        (_year(year="27"), "27年：year 应当是2000到2100之间的整数"),
        (_year(year="true"), "True年：year 应当是"),
        (_year(year='"2027"'), "2027年：year 应当是"),
        (_year().replace("year = 2027\n", ""), "未写年份的一年：year 应当是"),
        (_year() + _year().removeprefix("schema = 1\n"), "2027年：同一年写了两次"),
        (_year(more='local = "是"'), "2027年：“local”应当是 true 或 false"),
        (_year(more="work = 20270213"), "2027年：“work”应当是文字的列表"),
        (_year(f'{ALWAYS}, "2027-02-30"'), "2027年：“rest”里的“2027-02-30”不是日期"),
        (_year(f'{ALWAYS}, "2月5日"'), "2027年：“rest”里的“2月5日”不是日期"),
        (_year(f'{ALWAYS}, "2027-02-10 至 2027-02-05"'), "前后颠倒"),
        (_year(f'{ALWAYS}, "2027-03-01 至 2027-04-01"'), "超过31天"),
        (_year(f'{ALWAYS}, "2028-02-05"'), "2027年：“rest”里的 2028-02-05 不在2027年"),
        (_year(f'{ALWAYS}, "2026-12-24 至 2026-12-31"'), "“rest”里的 2026-12-24 不在2027年"),
        (_year(more='work = ["2027-05-01"]'), "2027年：2027-05-01 既写作放假又写作上班"),
        (_year('"2027-01-01"'), "2027年：rest 里没有法定的5月1日、10月1日、10月2日、10月3日"),
    ],
)
def test_a_fault_is_told_with_its_place(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(FileFaultsError) as raised:
        _read(tmp_path, text)
    assert said in raised.value.message
    assert all(finding.file == "calendar.toml" for finding in raised.value.findings)
    assert "删去 calendar.toml" in raised.value.hint
    assert all(finding.remedy for finding in raised.value.findings)


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(FileFaultsError) as raised:
        _read(tmp_path, _year('"甲", "乙"', 'x = 1\nwork = ["丙"]'))
    assert len(raised.value.findings) == 5


def test_a_day_listed_differently_in_two_years_is_a_fault(tmp_path: Path) -> None:
    first = _year(f'{ALWAYS}, "2027-12-31"')
    second = _year(ALWAYS.replace("2027", "2028"), 'work = ["2027-12-31"]', "2028").removeprefix(
        "schema = 1\n"
    )
    with pytest.raises(FileFaultsError, match="2028年：2027-12-31 既写作放假又写作上班"):
        _read(tmp_path, first + second)


@pytest.mark.parametrize(
    ("data", "said"), [(b"schema = ", "不合 TOML 语法"), ("schema = 1 # 年".encode("gbk"), "不是 UTF-8 编码")]
)
def test_a_file_that_does_not_read_is_told(tmp_path: Path, data: bytes, said: str) -> None:
    path = tmp_path / "calendar.toml"
    path.write_bytes(data)
    with pytest.raises(FileFaultsError, match=said):
        load_own_table(path)


def test_no_file_is_an_empty_table(tmp_path: Path) -> None:
    assert load_own_table(tmp_path / "calendar.toml") == OwnTable()

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from tests.cli.conftest import Commands
from tests.published import publish_until


@pytest.mark.parametrize(
    ("words", "out"),
    [
        (("2024-03-01", "2024-03-20"), "19"),
        (("2024-3-1", "20240320"), "19"),
        (("2024年3月1日", "2024.3.20"), "19"),
        (("２０２４-３-１", "2024/3/20"), "19"),
        (("2024-05-06", "2024-05-06"), "0"),
        (("2024-01-31", "+30"), "2024-03-01"),
        (("2024-01-31", "＋30"), "2024-03-01"),
        (("2024-01-31", "+0"), "2024-01-31"),
        (("2024-02-02", "2024-02-19", "--working"), "8"),
        (("--working", "2024-02-02", "2024-02-19"), "8"),
        (("2024-09-26", "+7", "--working"), "2024-10-11"),
        (("2024-10-01", "+0", "--working"), "2024-10-01"),
    ],
)
def test_the_data_is_the_number_or_the_day_alone(fazhi: Commands, words: tuple[str, ...], out: str) -> None:
    result = fazhi("days", *words)
    assert (result.code, result.out) == (0, f"{out}\n")
    assert not fazhi.data.exists()


def test_a_day_without_a_year_is_of_this_year(fazhi: Commands) -> None:
    year = datetime.now().astimezone().year
    assert f"{year}-03-01（星期" in fazhi("days", "3.1", "3月20日").err


def test_it_says_how_it_counted(fazhi: Commands) -> None:
    assert fazhi("days", "2024-03-01", "2024-03-20").err == (
        "2024-03-01（星期五）至2024-03-20（星期三）共19日：开始的当日不计入，从下一日算起（民法典第二百零一条）。\n"
    )
    err = fazhi("days", "2024-09-20", "+15").err
    assert "2024-09-20（星期五）起15日，最后一日是2024-10-05（星期六）" in err
    assert "没有顺延" in err
    err = fazhi("days", "2024-02-02", "2024-02-19", "--working").err
    assert "共17日，其中工作日8日" in err
    assert "调休放假的不算，调休上班的算" in err
    assert "范围" not in err
    assert "起7个工作日，最后一日是2024-10-11（星期五）" in fazhi("days", "2024-09-26", "+7", "--working").err


def test_an_arrangement_not_published_gives_a_range_and_its_reason(
    fazhi: Commands, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish_until(2026, monkeypatch)
    result = fazhi("days", "2026-12-18", "2027-01-08", "--working")
    assert (result.code, result.out) == (0, "4至19\n")
    assert "其中工作日4至19日" in result.err
    assert "2027年的放假安排尚未公布" in result.err
    assert str(fazhi.data / "calendar.toml") in result.err
    result = fazhi("days", "2026-12-21", "+7", "--working")
    assert (result.code, result.out) == (0, "2026-12-28至2027-02-03\n")
    assert "2027年的放假安排尚未公布" in result.err
    assert fazhi("days", "2026-12-21", "+3", "--working").out == "2026-12-24\n"
    assert "最后一日最早是2026-12-28（星期一），最迟是2027-02-03（星期三）" in result.err
    err = fazhi("days", "2001-12-01", "2028-03-01", "--working").err
    assert "\n2001年至2003年、2027年至2028年的放假安排尚未公布" in err


OWN = """schema = 1
[[years]]
year = 2026
local = true
source = "某区三月三放假通知"
rest = ["2026-04-20"]
"""


def _own_table(data: Path, text: str) -> None:
    data.mkdir()
    (data / "calendar.toml").write_text(text, encoding="utf-8")


def test_the_units_own_table_counts_and_is_named(fazhi: Commands) -> None:
    assert fazhi("days", "2026-04-17", "2026-04-21", "--working").out == "2\n"
    _own_table(fazhi.data, OWN)
    result = fazhi("days", "2026-04-17", "2026-04-21", "--working")
    assert (result.code, result.out) == (0, "1\n")
    assert "2026年用了本单位的工作日历：某区三月三放假通知。" in result.err
    assert "本单位" not in fazhi("days", "2025-04-17", "2025-04-21", "--working").err
    assert "2026年用了本单位" not in fazhi("days", "2025-12-20", "2025-12-24", "--working").err
    assert "2026年用了本单位" in fazhi("days", "2025-12-20", "2025-12-25", "--working").err


def test_a_table_with_a_fault_is_refused_only_where_it_is_needed(fazhi: Commands) -> None:
    _own_table(fazhi.data, "schema = 2\n")
    assert fazhi("days", "2026-04-17", "2026-04-21").code == 0
    result = fazhi("days", "2026-04-17", "2026-04-21", "--working")
    assert (result.code, result.out) == (2, "")
    assert "calendar.toml · 文件开头：schema 应为 1" in result.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("2024-03-20", "2024-03-01"), "截止日 2024-03-01 早于起算日 2024-03-20"),
        (("2023-02-29", "+1"), "“2023-02-29”："),
        (("明天", "+1"), "“明天”："),
        (("2024-03-01", "7"), "请写 +7"),
        (("2024-03-01", "-7"), "请写 +7"),
        (("2024-03-01", "+7天"), "“+7天”不是天数"),
        (("2024-03-01", "+"), "“+”不是天数"),
        (("2024-03-01", "+36501"), "不超过 36500"),
        (("2024-03-01",), "缺少：截止日|+天数"),
    ],
)
def test_what_cannot_be_counted_is_refused(fazhi: Commands, words: tuple[str, ...], said: str) -> None:
    result = fazhi("days", *words)
    assert (result.code, result.out) == (2, "")
    assert said in result.err


def test_the_longest_period_and_the_last_year_can_be_counted(fazhi: Commands) -> None:
    assert fazhi("days", "2199-12-31", "+36500").code == 0
    assert fazhi("days", "2199-12-31", "+36500", "--working").code == 0
    assert fazhi("days", "1949-01-01", "2199-12-31", "--working").code == 0

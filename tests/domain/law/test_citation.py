from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from fazhi_tui.domain.law.citation import Citation, Law, chinese_number, encloses, is_place, place_in_words

LAW = Law("zdjc", "重大行政决策程序暂行条例", "国务院令第713号", date(2019, 9, 1), None, "full")
NOTICE = Law(
    "sxzd", "《关于全面推行三项制度的指导意见》", "国办发〔2018〕118号", date(2018, 12, 5), None, "full"
)


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("15", "第十五条"),
        ("15.1", "第十五条第一款"),
        ("7.1.3", "第七条第一款第三项"),
        ("10.2.10", "第十条第二款第十项"),
        ("102", "第一百零二条"),
        ("1165.2", "第一千一百六十五条第二款"),
        ("二（六）", "第二部分（六）"),
        ("四", "第四部分"),
        ("（十一）", "（十一）"),
        ("三（九）2", "第三部分（九）2"),
    ],
)
def test_a_place_is_read_in_words(place: str, words: str) -> None:
    assert is_place(place)
    assert place_in_words(place) == words


@pytest.mark.parametrize(
    "place",
    [
        "",
        "0",
        "01",
        "15.",
        "15.0",
        "15.1.2.3",
        "十五条",
        "第15条",
        "15．1",
        "二(六)",
        "六）",
        "（）",
        "12345",
        "15.1 ",
    ],
)
def test_anything_else_is_no_place(place: str) -> None:
    assert not is_place(place)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (1, "一"),
        (10, "十"),
        (11, "十一"),
        (20, "二十"),
        (99, "九十九"),
        (100, "一百"),
        (101, "一百零一"),
        (110, "一百一十"),
        (215, "二百一十五"),
        (999, "九百九十九"),
        (1000, "一千"),
        (1001, "一千零一"),
        (1010, "一千零一十"),
        (1100, "一千一百"),
        (1260, "一千二百六十"),
        (9999, "九千九百九十九"),
    ],
)
def test_numbers_are_written_as_statutes_write_them(number: int, words: str) -> None:
    assert chinese_number(number) == words


@pytest.mark.parametrize("number", [0, -1, 10000])
def test_a_number_no_statute_has_is_refused(number: int) -> None:
    with pytest.raises(ValueError, match=str(number)):
        chinese_number(number)


def test_no_two_numbers_read_the_same() -> None:
    assert len({chinese_number(n) for n in range(1, 10000)}) == 9999


@pytest.mark.parametrize(
    ("outer", "inner", "expected"),
    [
        ("15", "15", True),
        ("15", "15.1", True),
        ("15", "15.1.2", True),
        ("15.1", "15.1.2", True),
        ("1", "15", False),
        ("15.1", "15", False),
        ("15.1", "15.10", False),
        ("二", "二（六）", True),
        ("二（六）", "二（六）3", True),
        ("二", "二十（一）", False),
        ("（一）", "（十一）", False),
        ("二", "2", False),
        ("2", "二", False),
    ],
)
def test_a_place_encloses_itself_and_what_stands_under_it(outer: str, inner: str, expected: bool) -> None:
    assert encloses(outer, inner) is expected


def test_an_article_is_printed_behind_the_title_alone() -> None:
    assert Citation(LAW, "15.1").text == "《重大行政决策程序暂行条例》第十五条第一款"


def test_a_section_is_printed_behind_title_and_number() -> None:
    expected = "《关于全面推行三项制度的指导意见》（国办发〔2018〕118号）第二部分（六）"
    assert Citation(NOTICE, "二（六）").text == expected


def test_a_pending_place_and_all_under_it_are_marked() -> None:
    partial = replace(LAW, verified="partial", pending=("14",))
    assert Citation(partial, "14.2").text.endswith("第十四条第二款（原文待核）")
    assert "待核" not in Citation(partial, "15.1").text


def test_every_place_of_an_unverified_law_is_pending() -> None:
    assert Citation(replace(LAW, verified="unverified"), "15.1").is_pending


@pytest.mark.parametrize(
    ("year", "expected"), [(2018, False), (2019, True), (2023, True), (2024, True), (2025, False)]
)
def test_a_law_is_in_force_in_every_year_it_touches(year: int, expected: bool) -> None:
    assert replace(LAW, expires=date(2024, 1, 1)).in_force_during(year) is expected

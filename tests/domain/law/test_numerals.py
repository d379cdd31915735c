from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fazhi_tui.domain.law.citation import chinese_number
from fazhi_tui.domain.law.numerals import read_number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("30", 30),
        ("1,000", 1000),
        ("1.5万", 15000),
        ("三十", 30),
        ("两", 2),
        ("十", 10),
        ("一百零二", 102),
        ("五千", 5000),
        ("十万", 100_000),
        ("一万五千", 15_000),
        ("〇", 0),
    ],
)
def test_a_number_is_read(text: str, number: int) -> None:
    assert read_number(text) == number


def test_half_is_a_number() -> None:
    assert read_number("半") == Fraction(1, 2)


@pytest.mark.parametrize("text", ["", "三五", "十百", "1.2.3", "甲", "万"])
def test_what_is_no_number_is_none(text: str) -> None:
    assert read_number(text) is None


@given(st.integers(1, 9999))
def test_what_we_write_we_read(number: int) -> None:
    assert read_number(chinese_number(number)) == number

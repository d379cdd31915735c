from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fazhi_tui.domain.text import NAME_LIMIT, clean_name, clean_text
from fazhi_tui.errors import BadInputError


@pytest.mark.parametrize(
    "name", ["越城区文化广电旅游局", "甲[/]乙 [x=1]", "CON", "a" * NAME_LIMIT, "局（筹）", "…", "甲.", "😀局"]
)
def test_a_legal_name_stays_as_it_is(name: str) -> None:
    assert clean_name(name, "单位名称") == name


def test_a_name_is_trimmed_and_composed() -> None:
    assert clean_name(" \u3000e\u0301局\u3000 ", "单位名称") == "é局"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("", "不能为空"),
        ("  \u3000", "不能为空"),
        ("局" * (NAME_LIMIT + 1), "61个字"),
        ("甲/乙", "路径分隔符"),
        ("甲\\乙", "路径分隔符"),
        ("[甲/乙", "路径分隔符"),
        ("[甲]/[乙]", "路径分隔符"),
        ("..", "句点"),
        ("甲\x00乙", "U+0000"),
        ("甲\n乙", "U+000A"),
        ("甲\u200b乙", "U+200B"),
        ("甲\u202e乙", "U+202E"),
        ("甲\u2028乙", "U+2028"),
        ("甲\ud800", "U+D800"),
        ("甲\ue000", "U+E000"),
    ],
)
def test_a_bad_name_is_refused_in_chinese_with_the_thing_named_and_a_remedy(name: str, said: str) -> None:
    with pytest.raises(BadInputError) as caught:
        clean_name(name, "单位名称")
    assert caught.value.message.startswith("单位名称")
    assert said in caught.value.message
    assert caught.value.hint


@given(st.text(max_size=80))
def test_a_name_that_passes_passes_again_unchanged(text: str) -> None:
    try:
        name = clean_name(text, "名称")
    except BadInputError:
        return
    assert clean_name(name, "名称") == name
    assert 0 < len(name) <= NAME_LIMIT


def test_a_note_keeps_its_lines_and_loses_what_cannot_be_seen() -> None:
    assert clean_text("一\r\n二\r三\x00\x1b[31m\u200b\t四\n", "说明", 100) == "一\n二\n三[31m\t四"


def test_a_note_may_be_as_long_as_its_limit_and_no_longer() -> None:
    assert clean_text("字" * 10, "说明", 10) == "字" * 10
    with pytest.raises(BadInputError, match="说明有11个字，超过10个字"):
        clean_text("字" * 11, "说明", 10)


@given(st.text())
def test_cleaning_a_note_twice_changes_nothing_more(text: str) -> None:
    once = clean_text(text, "说明", 10**6)
    assert clean_text(once, "说明", 10**6) == once

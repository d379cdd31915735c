from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fazhi_tui.domain.filling.excel_text import excel_length, excel_text, text_of_excel


@given(st.text() | st.text(alphabet="_x0005Fd字", max_size=20))
def test_any_text_is_read_back_as_it_was(text: str) -> None:
    assert text_of_excel(excel_text(text)) == text


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("甲\n乙\t丙", "甲\n乙\t丙"),
        ("_x000D_", "_x005F_x000D_"),
        ("a_x1", "a_x1"),
        ("\r\x07\ufffe", "_x000D__x0007__xFFFE_"),
    ],
)
def test_only_what_a_cell_cannot_say_is_coded(text: str, written: str) -> None:
    assert excel_text(text) == written


def test_a_sign_beyond_the_first_plane_takes_two_characters() -> None:
    assert excel_length("甲𠮷") == 3

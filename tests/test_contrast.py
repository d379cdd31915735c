"""The measure itself, against values WCAG's own documents give."""

from __future__ import annotations

import pytest

from .contrast import contrast, is_text


def test_the_ends_of_the_scale() -> None:
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)
    assert contrast((12, 34, 56), (12, 34, 56)) == 1


def test_the_grey_that_is_just_enough_on_white_and_the_next_that_is_not() -> None:
    assert contrast((0x76,) * 3, (255,) * 3) == pytest.approx(4.54, abs=0.01)
    assert contrast((0x77,) * 3, (255,) * 3) < 4.5


@pytest.mark.parametrize(
    ("character", "read"), [("法", True), ("!", True), ("│", False), ("█", False), (" ", False)]
)
def test_lines_and_blocks_are_not_read(character: str, read: bool) -> None:
    assert is_text(character) is read

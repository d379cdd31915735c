from __future__ import annotations

from pathlib import Path

import pytest

from fazhi_tui.storage.settings import read_theme, write_theme
from fazhi_tui.storage.side_file import write_side_file


def test_what_was_kept_is_there_again_even_where_the_folder_was_not(tmp_path: Path) -> None:
    data = tmp_path / "data"
    write_theme(data, "fazhi-light")
    assert read_theme(data) == "fazhi-light"


def test_none_kept_is_the_standard(tmp_path: Path) -> None:
    assert read_theme(tmp_path) == ""


@pytest.mark.parametrize(
    "damage", [b"", b"\0" * 40, b"{", b"[]", b'{"digest":"0","value":{"theme":"x"}}', b"\xff\xfe"]
)
def test_damage_is_the_standard_and_can_be_written_over(tmp_path: Path, damage: bytes) -> None:
    (tmp_path / "settings.json").write_bytes(damage)
    assert read_theme(tmp_path) == ""
    write_theme(tmp_path, "a")
    assert read_theme(tmp_path) == "a"


@pytest.mark.parametrize("foreign", [None, [], "a", {"theme": 3}, {"other": "a"}])
def test_another_shape_is_the_standard(tmp_path: Path, foreign: object) -> None:
    write_side_file(tmp_path / "settings.json", foreign)
    assert read_theme(tmp_path) == ""


def test_a_folder_that_cannot_be_made_is_an_os_error(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("in the way", encoding="utf-8")
    with pytest.raises(OSError, match="data"):
        write_theme(tmp_path / "data", "a")

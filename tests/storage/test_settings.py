from __future__ import annotations

from pathlib import Path

import pytest

from fazhi_tui.storage.settings import Settings, read_settings, write_settings
from fazhi_tui.storage.side_file import write_side_file


def test_what_was_kept_is_there_again_even_where_the_folder_was_not(tmp_path: Path) -> None:
    data = tmp_path / "data"
    write_settings(data, Settings(theme="fazhi-light"))
    assert read_settings(data) == Settings(theme="fazhi-light")


def test_none_kept_is_the_standard(tmp_path: Path) -> None:
    assert read_settings(tmp_path) == Settings()


@pytest.mark.parametrize(
    "damage", [b"", b"\0" * 40, b"{", b"[]", b'{"digest":"0","value":{"theme":"x"}}', b"\xff\xfe"]
)
def test_damage_is_the_standard_and_can_be_written_over(tmp_path: Path, damage: bytes) -> None:
    (tmp_path / "settings.json").write_bytes(damage)
    assert read_settings(tmp_path) == Settings()
    write_settings(tmp_path, Settings(theme="a"))
    assert read_settings(tmp_path) == Settings(theme="a")


@pytest.mark.parametrize("foreign", [None, [], "a", {"theme": 3}, {"other": "a"}])
def test_another_shape_is_the_standard(tmp_path: Path, foreign: object) -> None:
    write_side_file(tmp_path / "settings.json", foreign)
    assert read_settings(tmp_path) == Settings()


def test_a_folder_that_cannot_be_made_is_an_os_error(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("in the way", encoding="utf-8")
    with pytest.raises(OSError, match="data"):
        write_settings(tmp_path / "data", Settings(theme="a"))

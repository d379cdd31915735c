from __future__ import annotations

from pathlib import Path

import pytest

from fazhi_tui.storage.side_file import read_side_file, write_side_file


def test_what_was_written_is_read_back(tmp_path: Path) -> None:
    path = tmp_path / "draft.json"
    assert read_side_file(path) is None
    write_side_file(path, {"note": "写到一半", "n": [1, None]})
    assert read_side_file(path) == {"note": "写到一半", "n": [1, None]}


def test_a_file_with_any_byte_changed_counts_as_not_there(tmp_path: Path) -> None:
    path = tmp_path / "draft.json"
    value = {"note": "写到一半", "n": [1, None]}
    write_side_file(path, value)
    whole = path.read_bytes()
    for place in range(len(whole)):
        for bit in (1, 2, 32, 128):
            changed = bytearray(whole)
            changed[place] ^= bit
            path.write_bytes(changed)
            assert read_side_file(path) in (None, value)


@pytest.mark.parametrize(
    "damage", [b"", b"[]", b"3", b"{}", b'{"digest":3,"value":{}}', b"\xff", b"[" * 99_999]
)
def test_a_file_of_another_shape_counts_as_not_there(tmp_path: Path, damage: bytes) -> None:
    path = tmp_path / "draft.json"
    path.write_bytes(damage)
    assert read_side_file(path) is None

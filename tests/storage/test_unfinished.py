from __future__ import annotations

from pathlib import Path

from fazhi_tui.storage.unfinished import keep_unfinished, put_unfinished_away, unfinished


def test_what_was_kept_is_there_until_it_was_shown(tmp_path: Path) -> None:
    data = tmp_path / "data"
    assert unfinished(data) == ""
    keep_unfinished(data, "甲\n")
    keep_unfinished(data, "乙\ud800\n")
    assert unfinished(data) == "甲\n\n乙?\n"
    shown = put_unfinished_away(data)
    assert unfinished(data) == ""
    assert shown.read_text(encoding="utf-8").startswith("甲")


def test_a_folder_that_cannot_be_read_holds_nothing(tmp_path: Path) -> None:
    (tmp_path / "unfinished.txt").mkdir()
    assert unfinished(tmp_path) == ""

"""The unit's own table of working days does not read: every command works, and says it once."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Commands, Filler


@pytest.mark.parametrize(
    "words",
    [
        ("show",),
        ("show", "--format", "json"),
        ("gaps",),
        ("form",),
        ("log",),
        ("verify",),
        ("ledger",),
        ("report",),
        ("profile", "--has", "许可权"),
        ("sheet", "--checklist", "juece", "--object", "规划"),
    ],
    ids=" ".join,
)
def test_a_command_does_its_work_and_says_once_where_the_table_is_broken(
    fazhi: Commands, words: tuple[str, ...]
) -> None:
    id = fazhi.new()
    (fazhi.data / "calendar.toml").write_text("schema = 9\n", encoding="utf-8")
    result = fazhi(words[0], id, *words[1:])
    assert result.code == 0
    assert result.err.count("本单位的工作日历读不出来") == 1
    assert result.err.count("calendar.toml · 文件开头：schema 应为 1") == 1
    assert "calendar.toml ·" not in result.out


def test_answers_are_taken_and_a_table_taken_away_is_said_no_more(fazhi: Commands, filled: Filler) -> None:
    id = fazhi.new()
    (fazhi.data / "calendar.toml").write_bytes(b"\xff\x00")
    file = filled(("juece", "本单位", "u-1", "落实", "有"))
    result = fazhi("fill", id, str(file))
    assert result.code == 0
    assert "不是 UTF-8 编码" in result.err
    (fazhi.data / "calendar.toml").unlink()
    assert "工作日历" not in fazhi("show", id).err

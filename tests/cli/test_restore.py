from __future__ import annotations

from pathlib import Path

import pytest

from .conftest import Commands, Filler


@pytest.fixture
def damaged(fazhi: Commands, filled: Filler) -> tuple[str, Path]:
    """An assessment with two saves whose live file is then cut in half."""
    id = fazhi.new()
    for verdict in ("落实", "未落实"):
        fazhi("fill", id, str(filled(("juece", "本单位", "u-1", verdict, ""))))
    live = fazhi.data / "assessments" / id / "events.json"
    live.write_bytes(live.read_bytes()[: live.stat().st_size // 2])
    return id, live


def test_a_damaged_assessment_is_restored_and_the_damaged_file_kept(
    fazhi: Commands, damaged: tuple[str, Path]
) -> None:
    id, live = damaged
    broken = live.read_bytes()
    assert fazhi("show", id).code == 3
    listed = fazhi("restore", id, "--dry-run")
    assert listed.code == 0
    assert "条记录，到" in listed.out
    assert live.read_bytes() == broken
    result = fazhi("restore", id)
    assert result.code == 0, result.err
    aside = Path(result.out.strip())
    assert (aside / "events.json").read_bytes() == broken
    assert fazhi("verify", id).code == 0


def test_a_copy_is_chosen_by_name(fazhi: Commands, damaged: tuple[str, Path]) -> None:
    id, _ = damaged
    assert fazhi("restore", id, "--from", "上一版").code == 0
    assert fazhi("verify", id).code == 0


def test_an_unknown_copy_is_refused_and_those_there_are_named(
    fazhi: Commands, damaged: tuple[str, Path]
) -> None:
    id, live = damaged
    broken = live.read_bytes()
    result = fazhi("restore", id, "--from", "1999-01-01")
    assert result.code == 2
    assert "上一版" in result.err
    assert live.read_bytes() == broken

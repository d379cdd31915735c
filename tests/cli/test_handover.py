from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Commands, Filler


def test_it_writes_one_file_and_prints_the_check_code(fazhi: Commands, tmp_path: Path) -> None:
    id = fazhi.new()
    path = tmp_path / "交给律师.fazhi"
    before = fazhi.stored()
    result = fazhi("handover", id, "-o", str(path))
    assert result.code == 0
    assert result.out == fazhi("verify", id).out.splitlines(keepends=True)[0]
    assert f"已写出：{path}" in result.err
    assert "fazhi merge" in result.err
    assert "送审以后才能复核" in result.err
    assert json.loads(path.read_bytes())["format"] == "fazhi-handover"
    assert fazhi.stored() == before


def test_a_file_that_is_there_is_replaced_by_the_same_bytes(fazhi: Commands, tmp_path: Path) -> None:
    id, path = fazhi.new(), tmp_path / "x.fazhi"
    path.write_bytes(b"old")
    assert fazhi("handover", id, "-o", str(path)).code == 0
    first = path.read_bytes()
    assert fazhi("handover", id, "-o", str(path)).code == 0
    assert path.read_bytes() == first != b"old"


@pytest.mark.parametrize("name", ["x", "x.json", "x.fazhi.zip"])
def test_another_ending_is_refused(fazhi: Commands, tmp_path: Path, name: str) -> None:
    result = fazhi("handover", fazhi.new(), "-o", str(tmp_path / name))
    assert (result.code, result.out) == (2, "")
    assert ".fazhi" in result.err
    assert not (tmp_path / name).exists()


def test_the_file_must_be_named_and_the_assessment_be_there(fazhi: Commands, tmp_path: Path) -> None:
    id = fazhi.new()
    assert fazhi("handover", id).code == 2
    assert fazhi("handover", "没有", "-o", str(tmp_path / "x.fazhi")).code == 2
    assert fazhi("handover", id, "-o", str(tmp_path / "no" / "x.fazhi")).code == 2
    assert not list(tmp_path.rglob("*.fazhi"))


def test_checklists_that_are_gone_are_damage(fazhi: Commands, tmp_path: Path, filled: Filler) -> None:
    id, path = fazhi.new(), tmp_path / "x.fazhi"
    folder = fazhi.data / "assessments" / id
    for file in (folder / "checklists.json", *(folder / "adopted").iterdir()):
        file.unlink()
    result = fazhi("handover", id, "-o", str(path))
    assert (result.code, result.out) == (3, "")
    assert not path.exists()

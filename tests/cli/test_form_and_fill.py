from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from fazhi_tui.workspace import Workspace
from tests.cli.conftest import Commands, Filler
from tests.samples import START


def _log_length(fazhi: Commands, id: str) -> int:
    return len(Workspace(fazhi.data, actor="张某", clock=lambda: START).open(id, writable=False).log)


def _rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_form_is_the_same_on_stdout_and_in_a_file(fazhi: Commands, tmp_path: Path) -> None:
    id = fazhi.new()
    target = tmp_path / "表.csv"
    assert fazhi("form", id, "-o", str(target)).code == 0
    result = fazhi("form", id)
    assert result.raw == target.read_bytes()
    assert result.raw.startswith(b"\xef\xbb\xbf")
    assert "还没有决策事项自查表" in result.err


def test_form_does_not_overwrite_without_force(fazhi: Commands, tmp_path: Path) -> None:
    id = fazhi.new()
    target = tmp_path / "表.csv"
    target.write_text("我填了一半", encoding="utf-8")
    refused = fazhi("form", id, "-o", str(target))
    assert refused.code == 2
    assert "--force" in refused.err
    assert target.read_text(encoding="utf-8") == "我填了一半"
    assert fazhi("form", id, "-o", str(target), "--force").code == 0
    assert _rows(target.read_bytes())[0]["检查项"] == "u-1"


@pytest.mark.parametrize("name", ["表.xls", "表", "没有的文件夹/表.csv"])
def test_form_refuses_a_place_or_kind_it_cannot_write(fazhi: Commands, tmp_path: Path, name: str) -> None:
    id = fazhi.new()
    result = fazhi("form", id, "-o", str(tmp_path / name))
    assert result.code == 2
    assert "请" in result.err
    assert not (tmp_path / name).exists()


def test_what_form_writes_fill_takes_back_as_no_change(fazhi: Commands, tmp_path: Path) -> None:
    id = fazhi.new()
    target = tmp_path / "表.csv"
    fazhi("form", id, "-o", str(target))
    before = _log_length(fazhi, id)
    result = fazhi("fill", id, str(target))
    assert result.code == 0
    assert "没有变化" in result.err
    assert _log_length(fazhi, id) == before


def test_fill_is_one_event_however_many_rows(fazhi: Commands, filled: Filler) -> None:
    id = fazhi.new()
    before = _log_length(fazhi, id)
    path = filled(("juece", "本单位", "u-1", "3", "走过场"), ("juece", "本单位", "u-2", "落实", ""))
    result = fazhi("fill", id, str(path))
    assert (result.code, result.out) == (0, "")
    assert "2条" in result.err
    assert _log_length(fazhi, id) == before + 1
    assert [g["item"] for g in json.loads(fazhi("gaps", id, "--format", "json").out)] == ["u-1"]


def test_a_dry_run_shows_what_would_change_and_writes_nothing(fazhi: Commands, filled: Filler) -> None:
    id = fazhi.new()
    fazhi("fill", id, str(filled(("juece", "本单位", "u-1", "落实", "原说明"))))
    before = fazhi.stored()
    result = fazhi("fill", id, str(filled(("juece", "本单位", "u-1", "4", "清空"))), "--dry-run")
    assert result.code == 0
    lines = [line.split() for line in result.out.splitlines()]
    assert ["juece", "本单位", "u-1", "结论", "落实", "未落实"] in lines
    assert ["juece", "本单位", "u-1", "说明", "原说明", "清空"] in lines
    assert fazhi.stored() == before


def test_one_bad_row_and_nothing_is_written_and_every_bad_row_is_named(
    fazhi: Commands, filled: Filler
) -> None:
    id = fazhi.new()
    before = fazhi.stored()
    path = filled(
        ("juece", "本单位", "u-1", "落实", ""),
        ("juece", "本单位", "u-2", "达标", ""),
        ("juece", "没有", "u-1", "落实", ""),
        ("juece", "本单位", "u-red", "不适用", ""),
    )
    for words in ((), ("--dry-run",)):
        result = fazhi("fill", id, str(path), *words)
        assert (result.code, result.out) == (2, "")
        assert [f"第{n}行" in result.err for n in (2, 3, 4, 5)] == [False, True, True, True]
        assert "一行也没有写入" in result.err
        assert fazhi.stored() == before


def test_a_conflict_is_refused_without_force(fazhi: Commands, filled: Filler, tmp_path: Path) -> None:
    id = fazhi.new()
    form = tmp_path / "表.csv"
    fazhi("form", id, "-o", str(form))
    rows = _rows(form.read_bytes())
    rows[0]["结论"] = "部分落实"
    with form.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    fazhi("fill", id, str(filled(("juece", "本单位", "u-1", "落实", ""))))
    before = fazhi.stored()
    refused = fazhi("fill", id, str(form))
    assert refused.code == 2
    assert "第2行" in refused.err
    assert "--force" in refused.err
    assert fazhi.stored() == before
    assert fazhi("fill", id, str(form), "--force").code == 0
    items = json.loads(fazhi("show", id, "--format", "json").out)["checklists"][0]["sheets"][0]["items"]
    assert items[0]["verdict"] == "部分落实"


@pytest.mark.parametrize("kind", ["missing", "folder", "workbook"])
def test_a_file_that_is_no_form_is_refused_in_chinese(fazhi: Commands, tmp_path: Path, kind: str) -> None:
    id = fazhi.new()
    path = tmp_path / "文件"
    if kind == "folder":
        path.mkdir()
    if kind == "workbook":
        path.write_bytes(b"PK\x03\x04rest")
    result = fazhi("fill", id, str(path))
    assert result.code == 2
    said = {"missing": "没有这个文件", "folder": "这是文件夹", "workbook": "另存为 .xlsx 或 CSV"}
    assert said[kind] in result.err

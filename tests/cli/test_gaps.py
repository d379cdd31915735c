from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from tests.cli.conftest import UNIT, Commands, Filler


@pytest.fixture
def id(fazhi: Commands, filled: Filler) -> str:
    made = fazhi.new()
    assert fazhi("fill", made, str(filled(("juece", "本单位", "u-1", "流于形式", "[/]走过场")))).code == 0
    return made


def test_markdown_is_the_default_and_carries_unit_and_check_code(fazhi: Commands, id: str) -> None:
    result = fazhi("gaps", id)
    assert result.code == 0
    for words in (UNIT, "2023", "差距清单", "草稿", "自评分", "复核分", "流于形式", "校验码"):
        assert words in result.out
    assert fazhi("verify", id).out.splitlines()[0].removeprefix("校验码：") in result.out
    assert "差距1条" in result.err


@pytest.mark.parametrize("form", ["csv", "json"])
def test_a_table_without_room_for_the_check_code_has_it_said(fazhi: Commands, id: str, form: str) -> None:
    code = fazhi("verify", id).out.splitlines()[0]
    result = fazhi("gaps", id, "--format", form)
    assert code in result.err
    assert code not in result.out


def test_csv_and_json_list_the_same_gaps(fazhi: Commands, id: str) -> None:
    rows = list(csv.DictReader(io.StringIO(fazhi("gaps", id, "--format", "csv").raw.decode("utf-8-sig"))))
    entries = json.loads(fazhi("gaps", id, "--format", "json").out)
    assert [row["检查项"] for row in rows] == [entry["item"] for entry in entries] == ["u-1"]
    assert entries[0]["note"] == "[/]走过场"
    assert list(entries[0]) == [
        "number",
        "checklist",
        "sheet",
        "item",
        "stage",
        "verdict",
        "problem",
        "cites",
        "note",
        "computed",
        "review",
        "remedy",
        "rectification",
        "redline",
        "repeat",
    ]


@pytest.mark.parametrize("name", ["差距.md", "差距.csv", "差距.json", "差距"])
def test_the_file_name_chooses_the_format_and_an_old_file_is_replaced(
    fazhi: Commands, id: str, tmp_path: Path, name: str
) -> None:
    target = tmp_path / name
    target.write_text("旧的", encoding="utf-8")
    result = fazhi("gaps", id, "-o", str(target))
    assert (result.code, result.out) == (0, "")
    form = target.suffix.removeprefix(".") or "md"
    assert target.read_bytes() == fazhi("gaps", id, "--format", form).raw
    assert list(tmp_path.glob(".*.tmp")) == []


def test_a_format_given_wins_over_the_file_name(fazhi: Commands, id: str, tmp_path: Path) -> None:
    target = tmp_path / "差距.txt"
    assert fazhi("gaps", id, "-o", str(target), "--format", "md").code == 0
    assert target.read_bytes().decode("utf-8").startswith("# ")


@pytest.mark.parametrize(
    ("name", "said"),
    [("没有/差距.md", "没有文件夹"), ("差距.doc", ".md、.csv、.json 或 .docx"), (".", "文件夹")],
)
def test_a_place_that_cannot_be_written_is_refused(
    fazhi: Commands, id: str, tmp_path: Path, name: str, said: str
) -> None:
    before = sorted(tmp_path.iterdir())
    result = fazhi("gaps", id, "-o", str(tmp_path / name))
    assert (result.code, result.out) == (2, "")
    assert said in result.err
    assert sorted(tmp_path.iterdir()) == before


def test_a_device_is_never_replaced(fazhi: Commands, id: str, tmp_path: Path) -> None:
    import os

    pipe = tmp_path / "管道"
    os.mkfifo(pipe)
    assert fazhi("gaps", id, "-o", str(pipe)).code == 2
    assert pipe.is_fifo()


def test_strict_tells_a_script_that_there_are_gaps(fazhi: Commands, id: str, filled: Filler) -> None:
    assert fazhi("gaps", id, "--strict").code == 1
    fazhi("fill", id, str(filled(("juece", "本单位", "u-1", "落实", ""))))
    assert fazhi("gaps", id, "--strict").code == 0

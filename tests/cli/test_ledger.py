from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from tests.cli.conftest import Commands, Filler

ADD = ("--add", "督察发现的问题", "--basis", "某规定", "--source", "督察")


@pytest.fixture
def id(fazhi: Commands, filled: Filler) -> str:
    made = fazhi.new()
    rows = [("juece", "本单位", item, "未落实", "") for item in ("u-1", "u-2")]
    assert fazhi("fill", made, str(filled(*rows))).code == 0
    fazhi("gap", made, *ADD)
    fazhi("rectify", made, "2", "--due", "2024-04-30", "--leader", "张某")
    fazhi("rectify", made, "3", "--due", "2199-04-30")
    return made


def _numbers(out: str) -> list[str]:
    return [line.split()[0] for line in out.splitlines()[1:]]


def test_the_overdue_stand_first_and_say_by_how_much(fazhi: Commands, id: str) -> None:
    result = fazhi("ledger", id)
    assert result.code == 0
    assert _numbers(result.out) == ["2", "1", "3"]
    assert "逾期" in result.out.splitlines()[1]
    assert "共3条。未整改3条；逾期1条" in result.err


def test_only_the_overdue_where_asked(fazhi: Commands, id: str) -> None:
    result = fazhi("ledger", id, "--overdue")
    assert _numbers(result.out) == ["2"]
    assert "共1条" in result.err


@pytest.mark.parametrize("more", [(), ("--overdue",)])
def test_it_is_written_as_the_file_name_says(
    fazhi: Commands, id: str, tmp_path: Path, more: tuple[str, ...]
) -> None:
    table, text = tmp_path / "台账.csv", tmp_path / "台账.md"
    for path in (table, text):
        path.write_text("旧", encoding="utf-8")
        written = fazhi("ledger", id, *more, "-o", str(path))
        assert (written.code, "校验码：" in written.err) == (0, path is table)
    rows = list(csv.DictReader(io.StringIO(table.read_bytes().decode("utf-8-sig"))))
    assert [row["序号"] for row in rows] == (["2"] if more else ["2", "1", "3"])
    assert rows[0]["责任领导"] == "张某"
    assert "整改台账（草稿）" in text.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["台账.doc", "台账", "没有/台账.md"])
def test_a_place_or_kind_it_cannot_write_is_refused(
    fazhi: Commands, id: str, tmp_path: Path, name: str
) -> None:
    result = fazhi("ledger", id, "-o", str(tmp_path / name))
    assert result.code == 2
    assert not (tmp_path / name).exists()


def test_without_gaps_there_is_nothing_to_list(fazhi: Commands) -> None:
    result = fazhi("ledger", fazhi.new("甲局"))
    assert (result.code, result.out) == (0, "")
    assert "共0条" in result.err


def test_the_next_year_names_the_repeat(fazhi: Commands, id: str, filled: Filler) -> None:
    made = fazhi("new", "--unit", "越城区文化广电旅游局", "--year", "2024", "--kind", "部门")
    later = made.out.strip()
    fazhi("fill", later, str(filled(("juece", "本单位", "u-1", "流于形式", ""))))
    assert "第2次（2023年亦有）" in fazhi("ledger", later).out
    for form in ("md", "csv", "json"):
        assert "第2次（2023年亦有）" in fazhi("gaps", later, "--format", form).out
        assert "亦有" not in fazhi("gaps", id, "--format", form).out
    other = fazhi("new", "--unit", "乙局", "--year", "2024", "--kind", "部门").out.strip()
    fazhi("fill", other, str(filled(("juece", "本单位", "u-1", "流于形式", ""))))
    assert "亦有" not in fazhi("ledger", other).out


def test_a_former_year_that_does_not_read_is_named(fazhi: Commands, id: str) -> None:
    made = fazhi("new", "--unit", "越城区文化广电旅游局", "--year", "2024", "--kind", "部门")
    (fazhi.data / "assessments" / id / "events.json").write_bytes(b"{")
    result = fazhi("ledger", made.out.strip())
    assert result.code == 0
    assert f"没有计入屡查屡犯：{id}" in result.err

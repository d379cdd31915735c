from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.cli.conftest import UNIT, Commands, Filler

ROW = ("juece", "本单位")


@pytest.fixture
def years(fazhi: Commands, filled: Filler) -> tuple[str, str]:
    """2022 and 2023: u-1 falls short in both, u-2 got worse."""
    ids = []
    for year, first, second in (("2022", "未落实", "落实"), ("2023", "部分落实", "流于形式")):
        made = fazhi("new", "--unit", UNIT, "--year", year, "--kind", "部门", "--has", "执法权")
        ids.append(made.out.strip())
        form = filled((*ROW, "u-1", first, ""), (*ROW, "u-2", second, ""))
        assert fazhi("fill", ids[-1], str(form)).code == 0
    return ids[0], ids[1]


def test_two_years_stand_side_by_side_whatever_the_order(fazhi: Commands, years: tuple[str, str]) -> None:
    before = fazhi.stored()
    result = fazhi("compare", *years)
    assert result.code == 0
    assert result.out.startswith(f"{UNIT}2022年度与2023年度对比\n")
    lines = [line.split() for line in result.out.splitlines()]
    assert ["u-1", "第2次（2022年亦有）", "u-1没有做到"] in lines
    assert ["u-2", "制度基础", "落实", "流于形式", "u-2是否做到？"] in lines
    assert ["u-1", "制度基础", "未落实", "部分落实", "u-1是否做到？"] in lines
    assert "█████░░░░░  50% → ████░░░░░░  38% ▼ 制度基础（重大行政决策程序，2条）" in result.out
    assert fazhi("compare", *reversed(years)).out == result.out
    assert fazhi.stored() == before


def test_the_document_is_written_to_the_file(fazhi: Commands, years: tuple[str, str], tmp_path: Path) -> None:
    path = tmp_path / "对比.md"
    result = fazhi("compare", *years, "-o", str(path))
    assert (result.code, result.out) == (0, "")
    text = path.read_text(encoding="utf-8")
    assert text.startswith(f"# {UNIT}2022年度与2023年度对比\n")
    for id, year in zip(years, ("2022", "2023"), strict=True):
        code = re.findall(r"[0-9a-f]{16}", fazhi("verify", id).out)[0]
        assert f"校验码（{year}年度）：{code}" in text


def test_one_and_the_same_and_other_files_are_refused(
    fazhi: Commands, years: tuple[str, str], tmp_path: Path
) -> None:
    same = fazhi("compare", years[0], years[0])
    assert same.code == 2
    assert "同一份自查" in same.err
    other = fazhi("compare", *years, "-o", str(tmp_path / "对比.docx"))
    assert other.code == 2
    assert ".md" in other.err
    assert fazhi("compare", years[0], "没有").code == 2


def test_two_units_and_two_rounds_are_remarked(fazhi: Commands, years: tuple[str, str]) -> None:
    other = fazhi.new("某局")
    assert "单位名称不同" in fazhi("compare", years[0], other).err
    half = fazhi("new", "--unit", UNIT, "--year", "2023", "--kind", "部门", "--round", "半年").out.strip()
    assert "同一年度的两轮" in fazhi("compare", years[1], half).err

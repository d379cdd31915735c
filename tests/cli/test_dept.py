from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from tests.cli.conftest import Commands


def _table(fazhi: Commands, id: str) -> list[list[str]]:
    return [line.split() for line in fazhi("dept", id).out.splitlines()[1:]]


def _form(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline="")))


def _filled(path: Path, verdict: str, note: str = "") -> None:
    rows = _form(path)
    for row in rows:
        row |= {"结论": verdict, "说明": note}
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


@pytest.fixture
def id(fazhi: Commands) -> str:
    made = fazhi.new()
    fazhi("sheet", made, "--checklist", "juece", "--object", "规划")
    fazhi("sheet", made, "--checklist", "zhifa", "--object", "张案", "--kind", "case")
    return made


def test_stages_are_given_listed_and_taken_back(fazhi: Commands, id: str) -> None:
    assert fazhi("dept", id, "规划科", "--checklist", "juece", "--stage", "公众参与").code == 0
    assert fazhi("dept", id, "执法队", "--checklist", "zhifa").code == 0
    assert _table(fazhi, id) == [
        ["juece", "zhidu", "制度基础", "3"],
        ["juece", "canyu", "公众参与", "4", "规划科"],
        ["zhifa", "gongshi", "公示", "1", "执法队"],
        ["zhifa", "shenhe", "法制审核", "2", "执法队"],
        ["zhifa", "lvzhi", "履职", "2", "执法队"],
    ]
    assert "没有变化" in fazhi("dept", id, "执法队", "--checklist", "zhifa", "--stage", "公示").err
    assert fazhi("dept", id, "--clear", "--checklist", "zhifa", "--stage", "gongshi", "履职").code == 0
    assert [row[4:] for row in _table(fazhi, id)] == [[], ["规划科"], [], ["执法队"], []]
    assert "分工" in fazhi("log", id).out.splitlines()[-1]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("规划科",), "没有写清单"),
        (("--clear",), "没有写清单"),
        (("--checklist", "juece"), "没有写科室"),
        (("规划科", "--clear", "--checklist", "juece"), "不能同时写"),
        ((" ", "--checklist", "juece"), "科室是空的"),
        (("规划科", "--checklist", "没有"), "没有清单“没有”"),
        (("规划科", "--checklist", "juece", "--stage", "没有"), "没有环节“没有”"),
    ],
)
def test_a_bad_wish_is_refused_and_nothing_is_written(
    fazhi: Commands, id: str, words: tuple[str, ...], said: str
) -> None:
    before = fazhi.stored()
    result = fazhi("dept", id, *words)
    assert (result.code, result.out) == (2, "")
    assert said in result.err
    assert fazhi.stored() == before


def test_a_departments_form_has_its_stages_only_and_is_read_back(
    fazhi: Commands, id: str, tmp_path: Path
) -> None:
    fazhi("dept", id, "规划科", "--checklist", "juece", "--stage", "canyu")
    path = tmp_path / "规划科.csv"
    result = fazhi("form", id, "--dept", "规划科", "-o", str(path))
    assert result.code == 0
    assert {(row["自查表"], row["环节"]) for row in _form(path)} == {("规划", "公众参与")}
    assert "还没有" not in result.err
    _filled(path, "落实")
    assert "已填入4条" in fazhi("fill", id, str(path)).err


def test_a_form_says_which_of_the_departments_sheets_are_missing(fazhi: Commands) -> None:
    id = fazhi.new("甲局")
    fazhi("dept", id, "规划科", "--checklist", "juece")
    result = fazhi("form", id, "--dept", "规划科")
    assert "“重大行政决策程序”还没有决策事项自查表" in result.err
    assert "行政执法三项制度" not in result.err


def test_a_department_without_stages_gets_no_form(fazhi: Commands, id: str, tmp_path: Path) -> None:
    path = tmp_path / "表.csv"
    result = fazhi("form", id, "--dept", "规划科", "-o", str(path))
    assert (result.code, path.exists()) == (2, False)
    assert "fazhi dept" in result.err


def test_two_forms_on_one_row_are_shown_side_by_side(fazhi: Commands, id: str, tmp_path: Path) -> None:
    fazhi("dept", id, "规划科", "--checklist", "juece", "--stage", "canyu")
    first, second = tmp_path / "规划科.csv", tmp_path / "全部.csv"
    fazhi("form", id, "--dept", "规划科", "-o", str(first))
    fazhi("form", id, "-o", str(second))
    _filled(first, "落实", "公示30日")
    _filled(second, "流于形式", "只公示\n5日")
    assert fazhi("fill", id, str(first)).code == 0
    before = fazhi.stored()
    refused = fazhi("fill", id, str(second))
    assert refused.code == 2
    (line,) = [line for line in refused.err.splitlines() if "第5行" in line]
    assert "表格写出时结论是“未评”，现在已是“落实”（张某 20" in line
    assert "结论：已存“落实”，表格“流于形式”；说明：已存“公示30日”，表格“只公示 5日”" in line
    assert fazhi.stored() == before

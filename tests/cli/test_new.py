from __future__ import annotations

import json
from pathlib import Path

import pytest

from fazhi_tui.workspace import Workspace
from tests.cli.conftest import UNIT, Commands
from tests.samples import START


def test_stdout_carries_the_id_and_nothing_else(fazhi: Commands) -> None:
    result = fazhi("new", "--unit", UNIT, "--year", "2023", "--kind", "部门")
    assert (result.code, result.out) == (0, f"{UNIT}-2023\n")
    assert "已新建" in result.err


def test_several_values_and_repeats_are_taken(fazhi: Commands) -> None:
    id = fazhi.new(UNIT, "--has", "许可权", "规范性文件", "--checklist", "zhifa", "--checklist", "juece")
    workspace = Workspace(fazhi.data, actor="张某", clock=lambda: START)
    assessment = workspace.open(id, writable=False).assessment
    assert assessment.flags == {"执法权", "许可权", "规范性文件"}
    assert [name for name, _ in assessment.adopted] == ["juece", "zhifa"]
    assert assessment.last_actor == "张某"


def test_without_checklist_all_are_adopted_and_with_it_only_those(fazhi: Commands) -> None:
    fazhi.new("甲局")
    fazhi.new("乙局", "--checklist", "zhifa")
    shown = [json.loads(fazhi("show", id, "--format", "json").out) for id in ("甲局", "乙局")]
    assert [[c["id"] for c in s["checklists"]] for s in shown] == [["juece", "zhifa"], ["zhifa"]]


def test_the_same_unit_year_and_round_again_is_refused(fazhi: Commands) -> None:
    fazhi.new()
    before = fazhi.stored()
    again = fazhi("new", "--unit", UNIT, "--year", "2023", "--kind", "部门")
    assert again.code == 2
    assert "已有" in again.err
    assert "--round" in again.err
    assert fazhi.stored() == before
    assert fazhi.new(UNIT, "--round", "半年") == f"{UNIT}-2023-半年"


@pytest.mark.parametrize(
    ("unit", "said"),
    [
        ("", "单位名称不能为空"),
        ("　 ", "单位名称不能为空"),
        ("局" * 61, "超过60个字"),
        ("甲局/乙局", "路径分隔符"),
        ("甲局\\乙局", "路径分隔符"),
        ("甲\x07局", "控制字符"),
        ("甲\n局", "控制字符"),
        ("甲\u202e局", "控制字符"),
        ("..", "句点"),
    ],
)
def test_an_impossible_unit_name_is_refused_and_nothing_is_made(
    fazhi: Commands, unit: str, said: str
) -> None:
    result = fazhi("new", "--unit", unit, "--year", "2023", "--kind", "部门")
    assert (result.code, result.out) == (2, "")
    assert said in result.err
    assert "请" in result.err
    assert not fazhi.data.exists()


@pytest.mark.parametrize("unit", ["甲[/]乙 [x=1]", "CON", "局" * 60, "[@click=app.quit]退[/]", "=1+1"])
def test_an_odd_but_legal_unit_name_is_shown_literally_everywhere(fazhi: Commands, unit: str) -> None:
    id = fazhi.new(unit)
    folders = [path.name for path in (fazhi.data / "assessments").iterdir()]
    assert folders == [id]
    assert not set(id) & set('\\/:*?"<>|[]')
    assert unit in fazhi("list").out
    assert json.loads(fazhi("list", "--format", "json").out)[0]["unit"] == unit
    assert json.loads(fazhi("show", id, "--format", "json").out)["unit"] == unit
    assert unit in fazhi("show", id).out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--year", "二〇二三", "--kind", "部门"), "不是整数"),
        (("--year", "2_023", "--kind", "部门"), "不是整数"),
        (("--year", "99999999999999999999", "--kind", "部门"), "不是整数"),
        (("--year", "1900", "--kind", "部门"), "年度1900"),
        (("--year", "2023", "--kind", "公司"), "可写：政府、部门、乡镇街道"),
        (("--year", "2023", "--kind", "部门", "--has", "枪"), "可写：执法权"),
        (("--year", "2023", "--kind", "部门", "--checklist", "没有"), "可用：juece、zhifa"),
        (("--year", "2023", "--kind", "部门", "--round", "轮" * 21), "超过20个字"),
    ],
)
def test_bad_values_are_refused_with_what_to_write(
    fazhi: Commands, words: tuple[str, ...], said: str
) -> None:
    result = fazhi("new", "--unit", UNIT, *words)
    assert (result.code, result.out) == (2, "")
    assert said in result.err
    assert not fazhi.data.exists()


def test_a_broken_checklist_of_the_unit_is_named_and_nothing_is_made(fazhi: Commands) -> None:
    own: Path = fazhi.data / "checklists"
    own.mkdir(parents=True)
    (own / "坏的.toml").write_text("schema = 1\nid = 'x'\ntitel = 'x'\n", encoding="utf-8")
    result = fazhi("new", "--unit", UNIT, "--year", "2023", "--kind", "部门")
    assert result.code == 2
    assert "坏的.toml" in result.err
    assert "titel" in result.err
    assert not (fazhi.data / "assessments").exists()

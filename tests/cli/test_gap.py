from __future__ import annotations

import json
from typing import Any

import pytest

from tests.cli.conftest import Commands, Filler

PROBLEM = "2023年第3号案卷没有审核意见。"
GIVEN = ("--add", PROBLEM, "--basis", "《行政处罚法》第五十八条", "--source", "督察")


@pytest.fixture
def id(fazhi: Commands, filled: Filler) -> str:
    made = fazhi.new()
    assert fazhi("fill", made, str(filled(("juece", "本单位", "u-1", "未落实", "")))).code == 0
    return made


def _gaps(fazhi: Commands, id: str) -> list[dict[str, Any]]:
    made: list[dict[str, Any]] = json.loads(fazhi("gaps", id, "--format", "json").out)
    return made


def test_a_gap_is_added_counted_and_listed_behind_the_derived_one(fazhi: Commands, id: str) -> None:
    result = fazhi("gap", id, *GIVEN, "--checklist", "zhifa", "--stage", "法制审核")
    assert (result.code, result.out) == (0, "其他-1\n")
    first, second = _gaps(fazhi, id)
    assert (first["number"], first["item"]) == (1, "u-1")
    assert (second["number"], second["item"], second["problem"]) == (2, "其他-1", PROBLEM)
    assert (second["checklist"], second["stage"]) == ("zhifa", "法制审核")
    assert json.loads(fazhi("list", "--format", "json").out)[0]["gaps"] == 2
    assert "差距2" in fazhi("show", id).out
    assert f"2. 问题：{PROBLEM}" in fazhi("gaps", id).out
    assert fazhi("gaps", id, "--strict").code == 1


def test_the_list_shows_numbers_and_what_was_withdrawn(fazhi: Commands, id: str) -> None:
    assert "没有登记其他问题" in fazhi("gap", id).err
    fazhi("gap", id, *GIVEN)
    fazhi("gap", id, "--add", "另一条", "--basis", "某规定", "--source", "信访")
    assert fazhi("gap", id, "--withdraw", "2", "--reason", "与第1条重复").code == 0
    lines = [line.split() for line in fazhi("gap", id).out.splitlines()]
    assert lines[1][:2] == ["其他-1", PROBLEM]
    assert lines[1][-1] == "已撤回：与第1条重复"
    assert lines[2][:3] == ["2", "其他-2", "另一条"]
    assert [gap["item"] for gap in _gaps(fazhi, id)] == ["u-1", "其他-2"]


@pytest.mark.parametrize("which", ["2", "其他-1"])
def test_a_change_is_taken_by_number_or_id(fazhi: Commands, id: str, which: str) -> None:
    fazhi("gap", id, *GIVEN)
    assert fazhi("gap", id, "--change", which, "--problem", "改后的话", "--source", "审计").code == 0
    gap = _gaps(fazhi, id)[1]
    assert gap["problem"] == "改后的话"
    assert gap["note"].startswith("来源：审计")
    assert "没有变化" in fazhi("gap", id, "--change", which, "--source", "审计").err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--add", PROBLEM), "依据不能为空"),
        (("--add", " ", "--basis", "某规定", "--source", "督察"), "问题不能为空"),
        (("--add", PROBLEM, "--basis", "某规定"), "没有写来源"),
        ((*GIVEN[:-1], "听说"), "自查、督察、案卷评查、复议诉讼、审计、信访"),
        ((*GIVEN, "--problem", "又一"), "--problem 只在用 --change"),
        ((*GIVEN, "--reason", "因"), "--reason 只在用 --withdraw"),
        (("--source", "督察"), "没有写登记还是改"),
        (("--change", "1"), "没有写改什么"),
        (("--change", "1", "--source", "督察"), "按清单自评得出"),
        (("--withdraw", "9", "--reason", "因"), "没有差距“9”"),
        (("--withdraw", "1"), "按清单自评得出"),
        ((*GIVEN, "--withdraw", "1"), "不能同时写"),
    ],
)
def test_a_bad_wish_is_refused_and_nothing_is_written(
    fazhi: Commands, id: str, words: tuple[str, ...], said: str
) -> None:
    before = fazhi.stored()
    result = fazhi("gap", id, *words)
    assert (result.code, result.out) == (2, "")
    assert said in result.err
    assert fazhi.stored() == before


def test_a_manual_gap_is_undone_like_any_step_and_stands_in_the_log(fazhi: Commands, id: str) -> None:
    fazhi("gap", id, *GIVEN)
    line = fazhi("log", id).out.splitlines()[-1]
    assert "登记其他问题" in line
    assert PROBLEM in line
    assert "来源" in line

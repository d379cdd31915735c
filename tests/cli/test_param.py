from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import UNIT, Commands, Filler
from tests.ruled import FACTS, PARAMS, span
from tests.samples import checklist, item, stage, write_toml

SOURCE = "《甲省规定》第十六条"
RULE = span("at_least", days="param:days")


@pytest.fixture
def bureau(fazhi: Commands, shipped: Path) -> str:
    """An assessment whose checklist asks for two local figures."""
    one = item("x-1", facts=FACTS, rule=RULE)
    write_toml(shipped, checklist("bendi", stage("a", "甲", "unit", one), params=PARAMS))
    return fazhi.new(UNIT, "--checklist", "bendi")


def test_the_figures_are_listed_filled_in_and_shown(fazhi: Commands, bureau: str) -> None:
    listed = fazhi("param", bureau)
    assert listed.code == 0
    assert "征求意见天数  days  未填" in listed.out
    done = fazhi("param", bureau, "征求意见天数", "15", "--source", SOURCE)
    assert (done.code, done.err) == (0, "已填写。\n")
    assert f"征求意见天数  days  15    {SOURCE}" in done.out
    assert f"地方参数      编号  数值  出处\n征求意见天数  days  15    {SOURCE}" in fazhi("show", bureau).out
    again = fazhi("param", bureau, "days", "15", "--source", SOURCE)
    assert "没有变化" in again.err


def test_a_figure_is_cleared_and_the_log_says_so(fazhi: Commands, bureau: str) -> None:
    fazhi("param", bureau, "days", "15", "--source", SOURCE)
    done = fazhi("param", bureau, "days", "清空")
    assert (done.code, done.err) == (0, "已清空。\n")
    assert "征求意见天数  days  未填" in done.out
    assert "征求意见天数；清除" in fazhi("log", bureau).out
    assert "没有变化" in fazhi("param", bureau, "days", "清空").err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("none", "15", "--source", SOURCE), "可写：征求意见天数（days）、报告截止日（due）。"),
        (("days", "很多", "--source", SOURCE), "应为数字"),
        (("days", "15"), "没有写出处"),
        (("days",), "没有写“days”的数值"),
        (("--source", SOURCE), "--source 只在填数值时写"),
        (("days", "15", "--source", ""), "必须写出处"),
        (("days", "清空", "--source", SOURCE), "清空时不写 --source"),
        (("none", "清空"), "没有地方参数“none”"),
    ],
)
def test_what_cannot_be_taken_is_refused_and_nothing_written(
    fazhi: Commands, bureau: str, words: tuple[str, ...], said: str
) -> None:
    before = fazhi.stored()
    result = fazhi("param", bureau, *words)
    assert (result.code, result.out) == (2, "")
    assert said in result.err
    assert fazhi.stored() == before


def test_without_local_figures_it_says_so(fazhi: Commands) -> None:
    plain = fazhi.new(UNIT, "--checklist", "juece")
    assert fazhi("param", plain).out == "这次自查的清单没有地方参数。\n"
    assert "地方参数" not in fazhi("show", plain).out


def test_the_sum_stands_in_every_export(fazhi: Commands, bureau: str, tmp_path: Path) -> None:
    form = tmp_path / "填好.csv"
    form.write_text(
        "清单,自查表,检查项,结论,事实\nbendi,本单位,x-1,未落实,公告日=3.1;截止日=3.10\n", encoding="utf-8"
    )
    assert fazhi("fill", bureau, str(form)).code == 0
    assert fazhi("param", bureau, "days", "15", "--source", SOURCE).code == 0
    said = (
        "公告日2023-03-01至截止日2023-03-10共9日，"
        f"应不少于15日（地方参数“征求意见天数”，出处：{SOURCE}），差6日 → 建议 未落实"
    )
    assert said in fazhi("form", bureau).out
    assert f"核算：{said}" in fazhi("gaps", bureau).out
    assert said in fazhi("gaps", bureau, "--format", "csv").out
    (gap,) = json.loads(fazhi("gaps", bureau, "--format", "json").out)
    assert gap["computed"] == said
    shown = json.loads(fazhi("show", bureau, "--format", "json").out)
    (row,) = shown["checklists"][0]["sheets"][0]["items"]
    assert (row["computed"], row["facts"]["from"]) == (said, "2023-03-01")


def test_without_facts_there_is_no_sum_anywhere(fazhi: Commands, bureau: str, filled: Filler) -> None:
    assert fazhi("fill", bureau, str(filled(("bendi", "本单位", "x-1", "未落实", "")))).code == 0
    assert "核算：" not in fazhi("gaps", bureau).out
    (gap,) = json.loads(fazhi("gaps", bureau, "--format", "json").out)
    assert gap["computed"] is None

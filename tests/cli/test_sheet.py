from __future__ import annotations

import json

import pytest

from tests.cli.conftest import Commands, Result


def _objects(fazhi: Commands, id: str, checklist: str) -> list[tuple[str, str, str]]:
    shown = json.loads(fazhi("show", id, "--format", "json").out)
    sheets = next(c["sheets"] for c in shown["checklists"] if c["id"] == checklist)
    return [(s["object"], s["kind"], s["role"]) for s in sheets if s["object"] != "本单位"]


def _sheet(fazhi: Commands, id: str, checklist: str, *words: str) -> Result:
    return fazhi("sheet", id, "--checklist", checklist, *words)


def test_a_sheet_is_added_renamed_and_removed(fazhi: Commands) -> None:
    id = fazhi.new()
    assert _sheet(fazhi, id, "juece", "--object", "甲[/]乙 规划").code == 0
    assert _objects(fazhi, id, "juece") == [("甲[/]乙 规划", "matter", "")]
    assert _sheet(fazhi, id, "juece", "--rename", "甲[/]乙 规划", "文旅规划").code == 0
    assert _objects(fazhi, id, "juece") == [("文旅规划", "matter", "")]
    removed = _sheet(fazhi, id, "juece", "--remove", "文旅规划")
    assert (removed.code, removed.out) == (0, "")
    assert _objects(fazhi, id, "juece") == []


def test_a_person_sheet_has_a_role_and_a_kind_by_either_word(fazhi: Commands) -> None:
    id = fazhi.new()
    assert (
        _sheet(fazhi, id, "zhifa", "--object", "局长", "--kind", "person", "--role", "部门主要负责人").code
        == 0
    )
    assert _sheet(fazhi, id, "zhifa", "--object", "1号案", "--kind", "案卷").code == 0
    assert _objects(fazhi, id, "zhifa") == [("局长", "person", "部门主要负责人"), ("1号案", "case", "")]


def test_absence_is_declared_with_a_reason_and_closes_its_items(fazhi: Commands) -> None:
    id = fazhi.new()
    before = json.loads(fazhi("list", "--format", "json").out)[0]["open"]
    assert _sheet(fazhi, id, "juece", "--none", "matter", "--reason", "逐类研判，没有").code == 0
    assert json.loads(fazhi("list", "--format", "json").out)[0]["open"] == before - 3


@pytest.mark.parametrize(
    ("checklist", "words", "said"),
    [
        ("没有", ("--object", "甲"), "可用：juece、zhifa"),
        ("zhifa", ("--object", "甲"), "请指明一类"),
        ("zhifa", ("--object", "甲"), "案卷（case）、人员（person）"),
        ("zhifa", ("--object", "甲", "--kind", "document"), "没有“document”这类对象"),
        ("juece", ("--object", ""), "不能为空"),
        ("juece", ("--object", "甲/乙"), "路径分隔符"),
        ("juece", ("--object", "本单位"), "已有自查表“本单位”"),
        ("juece", ("--object", "甲", "--role", "部门主要负责人"), "只有人员自查表才分职务"),
        ("zhifa", ("--object", "甲", "--kind", "person", "--role", "科长"), "可写：党委主要负责人"),
        ("juece", ("--none", "matter"), "必须写理由"),
        ("juece", ("--none", "", "--reason", "没有"), "--none 后面是空的"),
        ("juece", ("--none", "case", "--reason", "没有"), "没有“case”这类对象"),
        ("juece", ("--rename", "没有", "甲"), "没有自查表“没有”"),
        ("juece", ("--remove", "没有"), "没有自查表“没有”"),
        ("juece", ("--remove", "本单位"), "不能改名或移除"),
        ("juece", ("--object", "甲", "--reason", "因为"), "--reason 只在"),
        ("juece", ("--remove", "甲", "--kind", "matter"), "只在用 --object"),
        ("juece", (), "须写其中一个"),
        ("juece", ("--object", "甲", "--remove", "乙"), "不能同时写"),
        ("juece", ("--rename", "甲"), "后面要写2项"),
    ],
)
def test_a_bad_sheet_is_refused_and_nothing_is_written(
    fazhi: Commands, checklist: str, words: tuple[str, ...], said: str
) -> None:
    id = fazhi.new()
    before = fazhi.stored()
    result = _sheet(fazhi, id, checklist, *words)
    assert (result.code, result.out) == (2, "")
    assert said in result.err
    assert fazhi.stored() == before

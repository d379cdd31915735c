from __future__ import annotations

import json
from pathlib import Path

from fazhi_tui.cli.tables import plain_table, width
from tests.cli.conftest import UNIT, Commands, Filler
from tests.samples import DECISIONS, write_toml

LIST_KEYS = [
    "id",
    "unit",
    "year",
    "kind",
    "round",
    "state",
    "open",
    "total",
    "score",
    "low",
    "high",
    "gaps",
    "redlines",
]


def test_an_empty_list_says_how_to_begin_and_stays_valid_json(fazhi: Commands) -> None:
    assert (fazhi("list").out, fazhi("list").code) == ("", 0)
    assert "fazhi new" in fazhi("list").err
    assert json.loads(fazhi("list", "--format", "json").out) == []


def test_list_has_the_contract_keys(fazhi: Commands) -> None:
    fazhi.new()
    entries = json.loads(fazhi("list", "--format", "json").out)
    assert [list(entry) for entry in entries] == [LIST_KEYS]
    assert entries[0]["score"] is None
    assert (entries[0]["low"], entries[0]["high"]) == (0.0, 100.0)


def test_list_as_text_names_the_range_and_says_whose_weights_they_are(fazhi: Commands) -> None:
    fazhi.new()
    result = fazhi("list")
    header, row = result.out.splitlines()
    assert header.split()[:3] == ["编号", "单位", "年度"]
    assert "0.0～100.0" in row
    assert "非法定" in result.err


def test_a_damaged_assessment_is_named_and_the_others_are_shown(fazhi: Commands) -> None:
    fazhi.new("甲局")
    broken = fazhi.new("乙局")
    folder = fazhi.data / "assessments" / broken
    (folder / "events.json").write_bytes(b"{")
    for words in (("list",), ("list", "--format", "json")):
        result = fazhi(*words)
        assert result.code == 3
        assert "甲局" in result.out
        assert "乙局" not in result.out
        assert broken in result.err
        assert "备份" in result.err
    assert (folder / "events.json").read_bytes() == b"{"


def test_show_has_the_contract_keys_and_the_order_of_the_form(fazhi: Commands) -> None:
    id = fazhi.new()
    fazhi("sheet", id, "--checklist", "juece", "--object", "规划")
    shown = json.loads(fazhi("show", id, "--format", "json").out)
    assert list(shown) == [*LIST_KEYS, "checklists"]
    assert list(shown["checklists"][0]) == ["id", "title", "version", "score", "low", "high", "sheets"]
    sheets = shown["checklists"][0]["sheets"]
    assert [list(sheet) for sheet in sheets] == [["object", "kind", "role", "items"]] * 2
    assert [sheet["object"] for sheet in sheets] == ["本单位", "规划"]
    assert list(sheets[0]["items"][0]) == [
        "id",
        "stage",
        "verdict",
        "effective",
        "note",
        "facts",
        "evidence",
        "computed",
        "review",
    ]


def test_show_as_text_has_questions_verdicts_and_what_is_missing(fazhi: Commands, filled: Filler) -> None:
    id = fazhi.new()
    fazhi("sheet", id, "--checklist", "zhifa", "--none", "case", "--reason", "全年没有办案")
    fazhi("fill", id, str(filled(("juece", "本单位", "u-1", "落实", "目录\n已公布"))))
    out = fazhi("show", UNIT).out
    assert "u-1是否做到？" in out
    assert "落实 待佐证" in out
    assert "目录 已公布" in out
    assert "决策事项：没有自查表" in out
    assert "案卷：本年无（全年没有办案）" in out
    assert "分值为本清单设定，非法定" in out


def test_show_strict_finds_counted_gaps_only(fazhi: Commands, filled: Filler) -> None:
    id = fazhi.new()
    fazhi("sheet", id, "--checklist", "juece", "--object", "规划")
    assert fazhi("show", id, "--strict").code == 0
    fazhi("fill", id, str(filled(("juece", "规划", "m-may", "未落实", ""))))
    assert fazhi("show", id, "--strict").code == 0
    fazhi("fill", id, str(filled(("juece", "本单位", "u-1", "流于形式", ""))))
    assert fazhi("show", id, "--strict").code == 1
    assert fazhi("show", id).code == 0


def test_a_unique_beginning_is_enough_and_an_exact_id_wins(fazhi: Commands) -> None:
    fazhi.new("甲局")
    fazhi.new("甲局", "--round", "半年")
    assert json.loads(fazhi("show", "甲局-2023", "--format", "json").out)["round"] == ""
    several = fazhi("show", "甲")
    assert several.code == 2
    assert "甲局-2023、甲局-2023-半年" in several.err
    assert json.loads(fazhi("show", "甲局-2023-", "--format", "json").out)["round"] == "半年"
    assert fazhi("show", "没有").code == 2
    assert fazhi("show", "").code == 2


def test_where_names_every_folder_and_makes_none(fazhi: Commands) -> None:
    lines = fazhi("where").out.splitlines()
    assert lines[0] == f"数据文件夹：{fazhi.data}"
    assert [line.partition("：")[0] for line in lines[1:]] == ["随附清单", "本单位清单", "工作日历", "版本"]
    assert not fazhi.data.exists()


def test_columns_are_aligned_by_screen_width() -> None:
    lines = plain_table(("名", "数"), [("甲[/]乙", "1"), ("a", "2\n3")]).splitlines()
    assert lines == ["名       数", "甲[/]乙  1", "a        2 3"]
    assert width("甲e\u0301") == 3


def test_show_says_version_day_of_the_last_check_and_history(fazhi: Commands, shipped: Path) -> None:
    write_toml(shipped, {**DECISIONS, "history": [{"version": "2026.11", "change": "首版"}]})
    fazhi.new()
    _, _, said = fazhi("show", UNIT).out.partition("清单版本和沿革\n")
    assert said.splitlines() == [
        "重大行政决策程序　2026.11　法条核对到2026-11-24",
        "　　2026.11 首版",
        "行政执法三项制度　2026.11　法条核对到2026-11-24",
    ]

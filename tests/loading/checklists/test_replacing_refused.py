"""What of a unit's own checklists cannot replace anything, and how it is told."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from fazhi_tui.loading.checklists.checklist_files import inspect
from tests.loading.checklists.own_checklists import FACTS, PARAM, RULE, found, mine, own, pair
from tests.samples import DECISIONS, ENFORCEMENT, LAW, Data, checklist, item, stage, write_toml

REFUSED: list[tuple[list[Data], str, str, str]] = [
    ([own(item("m-1"))], "检查项 m-1", "是随附清单 juece.toml 里的检查项", "replaces = true"),
    ([own(mine("m-9"))], "检查项 m-9（本地）", "都没有检查项“m-9”", "是不是“m-"),
    ([own(mine("quite-other"))], "检查项 quite-other（本地）", "都没有检查项", "请核对编号；"),
    ([own(mine("m-1"), kind="unit")], "检查项 m-1（本地）", "按“决策事项”自查", 'object = "matter"'),
    (
        [{**own(mine("m-1")), "id": "a-file"}, own(mine("m-1"))],
        "检查项 m-1（本地）",
        "在 a-file.toml 中已替换过",
        "只能替换一次",
    ),
    (
        [own(mine("m-1"), laws={"zdjc": {**LAW, "title": "另一条例"}})],
        "laws.zdjc",
        "在 juece.toml 中指《重大行政决策程序暂行条例》",
        "同一部法律",
    ),
    (
        [
            {**own(item("y-1"), params=[PARAM]), "id": "a-file"},
            own(item("z-1"), params=[{**PARAM, "type": "date"}]),
        ],
        "地方参数 shue",
        "在 a-file.toml 中是 shue“较大数额”（number）",
        "编号和名称都要换",
    ),
    (
        [
            own(mine("m-1", facts=FACTS, rule=RULE), item("z-1"), params=[PARAM]),
            {**own(item("y-1"), params=[{**PARAM, "id": "other"}]), "id": "zz-file"},
        ],
        "地方参数 other",
        "在 ziji.toml 中是 shue“较大数额”（number）",
        "编号和名称都要换",
    ),
    ([own(mine("m-1", facts=FACTS, rule=RULE))], "检查项 m-1（本地）", "param:shue", "[[params]]"),
    (
        [own(mine("m-1", rule={"kind": "count", "fact": "n", "min": 1}))],
        "检查项 m-1（本地）",
        "事实“n”没有定义",
        "facts",
    ),
    ([own(mine("m-1", points=0))], "检查项 m-1（本地）", "不大于0", "大于0"),
    ([own(mine("m-1", replaces="是"))], "检查项 m-1", "“replaces”应当是 true 或 false", "引号"),
    (
        [own(mine("m-1"), item("z-1"), contradicts=[pair("m-1", "z-1")])],
        "contradicts",
        "不在同一份清单",
        "删去",
    ),
    (
        [
            checklist(
                "ziji",
                stage("a", "甲", "matter", mine("m-1")),
                stage("b", "乙", "case", mine("c-1")),
                contradicts=[pair("m-1", "c-1")],
            )
        ],
        "contradicts",
        "不在同一份清单",
        "删去",
    ),
    (
        [own(mine("m-1", cites=["zdjc"]), laws={"zdjc": {**LAW, "verified": "unverified"}})],
        "检查项 m-1（本地）",
        "依据“zdjc”写法不对",
        "条.款.项",
    ),
    ([{**own(mine("m-1")), "id": "juece"}], "编号 juece", "已用过", "换一个"),
]


@pytest.mark.parametrize(
    ("data", "place", "said", "remedy"), REFUSED, ids=[said for _, _, said, _ in REFUSED]
)
def test_what_cannot_replace_is_refused_with_file_item_and_what_to_do(
    tmp_path: Path, data: Sequence[Data], place: str, said: str, remedy: str
) -> None:
    findings = found(tmp_path, *data)[1]
    (finding,) = [f for f in findings if said in f.problem]
    assert Path(finding.file).name == f"{data[-1]['id']}.toml"
    assert finding.place == place
    assert remedy in finding.remedy
    assert len(findings) == 1


def test_a_shipped_file_cannot_replace(tmp_path: Path) -> None:
    bad = checklist("b", stage("s", "环节", "matter", mine("m-1")))
    findings = inspect(write_toml(tmp_path, DECISIONS, bad))[1]
    assert {(f.file, f.place) for f in findings} == {("b.toml", "检查项 m-1"), ("b.toml", "编号 m-1")}
    assert any("随附的清单里不能写 replaces" in f.problem for f in findings)


def test_files_given_alone_are_not_faulted_for_what_is_not_among_them(tmp_path: Path) -> None:
    files = write_toml(
        tmp_path, own(mine("m-1"), mine("quite-other"), contradicts=[pair("m-1", "quite-other")])
    )
    library, findings = inspect((), files, is_whole=False)
    assert findings == []
    assert [i.id for _, i in library.checklists[0].items()] == ["m-1", "quite-other"]
    assert inspect((), files)[1] != []


def test_files_given_with_a_shipped_one_are_checked_against_it(tmp_path: Path) -> None:
    library, findings = found(tmp_path, own(mine("m-1"), mine("quite-other")), is_whole=False)
    assert findings == []
    assert [[i.id for _, i in c.items() if i.is_local] for c in library.checklists] == [
        ["m-1"],
        [],
        ["quite-other"],
    ]
    assert found(tmp_path / "2", own(mine("m-1"), kind="case"), is_whole=False)[1] != []


def test_a_shipped_file_that_does_not_read_is_the_only_thing_told(tmp_path: Path) -> None:
    broken = {**DECISIONS, "colour": "red"}
    shipped = write_toml(tmp_path / "shipped", broken, ENFORCEMENT)
    findings = inspect(shipped, write_toml(tmp_path / "own", own(mine("m-1"))))[1]
    assert [(f.file, f.problem) for f in findings] == [("juece.toml", "不认识的键“colour”。")]


def test_two_files_of_one_name_are_told_apart_by_their_folders(tmp_path: Path) -> None:
    copy = {**DECISIONS, "title": "抄来的"}
    findings = found(tmp_path, copy)[1]
    assert {f.file for f in findings} == {str(tmp_path / "own" / "juece.toml")}
    assert all(str(tmp_path / "shipped" / "juece.toml") in f.problem for f in findings)

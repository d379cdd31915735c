from __future__ import annotations

import copy
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from fazhi_tui.errors import DamagedError
from fazhi_tui.loading.checklist_files import SIZE_LIMIT, inspect, library_from_data, load_library
from fazhi_tui.loading.findings import FileFaultsError, Finding
from tests.samples import (
    DECISIONS,
    ENFORCEMENT,
    LAW,
    SAMPLE,
    Data,
    advice,
    as_toml,
    checklist,
    item,
    redline,
    stage,
    write_toml,
)

Spoil = Callable[[Data], object]


def _found(folder: Path, *data: Data) -> list[Finding]:
    return inspect(write_toml(folder, *data))[1]


def _spoilt(spoil: Spoil) -> Data:
    data = copy.deepcopy(DECISIONS)
    spoil(data)
    return data


def _item(id: str = "x-1", **changed: object) -> Data:
    return checklist("juece", stage("a", "甲", "unit", item(id, **changed)))


def _ruled(**rule: object) -> Data:
    facts = [{"id": "a", "label": "甲", "type": "date"}, {"id": "b", "label": "乙", "type": "date"}]
    return _item(facts=facts, rule=rule)


BROKEN: list[tuple[Data, str, str]] = [
    (_spoilt(lambda d: d.update(schema=2)), "文件开头", "schema 应为 1"),
    (_spoilt(lambda d: d.pop("schema")), "文件开头", "schema 应为 1"),
    (_spoilt(lambda d: d.update(colour="red")), "文件开头", "不认识的键“colour”"),
    (_spoilt(lambda d: d.pop("version")), "文件开头", "缺少“version”"),
    (_spoilt(lambda d: d.update(title="")), "文件开头", "“title”是空的"),
    (_spoilt(lambda d: d.update(title=3)), "文件开头", "“title”应当是文字"),
    (_spoilt(lambda d: d.update(title="重大\n决策")), "文件开头", "“title”里有换行"),
    (_spoilt(lambda d: d.pop("checked")), "文件开头", "缺少日期“checked”"),
    (_spoilt(lambda d: d.update(checked="2026-13-01")), "文件开头", "“checked”不是日期"),
    (_spoilt(lambda d: d.update(checked=2026)), "文件开头", "“checked”不是日期"),
    (_spoilt(lambda d: d.update(scale=[1, 0.5, 0])), "文件开头", "scale 应为四个"),
    (_spoilt(lambda d: d.update(scale=[0, 0.5, 0.25, 1])), "文件开头", "scale 应为四个"),
    (_spoilt(lambda d: d.update(scale=[2, 0.5, 0.25, 0])), "文件开头", "scale 应为四个"),
    (_spoilt(lambda d: d.update(scale=["1", 0.5, 0.25, 0])), "文件开头", "scale 应为四个"),
    (_spoilt(lambda d: d.update(scale=1)), "文件开头", "scale 应为四个"),
    (_spoilt(lambda d: d.update(history=[{"version": "1"}])), "history", "缺少“change”"),
    (_spoilt(lambda d: d.update(history=["首版"])), "history", "应当是一个表"),
    (_spoilt(lambda d: d.pop("laws")), "文件开头", "没有声明任何法律"),
    (_spoilt(lambda d: d["laws"].update(zdjc="条例")), "laws.zdjc", "应当是一个表"),
    (_spoilt(lambda d: d["laws"].update(zdjc={**LAW, "court": 1})), "laws.zdjc", "不认识的键“court”"),
    (_spoilt(lambda d: d["laws"].update(zdjc={**LAW, "title": 1})), "laws.zdjc", "“title”应当是文字"),
    (
        _spoilt(lambda d: d["laws"].update(zdjc={**LAW, "effective": "去年"})),
        "laws.zdjc",
        "“effective”不是日期",
    ),
    (
        _spoilt(lambda d: d["laws"].update(zdjc={**LAW, "expires": "2018-01-01"})),
        "laws.zdjc",
        "失效日期早于施行日期",
    ),
    (
        _spoilt(lambda d: d["laws"].update(zdjc={**LAW, "verified": "yes"})),
        "laws.zdjc",
        "“verified”写成了“yes”",
    ),
    (
        _spoilt(lambda d: d["laws"].update(zdjc={**LAW, "pending": ["第三条"]})),
        "laws.zdjc",
        "“第三条”不是条款写法",
    ),
    (_spoilt(lambda d: d.pop("stages")), "文件开头", "缺少“stages”"),
    (_spoilt(lambda d: d.update(stages=[])), "文件开头", "缺少“stages”"),
    (_spoilt(lambda d: d.update(stages="没有")), "文件开头", "缺少“stages”"),
    (_spoilt(lambda d: d["stages"][0].update(items=[])), "环节“制度基础”", "缺少“items”"),
    (_spoilt(lambda d: d["stages"][0].update(object="village")), "环节“制度基础”", "“object”写成了“village”"),
    (_spoilt(lambda d: d["stages"][0].update(weight=2)), "环节“制度基础”", "不认识的键“weight”"),
    (_spoilt(lambda d: d["stages"][0].update(id="制度")), "环节“制度基础”", "编号“制度”不合规则"),
    (_spoilt(lambda d: d["stages"][1].update(id="zhidu")), "文件开头", "环节编号“zhidu”重复"),
    (_spoilt(lambda d: d["stages"][1].update(title="制度基础")), "文件开头", "环节名称“制度基础”重复"),
    (_spoilt(lambda d: d["stages"][1]["items"][0].update(id="u-1")), "文件开头", "检查项编号“u-1”重复"),
    (_spoilt(lambda d: d["stages"][1]["items"][0].pop("id")), "公众参与", "缺少“id”"),
    (_spoilt(lambda d: d["stages"][1]["items"].append("一条")), "公众参与", "应当是一个表"),
    (
        _spoilt(lambda d: d.update(params=[{"id": "p", "label": "数额", "type": "text"}])),
        "params",
        "“type”写成了",
    ),
    (
        _spoilt(lambda d: d.update(params=[{"id": "p", "label": "数额", "type": "number"}] * 2)),
        "params",
        "地方参数编号“p”重复",
    ),
    (
        _spoilt(
            lambda d: d.update(
                contradicts=[{"items": ["u-1", "x"], "verdicts": ["落实", "落实"], "say": "…"}]
            )
        ),
        "contradicts",
        "没有检查项“x”",
    ),
    (_item(question=None), "检查项 x-1", "缺少“question”"),
    (_item(gap=None), "检查项 x-1", "缺少“gap”"),
    (_item(remedy=None), "检查项 x-1", "缺少“remedy”"),
    (_item(remedy=["做"]), "检查项 x-1", "“remedy”应当是文字"),
    (_item(weight=4), "检查项 x-1", "不认识的键“weight”"),
    (_item("X_1"), "检查项 X_1", "编号“X_1”不合规则"),
    (_item(force=None), "检查项 x-1", "缺少“force”"),
    (_item(force="必须"), "检查项 x-1", "“force”写成了“必须”"),
    (_item(points=None), "检查项 x-1", "缺少分值 points"),
    (_item(points=0), "检查项 x-1", "points = 0 不大于0"),
    (_item(points=-2), "检查项 x-1", "points = -2 不大于0"),
    (_item(points="4"), "检查项 x-1", "“points”应当是数字"),
    (_item(points=True), "检查项 x-1", "“points”应当是数字"),
    (_item(redline=True), "检查项 x-1", "不能写 points"),
    (_item(force="可以"), "检查项 x-1", "不能写 points"),
    (_item(force="可以", points=None, redline=True), "检查项 x-1", "“可以”的检查项不能是红线"),
    (_item(redline="是", points=4), "检查项 x-1", "“redline”应当是 true 或 false"),
    (_item(cites=None), "检查项 x-1", "没有依据 cites"),
    (_item(cites=[]), "检查项 x-1", "没有依据 cites"),
    (_item(cites="zdjc:15.1"), "检查项 x-1", "“cites”应当是文字的列表"),
    (_item(cites=["xzcf:3"]), "检查项 x-1", "法律键“xzcf”没有声明"),
    (_item(cites=["zdjc"]), "检查项 x-1", "依据“zdjc”写法不对"),
    (_item(cites=["zdjc：15"]), "检查项 x-1", "依据“zdjc：15”写法不对"),
    (_item(cites=["zdjc:第十五条"]), "检查项 x-1", "依据“zdjc:第十五条”写法不对"),
    (_item(cites=["zdjc:15.1", "zdjc:15.1"]), "检查项 x-1", "同一依据写了两遍"),
    (_item(roles=["政府主要负责人"]), "检查项 x-1", "只有按人员（person）"),
    (_item(needs=["收费权"]), "检查项 x-1", "“收费权”不认识"),
    (_item("x-1", **{"for": ["企业"]}), "检查项 x-1", "“企业”不认识"),
    (_item(guidance="先看 公告"), "检查项 x-1", "“guidance”的汉字之间有空格"),
    (_item(guidance="先看\u3000公告"), "检查项 x-1", "“guidance”的汉字之间有空格"),
    (_item(evidence=["公告 截图"]), "检查项 x-1", "“evidence”的汉字之间有空格"),
    (_item(question="做了\u200b吗？"), "检查项 x-1", "不可见字符"),
    (_item(facts=[{"id": "a", "label": "甲", "type": "text"}]), "检查项 x-1", "“type”写成了“text”"),
    (_item(facts=[{"id": "a", "label": "甲", "type": "yes"}] * 2), "检查项 x-1", "事实“a”（甲）重复"),
    (_item(facts=[3]), "检查项 x-1", "应当是一个表"),
    (_ruled(kind="guess"), "检查项 x-1", "“kind”写成了“guess”"),
    (_ruled(kind="at_least", **{"from": "a", "to": "c", "days": 30}), "检查项 x-1", "事实“c”没有定义"),
    (_ruled(kind="at_least", **{"from": "a", "to": "b"}), "检查项 x-1", "days、months、hours 中的一个"),
    (_ruled(kind="at_least", **{"from": "a", "days": 30}), "检查项 x-1", "缺少“to”"),
    (_ruled(kind="at_least", **{"from": "a", "to": "b", "days": "三十"}), "检查项 x-1", "“days”应当是数字"),
    (
        _ruled(kind="at_least", **{"from": "a", "to": "b", "days": "param:p"}),
        "检查项 x-1",
        "“param:p”没有定义",
    ),
    (_ruled(kind="at_least", **{"from": ["a"], "to": "b", "days": 3}), "检查项 x-1", "没有定义"),
    (
        _ruled(kind="at_least", calendar="lunar", **{"from": "a", "to": "b", "days": 3}),
        "检查项 x-1",
        "“calendar”写成了“lunar”",
    ),
    (_ruled(kind="order", facts=["a", "z"]), "检查项 x-1", "事实“z”没有定义"),
    (_ruled(kind="count", fact="a", min=1, max=2), "检查项 x-1", "不认识的键“max”"),
    (_item(rule="30日"), "检查项 x-1", "应当是一个表"),
]


@pytest.mark.parametrize(("data", "place", "said"), BROKEN, ids=[said for _, _, said in BROKEN])
def test_a_fault_names_file_place_what_is_wrong_and_what_to_write(
    tmp_path: Path, data: Data, place: str, said: str
) -> None:
    findings = _found(tmp_path, data)
    (finding,) = [f for f in findings if said in f.problem]
    assert finding.file == f"{data['id']}.toml"
    assert place in finding.place
    assert finding.remedy
    assert finding.text == f"{finding.file} · {finding.place}：{finding.problem}{finding.remedy}"


def test_one_fault_is_one_finding(tmp_path: Path) -> None:
    for number, data in enumerate([_item(points=0), _item(cites=["xzcf:3"]), _item(guidance="先看 公告")]):
        assert len(_found(tmp_path / str(number), data)) == 1


def test_a_law_with_a_bad_date_is_one_finding_and_its_citations_none(tmp_path: Path) -> None:
    data = checklist("a", stage("a", "甲", "unit", item("x-1")), laws={"zdjc": {**LAW, "effective": "去年"}})
    assert [f.place for f in _found(tmp_path, data)] == ["laws.zdjc"]


def test_every_fault_of_every_file_is_told_at_once(tmp_path: Path) -> None:
    first = checklist(
        "a",
        stage("a", "甲", "unit", item("x-1", points=0, gap=None), item("x-2", cites=[], force="必须")),
        stage("b", "乙", "village", item("x-3", colour="red")),
        scale=[1],
        laws={"zdjc": {"verified": "full"}},
    )
    second = checklist("b", stage("a", "甲", "unit", item("y-1", remedy=None)))
    findings = _found(tmp_path, first, second)
    told = {(f.file, f.place.removeprefix("检查项 ")) for f in findings}
    assert told == {
        ("a.toml", "文件开头"),
        ("a.toml", "laws.zdjc"),
        ("a.toml", "x-1"),
        ("a.toml", "x-2"),
        ("a.toml", "环节“乙”"),
        ("a.toml", "x-3"),
        ("b.toml", "y-1"),
    }
    assert len(findings) == 10
    with pytest.raises(FileFaultsError) as caught:
        load_library(sorted(tmp_path.glob("*.toml")))
    assert caught.value.message.splitlines() == [f.text for f in findings]


SYNTAX = [
    ("schema = 1\ntitle = 重大\n", "第2行第9列"),
    ('schema = 1\nid = "a\n', "第2行"),
    ("schema = 1\nschema = 1\n", "第2行"),
    ("[[stages]\n", "第1行"),
    ('title = "甲', "文件末尾"),
]


@pytest.mark.parametrize(("text", "place"), SYNTAX)
def test_bad_syntax_names_the_line(tmp_path: Path, text: str, place: str) -> None:
    path = tmp_path / "a.toml"
    path.write_text(text, encoding="utf-8")
    (finding,) = inspect([path])[1]
    assert place in finding.place
    assert "不合 TOML 语法" in finding.problem


def _bytes(tmp_path: Path, data: bytes) -> Path:
    path = tmp_path / "a.toml"
    path.write_bytes(data)
    return path


def test_another_encoding_is_refused_with_what_to_do(tmp_path: Path) -> None:
    (finding,) = inspect([_bytes(tmp_path, as_toml(DECISIONS).encode("gb18030"))])[1]
    assert "不是 UTF-8" in finding.problem
    assert "另存为 UTF-8" in finding.remedy


@pytest.mark.parametrize("nul", [b"\x00", b"schema = 1\x00"])
def test_a_binary_file_is_refused(tmp_path: Path, nul: bytes) -> None:
    assert len(inspect([_bytes(tmp_path, nul)])[1]) == 1


@pytest.mark.parametrize(
    "change",
    [
        lambda text: "\ufeff" + text,
        lambda text: text.replace("\n", "\r\n"),
        lambda text: "\ufeff" + text.replace("\n", "\r\n"),
        lambda text: text + "# 注释\n",
    ],
)
def test_a_byte_order_mark_crlf_and_comments_change_nothing(
    tmp_path: Path, change: Callable[[str], str]
) -> None:
    library, findings = inspect([_bytes(tmp_path, change(as_toml(DECISIONS)).encode("utf-8"))])
    assert findings == []
    assert library.checklists == SAMPLE.checklists[:1]
    assert library.digest == SAMPLE.only(["juece"]).digest


def test_a_file_that_is_missing_a_folder_or_too_large_is_a_finding(tmp_path: Path) -> None:
    (tmp_path / "b.toml").mkdir()
    large = _bytes(tmp_path, b"#" * (SIZE_LIMIT + 1))
    findings = inspect([tmp_path / "c.toml", tmp_path / "b.toml", large])[1]
    assert [f.file for f in findings] == ["c.toml", "b.toml", "a.toml"]
    assert "文件过大" in findings[2].problem
    assert not any(c.isascii() and c.isalpha() for f in findings for c in f.problem)


def test_a_file_nested_too_deep_is_a_finding(tmp_path: Path) -> None:
    (finding,) = inspect([_bytes(tmp_path, b"a = " + b"[" * 50_000)])[1]
    assert finding.place in {"整个文件", "文件末尾"}


@pytest.mark.parametrize(
    "extra", ["checked = 07:30:00", "x = 07:30:00", "[laws.a]\nworking = { days = [07:30:00] }"]
)
def test_a_time_of_day_is_refused_or_kept_as_text_and_never_breaks_the_digest(
    tmp_path: Path, extra: str
) -> None:
    library, findings = inspect([_bytes(tmp_path, f"schema = 1\n{extra}\n".encode())])
    assert findings
    assert library.digest


def test_an_id_used_in_two_files_is_refused_there_with_the_first_named(tmp_path: Path) -> None:
    first = checklist("a", stage("a", "甲", "unit", item("x-1")))
    second = checklist("b", stage("a", "甲", "unit", item("x-1"), item("x-2")))
    (finding,) = _found(tmp_path, first, second)
    assert (finding.file, finding.place) == ("b.toml", "编号 x-1")
    assert "a.toml" in finding.problem


def test_one_law_key_for_two_laws_is_refused(tmp_path: Path) -> None:
    first = checklist("a", stage("a", "甲", "unit", item("x-1")))
    laws = {"zdjc": {**LAW, "title": "另一条例"}}
    second = checklist("b", stage("a", "甲", "unit", item("x-2")), laws=laws)
    (finding,) = _found(tmp_path, first, second)
    assert (finding.file, finding.place) == ("b.toml", "laws.zdjc")
    assert "重大行政决策程序暂行条例" in finding.problem
    assert "另一条例" in finding.problem


def test_a_checklist_reads_as_written(tmp_path: Path) -> None:
    law = {**LAW, "expires": "2029-12-31", "verified": "partial", "pending": ["15"]}
    data = checklist(
        "a",
        stage(
            "s",
            "履职",
            "person",
            item(
                "x-1",
                points=2.5,
                cites=["zdjc:15.1", "zdjc:二（六）"],
                applies="公开征求意见的",
                guidance="看公告",
                evidence=["公告", "汇总表"],
                roles=["党委主要负责人"],
                needs=["执法权"],
                facts=[{"id": "from", "label": "公告日", "type": "date"}],
                **{"for": ["部门"]},
            ),
            redline("x-2"),
            advice("x-3"),
        ),
        scale=[1, 0.7, 0.1, 0],
        history=[{"version": "2026.11", "change": "首版"}],
        laws={"zdjc": law},
    )
    (made,) = load_library(write_toml(tmp_path, data)).checklists
    (_, first), (_, second), (_, third) = made.items()
    assert (made.checked, made.history) == (date(2026, 11, 24), (("2026.11", "首版"),))
    assert made.scale == (Fraction(1), Fraction(7, 10), Fraction(1, 10), Fraction(0))
    assert (first.points, first.kinds, first.roles) == (Fraction(5, 2), ("部门",), ("党委主要负责人",))
    assert (first.needs, first.evidence, first.applies) == (("执法权",), ("公告", "汇总表"), "公开征求意见的")
    assert [c.place for c in first.cites] == ["15.1", "二（六）"]
    assert first.cites[0].is_pending
    assert first.cites[0].law.expires == date(2029, 12, 31)
    assert (second.redline, second.points, third.is_advice, third.points) == (True, None, True, None)


def test_the_kept_copy_gives_the_same_checklists_and_digest(tmp_path: Path) -> None:
    library = load_library(write_toml(tmp_path, DECISIONS, ENFORCEMENT))
    kept = json.loads(json.dumps(library.data, ensure_ascii=False))
    again = library_from_data(kept, "checklists.json")
    assert again.checklists == library.checklists
    assert again.digest == library.digest
    assert replace(again, data=()).digest != library.digest


def test_a_kept_copy_that_does_not_read_is_damage_and_says_what_is_wrong() -> None:
    bad: list[dict[str, Any]] = [*SAMPLE.data, _item(points=0)]
    with pytest.raises(DamagedError, match="points = 0") as caught:
        library_from_data(bad, "某局-2023/checklists.json")
    assert "某局-2023/checklists.json" in caught.value.message


def test_chosen_checklists_keep_the_librarys_order_and_their_data() -> None:
    chosen = SAMPLE.only(["zhifa", "juece"])
    assert chosen == SAMPLE
    assert [c.id for c in SAMPLE.only(["zhifa"]).checklists] == ["zhifa"]
    assert SAMPLE.only(["zhifa"]).data == (SAMPLE.data[1],)

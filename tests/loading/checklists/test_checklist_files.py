from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from fazhi_tui.errors import DamagedError
from fazhi_tui.loading.checklists.checklist_files import inspect, library_from_data, load_library
from fazhi_tui.loading.checklists.findings import FileFaultsError, Finding
from fazhi_tui.loading.checklists.toml_file import SIZE_LIMIT
from tests.loading.broken_checklists import BROKEN, one_item
from tests.loading.broken_rules import BROKEN_RULES
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

EVERY = [*BROKEN, *BROKEN_RULES]


def _found(folder: Path, *data: Data) -> list[Finding]:
    return inspect(write_toml(folder, *data))[1]


@pytest.mark.parametrize(("data", "place", "said"), EVERY, ids=[said for _, _, said in EVERY])
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
    for number, data in enumerate(
        [one_item(points=0), one_item(cites=["xzcf:3"]), one_item(guidance="先看 公告")]
    ):
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
    bad: list[dict[str, Any]] = [*SAMPLE.data, one_item(points=0)]
    with pytest.raises(DamagedError, match="points = 0") as caught:
        library_from_data(bad, "某局-2023/checklists.json")
    assert "某局-2023/checklists.json" in caught.value.message


def test_chosen_checklists_keep_the_librarys_order_and_their_data() -> None:
    chosen = SAMPLE.only(["zhifa", "juece"])
    assert chosen == SAMPLE
    assert [c.id for c in SAMPLE.only(["zhifa"]).checklists] == ["zhifa"]
    assert SAMPLE.only(["zhifa"]).data == (SAMPLE.data[1],)

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Commands, Filler

ROW = ("juece", "本单位")


@pytest.fixture
def id_(fazhi: Commands, filled: Filler) -> str:
    id = fazhi.new()
    result = fazhi("fill", id, str(filled((*ROW, "u-1", "落实", "3月印发"), (*ROW, "u-2", "未落实", "没做"))))
    assert result.code == 0, result.err
    return id


def test_the_draft_goes_to_stdout_and_what_to_do_to_stderr(fazhi: Commands, id_: str) -> None:
    before = fazhi.stored()
    result = fazhi("report", id_)
    assert result.code == 0
    assert result.out.startswith("# 越城区文化广电旅游局2023年度法治政府建设情况报告（草稿）\n")
    assert "3月印发。〔依据：u-1〕" in result.out
    for words in ("报送：2024年3月1日之前", "公开：2024年4月1日之前", "待补", "没有答完或没有定稿"):
        assert words in result.err
    assert fazhi.stored() == before


def test_a_final_text_is_written_to_the_file(fazhi: Commands, id_: str, tmp_path: Path) -> None:
    path = tmp_path / "年报.md"
    result = fazhi("report", id_, "--final", "-o", str(path))
    assert (result.code, result.out) == (0, "")
    assert f"已写出：{path}" in result.err
    text = path.read_text(encoding="utf-8")
    assert "〔依据" not in text
    assert "3月印发。" in text


def test_a_contradiction_makes_a_final_report_a_finding(fazhi: Commands, id_: str, filled: Filler) -> None:
    note = "座谈会走过场"
    assert fazhi("fill", id_, str(filled((*ROW, "u-1", "落实", note)))).code == 0
    draft, final = fazhi("report", id_), fazhi("report", id_, "--final")
    assert (draft.code, final.code) == (0, 1)
    for result in (draft, final):
        assert "前后矛盾1处" in result.err
        assert "u-1评为落实，说明里却承认流于形式" in result.err
        assert "u-1评为落实" in result.out
    (fazhi.data / "report.toml").write_text('schema = 1\nchecked = ["u-1"]\n', encoding="utf-8")
    assert fazhi("report", id_, "--final").code == 0


def test_the_unit_s_template_is_used_and_a_faulty_one_refused(fazhi: Commands, id_: str) -> None:
    template = fazhi.data / "report.toml"
    template.write_text('schema = 1\ntitle = "{单位}工作报告"\n[others]\nlead = ["无。"]\n', encoding="utf-8")
    assert fazhi("report", id_).out.startswith("# 越城区文化广电旅游局工作报告（草稿）\n")
    template.write_text('schema = 1\ntitel = "甲"\nchecked = ["不是"]\n', encoding="utf-8")
    result = fazhi("report", id_)
    assert (result.code, result.out) == (2, "")
    assert "report.toml" in result.err
    assert "不认识的键“titel”" in result.err
    assert "“不是”不是检查项" in result.err


@pytest.mark.parametrize("name", ["年报.doc", "年报", "年报.txt"])
def test_another_kind_of_file_is_refused(fazhi: Commands, id_: str, tmp_path: Path, name: str) -> None:
    result = fazhi("report", id_, "-o", str(tmp_path / name))
    assert result.code == 2
    assert ".md" in result.err
    assert not (tmp_path / name).exists()

from __future__ import annotations

import html
import json
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from tests.cli.conftest import Commands, Filler


@pytest.fixture
def adviser(fazhi: Commands, tmp_path: Path) -> Commands:
    """The adviser's commands, on another data folder."""
    return replace(fazhi, data=tmp_path / "adviser")


@pytest.fixture
def id(fazhi: Commands, filled: Filler) -> str:
    """Answered but for u-red."""
    made = fazhi.new("某局", "--checklist", "juece")
    fazhi("sheet", made, "--checklist", "juece", "--none", "matter", "--reason", "没有决策事项")
    rows = [("juece", "本单位", item, "落实", "") for item in ("u-1", "u-2")]
    assert fazhi("fill", made, str(filled(*rows))).code == 0
    return made


def _pass_on(giver: Commands, taker: Commands, id: str, tmp_path: Path) -> None:
    path = tmp_path / "交接.fazhi"
    path.unlink(missing_ok=True)
    assert giver("handover", id, "-o", str(path)).code == 0
    assert taker("merge", str(path)).code == 0


def _state(fazhi: Commands, id: str) -> str:
    state: str = json.loads(fazhi("show", id, "--format", "json").out)["state"]
    return state


def test_a_submission_with_open_items_is_refused_named_and_writes_nothing(fazhi: Commands, id: str) -> None:
    before = fazhi.stored()
    result = fazhi("submit", id)
    assert (result.code, result.out) == (2, "")
    assert "未评1条" in result.err
    assert "重大行政决策程序·本单位：u-red" in result.err
    assert fazhi.stored() == before


def test_a_submission_warns_and_locks_and_can_be_recalled(fazhi: Commands, id: str, filled: Filler) -> None:
    fazhi("fill", id, str(filled(("juece", "本单位", "u-red", "落实", ""))))
    result = fazhi("submit", id)
    assert (result.code, result.out) == (0, "")
    assert "已送审" in result.err
    assert "评为落实、没有列佐证3条（待佐证）" in result.err
    assert _state(fazhi, id) == "送审"
    before = fazhi.stored()
    refused = fazhi("fill", id, str(filled(("juece", "本单位", "u-1", "未落实", ""))))
    assert refused.code == 2
    assert "现在是“送审”" in refused.err
    assert fazhi("submit", id).code == 2
    assert fazhi.stored() == before
    assert "已撤回" in fazhi("recall", id).err
    assert _state(fazhi, id) == "填报中"
    assert fazhi("recall", id).code == 2


def test_who_may_not_do_a_step_is_refused_by_role(
    fazhi: Commands, adviser: Commands, id: str, filled: Filler, tmp_path: Path
) -> None:
    fazhi("fill", id, str(filled(("juece", "本单位", "u-red", "落实", ""))))
    fazhi("submit", id)
    _pass_on(fazhi, adviser, id, tmp_path)
    before = (fazhi.stored(), adviser.stored())
    for command, words, said in (
        (fazhi, ("return", id, "--reason", "不实"), "自评一方"),
        (fazhi, ("finalise", id), "定稿由法律顾问作出"),
        (adviser, ("submit", id), "复核一方"),
        (adviser, ("recall", id), "复核一方"),
        (adviser, ("finalise", id, "--without-review"), "就是经过复核"),
        (adviser, ("return", id), "退回必须写意见"),
        (adviser, ("return", id, "--reason", " "), "退回必须写意见"),
    ):
        result = command(*words)
        assert (result.code, result.out) == (2, ""), words
        assert said in result.err
    assert (fazhi.stored(), adviser.stored()) == before


def test_a_return_says_why_until_it_is_submitted_again(
    fazhi: Commands, adviser: Commands, id: str, filled: Filler, tmp_path: Path
) -> None:
    fazhi("fill", id, str(filled(("juece", "本单位", "u-red", "落实", ""))))
    fazhi("submit", id)
    _pass_on(fazhi, adviser, id, tmp_path)
    assert "已退回" in adviser("return", id, "--reason", "请逐条补佐证").err
    _pass_on(adviser, fazhi, id, tmp_path)
    assert _state(fazhi, id) == "退回"
    for words in (("show", id), ("gaps", id), ("log", id), ("review", id)):
        assert "请逐条补佐证" in fazhi(*words).out
    assert fazhi("submit", id).code == 0
    assert "请逐条补佐证" not in fazhi("show", id).out
    _pass_on(fazhi, adviser, id, tmp_path)
    result = adviser("finalise", id)
    assert result.code == 0
    assert "没有复核3条" in result.err
    assert "自查状态" not in adviser("gaps", id).err
    assert "自查状态：送审（草稿）。" in fazhi("gaps", id).err
    assert "没有逐条记录复核意见" in adviser("gaps", id).out


def _text_of(path: Path) -> str:
    """The text of a file, whatever is around it; XML may write Han as numbers."""
    if path.suffix not in {".docx", ".xlsx"}:
        return path.read_text(encoding="utf-8")
    with zipfile.ZipFile(path) as parts:
        return "".join(
            html.unescape(parts.read(name).decode("utf-8"))
            for name in parts.namelist()
            if name.endswith(".xml")
        )


def test_an_officer_alone_finalises_and_every_export_says_so(
    fazhi: Commands, id: str, filled: Filler, tmp_path: Path
) -> None:
    rows = (("juece", "本单位", "u-red", "落实", ""), ("juece", "本单位", "u-1", "未落实", ""))
    fazhi("fill", id, str(filled(*rows)))
    fazhi("submit", id)
    result = fazhi("finalise", id, "--without-review")
    assert result.code == 0
    assert "未经复核" in result.err
    assert "未经法律顾问复核" in fazhi("gaps", id).out
    assert "未经法律顾问复核" in fazhi("gaps", id, "--format", "csv").out
    assert "未经法律顾问复核" in fazhi("show", id).out
    for command, name in (
        ("gaps", "差距.docx"),
        *(("ledger", f"台账.{s}") for s in ("md", "csv", "docx", "xlsx")),
    ):
        path = tmp_path / name
        assert fazhi(command, id, "-o", str(path)).code == 0
        assert "未经法律顾问复核" in _text_of(path)
        assert "自查状态：定稿（未经法律顾问复核）。" in fazhi(command, id).err
    assert "未经法律顾问复核" in fazhi("report", id).out
    assert "未经法律顾问复核" in fazhi("handover", id, "-o", str(tmp_path / "交接.fazhi")).err
    other = fazhi("new", "--unit", "某局", "--year", "2024", "--kind", "部门").out.strip()
    assert "定稿（未经法律顾问复核）" in fazhi("compare", id, other).out.replace("\n", "")
    assert "未经复核" in fazhi("list").out
    for words in (("gaps", id), ("list",), ("show", id)):
        assert '"without_review": true' in fazhi(*words, "--format", "json").out
    assert fazhi("finalise", id, "--without-review").code == 2

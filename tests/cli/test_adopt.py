from __future__ import annotations

import json
from copy import deepcopy
from pathlib import Path

import pytest

from fazhi_tui.domain.verdict import Verdict
from tests.samples import DECISIONS, ENFORCEMENT, Data, item, write_toml

from .conftest import Commands, Filler

SCORING = "schema = 1\n[weights]\njuece = 3\n"


def _newer(shipped: Path) -> None:
    """The shipped checklist of decisions, one item reworded, one dropped, one added."""
    data: Data = deepcopy(DECISIONS)
    data["version"] = "2026.12"
    data["history"] = [{"version": "2026.12", "change": "按修订的条例改"}]
    first, second, redline = data["stages"][0]["items"]
    first["question"] = "u-1是否做到，并且公布？"
    assert second["id"] == "u-2"
    data["stages"][0]["items"] = [first, redline, item("u-3")]
    write_toml(shipped, data, ENFORCEMENT)


@pytest.fixture
def answered(fazhi: Commands, filled: Filler) -> str:
    id = fazhi.new()
    form = filled(("juece", "本单位", "u-1", "落实", ""), ("juece", "本单位", "u-2", "未落实", "没有"))
    assert fazhi("fill", id, str(form)).code == 0
    return id


def _verdicts(fazhi: Commands, id: str) -> dict[str, tuple[str | None, str | None]]:
    shown = json.loads(fazhi("show", id, "--format", "json").out)
    return {
        entry["id"]: (entry["verdict"], entry["effective"])
        for checklist in shown["checklists"]
        for sheet in checklist["sheets"]
        for entry in sheet["items"]
    }


def test_nothing_newer_changes_nothing(fazhi: Commands, answered: str) -> None:
    before = fazhi.stored()
    result = fazhi("adopt", answered)
    assert (result.code, result.out) == (0, "")
    assert "没有变化" in result.err
    assert fazhi.stored() == before


def test_a_dry_run_says_everything_and_writes_nothing(fazhi: Commands, shipped: Path, answered: str) -> None:
    _newer(shipped)
    (fazhi.data / "scoring.toml").write_text(SCORING, encoding="utf-8")
    before = fazhi.stored()
    result = fazhi("adopt", answered, "--dry-run")
    assert result.code == 0
    for words in (
        "重大行政决策程序：2026.11 → 2026.12",
        "按修订的条例改",
        "增加：u-3",
        "不再问：u-2",
        "有1条已有自评，留在记录里",
        "原：u-1是否做到？",
        "新：u-1是否做到，并且公布？",
        "1条自评因问法有改动转为待确认",
        "计分：权重 juece＝3",
        "自评分：",
    ):
        assert words in result.err
    assert fazhi.stored() == before


def test_adopting_keeps_answers_and_leaves_reworded_ones_open(
    fazhi: Commands, shipped: Path, answered: str
) -> None:
    _newer(shipped)
    assert fazhi("adopt", answered).code == 0
    assert _verdicts(fazhi, answered)["u-1"] == (Verdict.DONE, None)
    assert "待确认" in fazhi("show", answered).out
    assert fazhi("verify", answered).code == 0
    assert "没有变化" in fazhi("adopt", answered).err


def test_a_form_confirms_a_reworded_item_only_when_it_shows_the_new_question(
    fazhi: Commands, shipped: Path, answered: str, tmp_path: Path
) -> None:
    old = tmp_path / "旧.csv"
    assert fazhi("form", answered, "-o", str(old)).code == 0
    _newer(shipped)
    assert fazhi("adopt", answered).code == 0
    text = old.read_text(encoding="utf-8-sig")
    kept = [line for line in text.splitlines() if "u-2" not in line]
    old.write_text("\n".join(kept), encoding="utf-8")
    refused = fazhi("fill", answered, str(old))
    assert refused.code == 2
    assert "问法已改" in refused.err
    new = tmp_path / "新.csv"
    assert fazhi("form", answered, "-o", str(new)).code == 0
    unchanged = fazhi("fill", answered, str(new))
    assert "没有变化" in unchanged.err
    lines = new.read_text(encoding="utf-8-sig").splitlines()
    rows = [line.replace(",落实,,", ",落实,落实,") if ",u-1," in line else line for line in lines]
    new.write_text("\n".join(rows), encoding="utf-8")
    assert fazhi("fill", answered, str(new)).code == 0
    assert _verdicts(fazhi, answered)["u-1"] == (Verdict.DONE, Verdict.DONE)


def test_weights_make_the_score_and_stand_in_the_gap_list(fazhi: Commands, answered: str) -> None:
    before = json.loads(fazhi("show", answered, "--format", "json").out)
    (fazhi.data / "scoring.toml").write_text(SCORING, encoding="utf-8")
    assert fazhi("adopt", answered).code == 0
    after = json.loads(fazhi("show", answered, "--format", "json").out)
    assert before["high"] != after["high"]
    assert "加权平均（权重：重大行政决策程序3，其余为1）" in fazhi("gaps", answered).out
    (fazhi.data / "scoring.toml").unlink()
    assert fazhi("adopt", answered).code == 0
    assert json.loads(fazhi("show", answered, "--format", "json").out)["high"] == before["high"]


def test_a_new_assessment_takes_the_unit_s_scoring(fazhi: Commands) -> None:
    fazhi.data.mkdir(parents=True, exist_ok=True)
    (fazhi.data / "scoring.toml").write_text(SCORING, encoding="utf-8")
    assert "权重：重大行政决策程序3" in fazhi("gaps", fazhi.new()).out


def test_a_faulty_scoring_file_is_refused_and_nothing_written(fazhi: Commands, answered: str) -> None:
    (fazhi.data / "scoring.toml").write_text("schema = 1\nscale = [3]", encoding="utf-8")
    before = fazhi.stored()
    result = fazhi("adopt", answered)
    assert result.code == 2
    assert "scoring.toml" in result.err
    assert fazhi.stored() == before


def test_a_checklist_that_is_no_longer_at_hand_stays(fazhi: Commands, shipped: Path, answered: str) -> None:
    for path in shipped.iterdir():
        path.unlink()
    write_toml(shipped, ENFORCEMENT)
    result = fazhi("adopt", answered)
    assert result.code == 0, result.err
    assert "没有变化" in result.err

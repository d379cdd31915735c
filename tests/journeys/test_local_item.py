"""A unit's own wording of one shipped item, from the file it writes to the gap list it hands up."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from tests.cli.conftest import UNIT, Commands, fazhi, shipped
from tests.samples import LAW, Data, checklist, item, stage, write_toml

__all__ = ["fazhi", "shipped"]

QUESTION = "处罚决定是否在7日内公开？"
GAP = "处罚决定没有在7日内公开。"
SOURCE = "甲市执法公示办法第三条第二款"
PARAM: Data = {"id": "gongkai", "label": "公开期限", "type": "number"}
FACTS = [
    {"id": "decided", "label": "作出日", "type": "date"},
    {"id": "shown", "label": "公开日", "type": "date"},
]
OWN = checklist(
    "ziji",
    stage(
        "ziji-1",
        "本市",
        "case",
        item(
            "c-1",
            replaces=True,
            question=QUESTION,
            gap=GAP,
            points=3,
            cites=["zdjc:15.1", "jia:3.2"],
            facts=FACTS,
            rule={"kind": "at_most", "from": "decided", "to": "shown", "days": "param:gongkai"},
        ),
    ),
    title="本市公开要求",
    laws={"zdjc": LAW, "jia": {**LAW, "title": "甲市执法公示办法", "number": "甲政发〔2022〕1号"}},
    params=[PARAM],
)


@pytest.fixture
def own(fazhi: Commands) -> Path:
    (path,) = write_toml(fazhi.data / "checklists", OWN)
    return path


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))


def form_rows(fazhi: Commands, folder: Path) -> list[dict[str, str]]:
    form = folder / "表.csv"
    assert fazhi("form", UNIT, "-o", str(form), "--force").code == 0
    return rows(form.read_bytes())


def as_csv(path: Path, filled: list[dict[str, str]]) -> Path:
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, filled[0])
    writer.writeheader()
    writer.writerows(filled)
    path.write_text(text.getvalue(), encoding="utf-8")
    return path


def fill(fazhi: Commands, folder: Path, filled: list[dict[str, str]]) -> None:
    result = fazhi("fill", UNIT, str(as_csv(folder / "填好.csv", filled)))
    assert result.code == 0, result.err


def test_a_replaced_item_is_linted_asked_filled_and_listed_as_local(
    fazhi: Commands, own: Path, tmp_path: Path
) -> None:
    linted = fazhi("lint")
    assert (linted.code, linted.out) == (0, "")
    assert "3份清单" in linted.err
    assert "（其中本地1条）" in linted.err
    fazhi.new()
    assert fazhi("sheet", UNIT, "--checklist", "zhifa", "--object", "一号案", "--kind", "case").code == 0

    assert fazhi("param", UNIT, "gongkai", "7", "--source", SOURCE).code == 0
    assert f"【本地】{QUESTION}（c-1）" in fazhi("gaps", UNIT).out
    form = form_rows(fazhi, tmp_path)
    assert [r["检查项"] for r in form if r["问题"].startswith("【本地】")] == ["c-1"]
    (row,) = [r for r in form if r["检查项"] == "c-1"]
    assert (row["清单"], row["环节"], row["问题"]) == ("zhifa", "法制审核", f"【本地】{QUESTION}")
    assert "《甲市执法公示办法》第三条第二款" in row["依据"]
    row |= {"结论": "未落实", "说明": "迟了两周", "事实": "作出日=2023-03-01\n公开日=2023-03-20"}
    fill(fazhi, tmp_path, [row])

    markdown = fazhi("gaps", UNIT).out
    assert f"问题：【本地】{GAP}" in markdown
    assert "超12日" in markdown
    assert SOURCE in markdown
    assert "《甲市执法公示办法》第三条第二款" in markdown
    (listed,) = rows(fazhi("gaps", UNIT, "--format", "csv").raw)
    assert (listed["检查项"], listed["问题"]) == ("c-1", f"【本地】{GAP}")
    (entry,) = json.loads(fazhi("gaps", UNIT, "--format", "json").out)
    assert (entry["checklist"], entry["item"], entry["problem"]) == ("zhifa", "c-1", f"【本地】{GAP}")
    shown = fazhi("show", UNIT).out
    assert "未落实 本地" in shown
    assert "本地2026.11 按“本市公开要求”替换检查项c-1" in shown


def test_the_assessment_keeps_the_local_item_when_its_file_has_gone_until_it_adopts(
    fazhi: Commands, own: Path, tmp_path: Path
) -> None:
    fazhi.new()
    fazhi("sheet", UNIT, "--checklist", "zhifa", "--object", "一号案", "--kind", "case")
    (row,) = [r for r in form_rows(fazhi, tmp_path) if r["检查项"] == "c-1"]
    fill(fazhi, tmp_path, [{**row, "结论": "未落实", "说明": "迟了"}])
    before = fazhi("gaps", UNIT).out
    own.unlink()
    assert fazhi("gaps", UNIT).out == before
    assert fazhi("verify", UNIT).code == 0

    preview = fazhi("adopt", UNIT, "--dry-run").err
    assert f"原：【本地】{QUESTION}" in preview
    assert "新：c-1是否做到？" in preview
    assert fazhi("adopt", UNIT).code == 0
    assert "本地" not in fazhi("show", UNIT).out
    (row,) = [r for r in form_rows(fazhi, tmp_path) if r["检查项"] == "c-1"]
    assert (row["问题"], row["结论"]) == ("c-1是否做到？", "")


def test_an_assessment_goes_over_to_a_local_item_and_its_old_verdict_waits(
    fazhi: Commands, tmp_path: Path
) -> None:
    fazhi.new()
    fazhi("sheet", UNIT, "--checklist", "zhifa", "--object", "一号案", "--kind", "case")
    (old,) = [r for r in form_rows(fazhi, tmp_path) if r["检查项"] == "c-1"]
    fill(fazhi, tmp_path, [{**old, "结论": "落实"}])
    (stale,) = [r for r in form_rows(fazhi, tmp_path) if r["检查项"] == "c-1"]
    write_toml(fazhi.data / "checklists", OWN)
    assert fazhi("adopt", UNIT).code == 0
    refused = fazhi("fill", UNIT, str(as_csv(tmp_path / "旧.csv", [stale])))
    assert refused.code == 2
    assert "问法已改" in refused.err
    (new,) = [r for r in form_rows(fazhi, tmp_path) if r["检查项"] == "c-1"]
    fill(fazhi, tmp_path, [{**new, "结论": "部分落实"}])
    assert f"【本地】{GAP}" in fazhi("gaps", UNIT).out


def test_a_local_item_that_is_not_asked_is_left_out_under_its_mark(fazhi: Commands) -> None:
    write_toml(
        fazhi.data / "checklists",
        checklist("ziji", stage("s", "本市", "unit", item("e-1", replaces=True, **{"for": ["政府"]}))),
    )
    fazhi.new()
    left = fazhi("show", UNIT, "--left-out").out
    assert "【本地】e-1是否做到？" in left
    entries = json.loads(fazhi("show", UNIT, "--left-out", "--format", "json").out)["left_out"]
    assert {e["item"]: e["question"] for e in entries}["e-1"] == "【本地】e-1是否做到？"

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.cli.conftest import Commands, Filler

Sheet = Callable[..., Path]


@pytest.fixture
def adviser(fazhi: Commands, tmp_path: Path) -> Commands:
    """The adviser's commands, on another data folder."""
    return replace(fazhi, data=tmp_path / "adviser")


@pytest.fixture
def id(fazhi: Commands, adviser: Commands, filled: Filler, tmp_path: Path) -> str:
    """Answered, submitted, and on both computers."""
    made = fazhi.new("某局", "--checklist", "juece")
    fazhi("sheet", made, "--checklist", "juece", "--none", "matter", "--reason", "没有决策事项")
    rows = [("juece", "本单位", item, "落实", "") for item in ("u-1", "u-2", "u-red")]
    assert fazhi("fill", made, str(filled(*rows))).code == 0
    assert fazhi("submit", made).code == 0
    _pass_on(fazhi, adviser, made, tmp_path)
    return made


def _pass_on(giver: Commands, taker: Commands, id: str, tmp_path: Path) -> None:
    path = tmp_path / "交接.fazhi"
    path.unlink(missing_ok=True)
    assert giver("handover", id, "-o", str(path)).code == 0
    assert taker("merge", str(path)).code == 0


@pytest.fixture
def judged(adviser: Commands, id: str, tmp_path: Path) -> Sheet:
    """The adviser's sheet as written, with the cells of some items filled in."""

    def make(**cells: dict[str, str]) -> Path:
        path = tmp_path / "复核.csv"
        assert adviser("review", id, "-o", str(path)).code == 0
        rows = _rows(path)
        for row in rows:
            row.update(cells.get(row["检查项"].replace("-", "_"), {}))
        buffer = io.StringIO(newline="")
        writer = csv.DictWriter(buffer, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
        path.write_bytes(buffer.getvalue().encode("utf-8"))
        return path

    return make


def _rows(path: Path) -> list[dict[str, str]]:
    text = path.read_bytes().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def _events(commands: Commands, id: str) -> int:
    return len(commands("log", id).out.splitlines())


def _reviews(commands: Commands, id: str) -> dict[str, object]:
    shown = json.loads(commands("show", id, "--format", "json").out)
    return {item["id"]: item["review"] for item in shown["checklists"][0]["sheets"][0]["items"]}


def test_a_sheet_read_back_is_one_event_in_the_advisers_lane(
    adviser: Commands, id: str, judged: Sheet
) -> None:
    path = judged(
        u_1={"复核意见": "同意"},
        u_2={"复核意见": "更正", "复核结论": "部分落实", "意见": "只有一半"},
        u_red={"复核意见": "退回", "意见": "没有审查意见书"},
    )
    result = adviser("review", id, str(path))
    assert (result.code, result.out) == (0, "")
    assert "已记入复核意见3条" in result.err
    kinds = {u: r["opinion"] for u, r in _reviews(adviser, id).items() if isinstance(r, dict)}
    assert kinds == {"u-1": "同意", "u-2": "更正", "u-red": "退回"}
    again = adviser("review", id, str(path))
    assert (again.code, again.out) == (0, "")
    assert "没有变化" in again.err


def test_what_is_written_is_read_back_as_no_change_before_and_after(
    adviser: Commands, id: str, judged: Sheet
) -> None:
    before = adviser.stored()
    assert "没有变化" in adviser("review", id, str(judged())).err
    assert adviser.stored() == before
    adviser("review", id, str(judged(u_1={"复核意见": "退回", "意见": "=请写\n文号"})))
    before = adviser.stored()
    assert "没有变化" in adviser("review", id, str(judged())).err
    assert adviser.stored() == before


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({"自评结论": "未落实"}, "自评结论不能在这里改"),
        ({"复核意见": "退回"}, "退回必须写意见"),
        ({"复核意见": "更正", "意见": "不实"}, "更正必须写复核结论"),
        ({"复核意见": "驳回"}, "复核意见“驳回”不认识"),
    ],
)
def test_one_bad_row_and_nothing_is_written(
    adviser: Commands, id: str, judged: Sheet, cells: dict[str, str], said: str
) -> None:
    before = adviser.stored()
    result = adviser("review", id, str(judged(u_1={"复核意见": "同意"}, u_2=cells)))
    assert (result.code, result.out) == (2, "")
    assert f"第3行：{said}" in result.err or said in result.err
    assert "第3行" in result.err
    assert "一行也没有写入" in result.err
    assert adviser.stored() == before


def test_the_officer_can_write_the_sheet_and_not_read_it(
    fazhi: Commands, id: str, judged: Sheet, tmp_path: Path
) -> None:
    path = tmp_path / "看看.csv"
    assert fazhi("review", id, "-o", str(path)).code == 0
    assert [row["检查项"] for row in _rows(path)] == ["u-1", "u-2", "u-red"]
    before = fazhi.stored()
    result = fazhi("review", id, str(judged(u_1={"复核意见": "同意"})))
    assert (result.code, result.out) == (2, "")
    assert "自评一方" in result.err
    assert fazhi.stored() == before


def test_a_sheet_is_not_read_before_a_submission(
    fazhi: Commands, adviser: Commands, id: str, judged: Sheet, tmp_path: Path
) -> None:
    path = judged(u_1={"复核意见": "同意"})
    adviser("return", id, "--reason", "请核对")
    before = adviser.stored()
    result = adviser("review", id, str(path))
    assert result.code == 2
    assert "现在是“退回”" in result.err
    assert adviser.stored() == before
    assert "送审以后才能读入" in adviser("review", id, "-o", str(path)).err


def test_a_sheet_older_than_the_answers_is_a_conflict(
    fazhi: Commands, adviser: Commands, id: str, judged: Sheet, filled: Filler, tmp_path: Path
) -> None:
    path = judged(u_1={"复核意见": "同意"})
    adviser("return", id, "--reason", "请核对")
    _pass_on(adviser, fazhi, id, tmp_path)
    fazhi("fill", id, str(filled(("juece", "本单位", "u-1", "落实", "补了说明"))))
    fazhi("submit", id)
    _pass_on(fazhi, adviser, id, tmp_path)
    result = adviser("review", id, str(path))
    assert result.code == 2
    assert "第2行" in result.err
    assert "又有改动" in result.err


def test_without_a_file_each_side_is_shown_its_own_work(
    fazhi: Commands, adviser: Commands, id: str, judged: Sheet, tmp_path: Path
) -> None:
    result = adviser("review", id)
    assert result.code == 0
    assert "红线：红线事项，自评为落实；待佐证：评为落实，没有列佐证" in result.out
    assert "要逐条看的3条" in result.err
    assert "退回待改的0条" in fazhi("review", id).err
    cells = {"复核意见": "退回", "意见": "没有审查意见书"}
    adviser("review", id, str(judged(u_red=cells, u_1={"复核意见": "同意"})))
    assert "u-red" not in adviser("review", id).out
    assert "要逐条看的1条" in adviser("review", id).err
    adviser("return", id)
    _pass_on(adviser, fazhi, id, tmp_path)
    shown = fazhi("review", id)
    assert "退回：没有审查意见书（张某，" in shown.out
    assert "退回待改的1条" in shown.err


def test_what_stands_returned_is_not_made_final(adviser: Commands, id: str, judged: Sheet) -> None:
    adviser("review", id, str(judged(u_red={"复核意见": "退回", "意见": "没有审查意见书"})))
    before = adviser.stored()
    result = adviser("finalise", id)
    assert (result.code, result.out) == (2, "")
    assert "还有退回未改的1条" in result.err
    assert "u-red" in result.err
    assert adviser.stored() == before


def test_show_sets_both_scores_side_by_side_and_names_what_was_corrected(
    adviser: Commands, id: str, judged: Sheet
) -> None:
    assert "复核分" not in adviser("show", id).out
    cells = {"复核意见": "更正", "复核结论": "未落实", "意见": "没有文件"}
    adviser("review", id, str(judged(u_2=cells, u_1={"复核意见": "同意"})))
    out = adviser("show", id).out
    assert "自评分100.0　复核分40.0" in out
    assert "自评虚高60.0分" in out
    row = next(line.split() for line in out.splitlines() if line.startswith("重大行政决策程序  制度基础"))
    assert row[2:6] == ["100.0", "40.0", "60.0", "1条"]
    assert "本单位 u-2（自评落实，复核未落实）" in out
    marks = {line.split()[0]: line for line in out.splitlines() if line.startswith("u-")}
    assert "复核同意" in marks["u-1"]
    assert "复核更正为未落实" in marks["u-2"]
    assert "复核" not in marks["u-red"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("-o", "复核.xlsx"), "只能写成 .csv"),
        (("a.csv", "-o", "b.csv"), "一次只能写出或读入"),
        (("没有.csv",), "没有这个文件"),
    ],
)
def test_a_file_that_cannot_be_taken_is_refused(
    adviser: Commands, id: str, words: tuple[str, ...], said: str
) -> None:
    result = adviser("review", id, *words)
    assert (result.code, result.out) == (2, "")
    assert said in result.err

"""`fazhi review ID --agree-rest`: the rule of the screen, without a screen."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest

from tests.cli.conftest import Commands


@pytest.fixture
def adviser(fazhi: Commands, tmp_path: Path) -> Commands:
    """The adviser's commands, on another data folder."""
    return replace(fazhi, data=tmp_path / "adviser")


def _opinions(commands: Commands, id: str) -> dict[str, str | None]:
    shown = json.loads(commands("show", id, "--format", "json").out)
    items = (item for c in shown["checklists"] for sheet in c["sheets"] for item in sheet["items"])
    return {item["id"]: item["review"] and item["review"]["opinion"] for item in items}


@pytest.fixture
def plain(fazhi: Commands, adviser: Commands, tmp_path: Path) -> str:
    """Submitted with two answers that are of no concern and one red line, on both computers."""
    made = fazhi.new("乙局", "--checklist", "juece")
    fazhi("sheet", made, "--checklist", "juece", "--none", "matter", "--reason", "没有决策事项")
    path = tmp_path / "表.csv"
    fazhi("form", made, "-o", str(path))
    rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline="")))
    for row in rows:
        row["结论"], row["佐证"] = ("部分落实", "") if row["检查项"] == "u-1" else ("落实", "台账")
    buffer = io.StringIO(newline="")
    writer = csv.DictWriter(buffer, list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    path.write_bytes(buffer.getvalue().encode("utf-8"))
    assert fazhi("fill", made, str(path)).code == 0
    assert fazhi("submit", made).code == 0
    stick = str(tmp_path / "交接.fazhi")
    assert fazhi("handover", made, "-o", stick).code == 0
    assert adviser("merge", stick).code == 0
    return made


def test_the_rest_is_agreed_to_as_its_preview_shows_and_the_work_list_is_left_out(
    adviser: Commands, plain: str
) -> None:
    before = adviser.stored()
    preview = adviser("review", plain, "--agree-rest", "--dry-run")
    assert preview.code == 0
    assert "u-1" in preview.out
    assert "u-2" in preview.out
    assert "u-red" not in preview.out
    assert "只是预览，没有写入；会同意2条；要逐条看的1条不在内。" in preview.err
    assert adviser.stored() == before
    done = adviser("review", plain, "--agree-rest")
    assert (done.code, done.out) == (0, preview.out)
    assert "已同意2条；要逐条看的1条不在内。" in done.err
    assert _opinions(adviser, plain) == {"u-1": "同意", "u-2": "同意", "u-red": None}
    again = adviser("review", plain, "--agree-rest")
    assert (again.code, again.out) == (0, "")
    assert "没有可以一并同意的，没有变化；要逐条看的1条。" in again.err


@pytest.mark.parametrize("more", [(), ("--dry-run",)])
def test_the_officer_cannot_agree_to_the_rest(fazhi: Commands, plain: str, more: tuple[str, ...]) -> None:
    before = fazhi.stored()
    result = fazhi("review", plain, "--agree-rest", *more)
    assert (result.code, result.out) == (2, "")
    assert "由自评一方写" in result.err
    assert fazhi.stored() == before


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--dry-run",), "--dry-run 只在 --agree-rest 时写"),
        (("--agree-rest", "-o", "复核.csv"), "--agree-rest 不和复核表一起写"),
        (("复核.csv", "--agree-rest"), "--agree-rest 不和复核表一起写"),
    ],
)
def test_words_that_do_not_go_together_are_refused(
    adviser: Commands, plain: str, words: tuple[str, ...], said: str
) -> None:
    result = adviser("review", plain, *words)
    assert result.code == 2
    assert said in result.err

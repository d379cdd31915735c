"""One self-check on two computers, by commands and files alone: filled, reviewed, returned, mended, closed.

The officer's computer is then replaced by a new one.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import UNIT, Commands
from tests.samples import DECISIONS, ENFORCEMENT, write_toml

Verdicts = dict[tuple[str, str], tuple[str, str]]
MATTER = "文旅发展规划"


@pytest.fixture
def computer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> Callable[[str], Commands]:
    """Computers by name, each with a data folder of its own and the same two shipped checklists."""
    shipped = tmp_path / "shipped"
    write_toml(shipped, DECISIONS, ENFORCEMENT)
    monkeypatch.setattr("fazhi_tui.workspace.shipped_checklists_folder", lambda: shipped)
    return lambda name: Commands(tmp_path / name, capsysbinary)


def _done(computer: Commands, *words: str) -> str:
    result = computer(*words)
    assert result.code == 0, result.err
    return result.out


def _table(path: Path, change: Callable[[dict[str, str]], None]) -> str:
    """Fill in a form or a review sheet as one does in a spreadsheet."""
    rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline="")))
    for row in rows:
        change(row)
    buffer = io.StringIO(newline="")
    writer = csv.DictWriter(buffer, list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    path.write_text(buffer.getvalue(), encoding="utf-8")
    return str(path)


def _fill(computer: Commands, id: str, path: Path, verdicts: dict[str, str]) -> None:
    """Answer every item 落实 but these."""

    def answer(row: dict[str, str]) -> None:
        row["结论"] = verdicts.get(row["检查项"], row["原结论"] or "落实")
        row["说明"] = "有材料为证"

    _done(computer, "form", id, "-o", str(path), "--force")
    _done(computer, "fill", id, _table(path, answer))


def _review(computer: Commands, id: str, path: Path, said: dict[str, tuple[str, str, str]]) -> None:
    def judge(row: dict[str, str]) -> None:
        row["复核意见"], row["复核结论"], row["意见"] = said.get(row["检查项"], ("同意", "", ""))

    _done(computer, "review", id, "-o", str(path))
    _done(computer, "review", id, _table(path, judge))


def _carry(sender: Commands, receiver: Commands, id: str, path: Path, *more: str) -> None:
    """A file by USB stick; its check code is the same on both sides where nothing else was there."""
    code = _done(sender, "handover", id, "-o", str(path)).strip()
    assert _done(receiver, "merge", str(path), *more) == f"{id}\n"
    assert _done(receiver, "verify", id).splitlines()[0] == code


def _state(computer: Commands, id: str) -> str:
    (entry,) = json.loads(_done(computer, "list", "--format", "json"))
    assert entry["id"] == id
    return str(entry["state"])


def test_from_the_officer_to_the_adviser_and_back_until_it_is_final(
    computer: Callable[[str], Commands], tmp_path: Path
) -> None:
    officer, adviser, stick = computer("法规科"), computer("律师"), tmp_path / "U盘.fazhi"
    table = tmp_path / "表.csv"
    id = officer.new()
    _done(officer, "sheet", id, "--checklist", "juece", "--object", MATTER)
    _done(officer, "sheet", id, "--checklist", "zhifa", "--none", "case", "--reason", "本年没有案卷")
    _done(officer, "sheet", id, "--checklist", "zhifa", "--none", "person", "--reason", "另行自查")
    _fill(officer, id, table, {"m-2": "未落实"})
    _done(officer, "submit", id)
    _carry(officer, adviser, id, stick)

    said = {"u-1": ("更正", "流于形式", "只有目录，没有公布"), "m-1": ("退回", "", "公告日没有写")}
    _review(adviser, id, table, said)
    _done(adviser, "return", id)
    _carry(adviser, officer, id, stick)
    assert _state(officer, id) == _state(adviser, id) == "退回"
    assert "只有目录，没有公布" in _done(officer, "gaps", id)

    _fill(officer, id, table, {"m-1": "部分落实"})
    _done(officer, "submit", id)
    _carry(officer, adviser, id, stick)
    _review(adviser, id, table, {"u-1": said["u-1"]})
    _done(adviser, "finalise", id)
    _carry(adviser, officer, id, stick)
    assert _state(officer, id) == _state(adviser, id) == "定稿"
    for words in (("show", id, "--format", "json"), ("gaps", id), ("log", id), ("list",)):
        assert _done(officer, *words) == _done(adviser, *words)
    assert UNIT in _done(officer, "gaps", id)

    new = computer("法规科新电脑")
    _carry(officer, new, id, stick, "--take-over")
    for at, problem in ((new, "案卷没有编号"), (officer, "案卷没有装订")):
        _done(at, "gap", id, "--add", problem, "--basis", "档案管理规定", "--source", "案卷评查")
    _done(new, "handover", id, "-o", str(stick))
    forked = officer("merge", str(stick))
    assert forked.code == 2
    assert "分叉" in forked.err
    assert "案卷没有编号" in _done(new, "gaps", id)
    assert "案卷没有装订" in _done(officer, "gaps", id)
    merged = adviser("merge", str(stick))
    assert merged.code == 0
    assert _done(adviser, "gaps", id) == _done(new, "gaps", id)

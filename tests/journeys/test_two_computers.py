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


def _documents(computer: Commands, id: str, folder: Path) -> dict[str, bytes]:
    """Every document of a self-check that either side can print, by name."""
    folder.mkdir()
    names = {
        "gaps": ("差距.md", "差距.csv", "差距.json", "差距.docx"),
        "ledger": ("台账.md", "台账.csv", "台账.docx", "台账.xlsx"),
        "report": ("报告.md",),
        "review": ("复核.csv",),
    }
    for command, files in names.items():
        for name in files:
            _done(computer, command, id, "-o", str(folder / name))
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_repeat_is_the_same_where_the_former_years_are_not(
    computer: Callable[[str], Commands], tmp_path: Path
) -> None:
    officer, adviser, stick = computer("法规科"), computer("律师"), tmp_path / "U盘.fazhi"
    table = tmp_path / "表.csv"
    for year, verdicts in (("2022", {"u-1": "未落实", "u-2": "部分落实"}), ("2023", {"u-1": "流于形式"})):
        id = _done(
            officer, "new", "--unit", UNIT, "--year", year, "--kind", "部门", "--checklist", "juece"
        ).strip()
        _done(officer, "sheet", id, "--checklist", "juece", "--none", "matter", "--reason", "没有决策事项")
        _fill(officer, id, table, verdicts)
    assert "第2次（2022年亦有）" in _done(officer, "gaps", id)
    _done(officer, "submit", id)
    _carry(officer, adviser, id, stick)
    hints = adviser("review", id).out
    assert "2022年也有此差距" in hints
    assert "2022年有此差距，这次评为落实" in hints
    _done(adviser, "return", id, "--reason", "请核对")
    _carry(adviser, officer, id, stick)
    assert _done(officer, "gaps", id) == _done(adviser, "gaps", id)
    _done(officer, "submit", id)
    _carry(officer, adviser, id, stick)
    _review(adviser, id, table, {"u-2": ("更正", "部分落实", "只改了一半")})
    _done(adviser, "finalise", id)
    _carry(adviser, officer, id, stick)
    here, there = _documents(officer, id, tmp_path / "甲"), _documents(adviser, id, tmp_path / "乙")
    assert {name for name in here if here[name] != there[name]} == set()
    assert here["差距.md"].decode().count("第2次（2022年亦有）】") >= 2

    _done(officer, "delete", f"{UNIT}-2022", "--yes")
    assert _documents(officer, id, tmp_path / "丙") == there

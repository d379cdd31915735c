"""Hostile text in every field: refused, or kept and then in no export more than text."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook

from fazhi_tui.cli.main import main
from fazhi_tui.domain.log.events import in_order
from tests.cli.conftest import Commands, Result
from tests.domain.resealed import resealed
from tests.handed import forged_file
from tests.hostile import HOSTILE, steers
from tests.random_inputs import HANDED, JOURNAL
from tests.reporting.parsed import markup, shape

FORMULA = tuple("=+-@\t\r")
UNIT_1 = ("juece", "本单位", "u-1")


def harmless(result: Result) -> Result:
    assert result.code in (0, 1, 2), result.err
    assert not steers(result.out + result.err)
    return result


def fields(id: str, text: str, form: Path) -> list[tuple[str, ...]]:
    """A command a field that takes text."""
    plan = ("--measure", text, "--leader", text, "--department", text, "--person", text)
    return [
        ("new", "--unit", text, "--year", "2024", "--kind", "部门", "--round", text),
        ("sheet", id, "--checklist", "juece", "--object", text),
        ("sheet", id, "--checklist", "zhifa", "--none", "case", "--reason", text),
        ("fill", id, str(form)),
        ("dept", id, text, "--checklist", "juece"),
        ("param", id, text, text, "--source", text),
        ("gap", id, "--add", text, "--basis", text, "--source", "自查"),
        ("rectify", id, "1", *plan, "--due", "2024-06-30"),
        ("rectify", id, "1", "--progress", text),
        ("rectify", id, "1", "--request", text),
        ("show", text),
        ("verify", id, "--against", text),
        ("restore", id, "--from", text),
        ("delete", text, "--yes"),
        ("compare", id, text),
        ("lint", text),
        ("merge", text),
        (text,),
    ]


def form_of(text: str, path: Path) -> Path:
    rows = io.StringIO(newline="")
    header = ("清单", "自查表", "检查项", "结论", "说明", "佐证")
    csv.writer(rows).writerows([header, (*UNIT_1, "部分落实", text, f"{text[:99]}|{text[:99]}")])
    path.write_bytes(rows.getvalue().encode("utf-8", "surrogatepass"))
    return path


@pytest.mark.parametrize("name", HOSTILE)
def test_a_field_with_hostile_text_breaks_nothing(
    fazhi: Commands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    id, text = fazhi.new(), HOSTILE[name]
    form = form_of(text, tmp_path / "填好.csv")
    around = {path.name for path in tmp_path.iterdir()} | {"data"}
    for words in fields(id, text, form):
        harmless(fazhi(*words))
    assert main(["--data", str(fazhi.data), "--as", text, "list"]) in (0, 2)
    for words in (("show", id), ("log", id), ("ledger", id), ("gaps", id, "--editable"), ("report", id)):
        assert harmless(fazhi(*words)).code == 0, words
    assert harmless(fazhi("verify", id)).code == 0
    assert {path.name for path in tmp_path.iterdir()} <= around
    assert not list((tmp_path / "here").iterdir())
    assert {path.name for path in fazhi.data.iterdir()} <= {"assessments", "trash"}
    _exports_hold(fazhi, id)


def _exports_hold(fazhi: Commands, id: str) -> None:
    for words in (("gaps", id, "--format", "csv"), ("form", id)):
        for row in csv.reader(io.StringIO(harmless(fazhi(*words)).out.removeprefix("\ufeff"))):
            assert not [cell for cell in row if cell.startswith(FORMULA)]
    markdown = harmless(fazhi("gaps", id)).out
    assert not markup(markdown) & {"html_inline", "link_open", "image", "code_inline"}
    assert not shape(markdown).keys() & {"html_block", "fence", "code_block"}
    there = fazhi.data.parent
    assert fazhi("gaps", id, "-o", str(there / "g.docx")).code == 0
    assert Document(str(there / "g.docx")).paragraphs
    assert fazhi("form", id, "-o", str(there / "g.xlsx")).code == 0
    cells = [c for row in load_workbook(there / "g.xlsx").worksheets[0].iter_rows() for c in row]
    assert not [cell for cell in cells if cell.data_type == "f"]


@pytest.mark.parametrize("name", ["ansi", "bidi", "nul"])
def test_a_hand_over_file_brings_no_text_that_steers(fazhi: Commands, tmp_path: Path, name: str) -> None:
    events = in_order(JOURNAL.log)
    for number, event in enumerate(events):
        if event.kind == "answered":
            events[number] = replace(event, actor=HOSTILE[name])
    file = tmp_path / "交接.fazhi"
    file.write_bytes(forged_file(HANDED, resealed(events)))
    assert harmless(fazhi("merge", str(file))).code == 2
    assert not fazhi.data.exists()


@pytest.mark.parametrize("id", ["../../逃", "/tmp/逃", "..", "甲/乙", "C:\\逃", "con\\..", ".隐藏"])
def test_a_hand_over_file_is_put_nowhere_but_in_the_data_folder(
    fazhi: Commands, tmp_path: Path, id: str
) -> None:
    events = in_order(JOURNAL.log)
    events[0] = replace(events[0], payload={**events[0].payload, "id": id})
    file = tmp_path / "..交接.fazhi"
    file.write_bytes(forged_file(HANDED, resealed(events)))
    before = {path for path in tmp_path.rglob("*") if "data" not in path.parts}
    assert harmless(fazhi("merge", str(file))).code in (0, 2)
    assert {path for path in tmp_path.rglob("*") if "data" not in path.parts} == before
    assert not fazhi.data.exists() or len(list((fazhi.data / "assessments").iterdir())) == 1


def test_what_lint_says_of_a_hostile_file_does_not_steer(fazhi: Commands, tmp_path: Path) -> None:
    file = tmp_path / "a.toml"
    file.write_text('schema = 1\n"\\u001b[2J\\u202e" = 1\n', encoding="utf-8")
    assert harmless(fazhi("lint", str(file))).code == 1

from __future__ import annotations

import sys
from csv import reader
from io import StringIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.cli.conftest import UNIT, Commands, Filler
from tests.cli.test_form_and_fill import _log_length
from tests.loading.books import edited
from tests.reporting.office.opened import assert_same_words, opened, texts


@pytest.fixture
def id(fazhi: Commands, filled: Filler) -> str:
    made = fazhi.new()
    assert fazhi("fill", made, str(filled(("juece", "本单位", "u-1", "流于形式", "走过场")))).code == 0
    return made


@pytest.mark.parametrize(
    ("name", "words"), [("差距.docx", ()), ("差距.DOCX", ()), ("差距", ("--format", "docx"))]
)
def test_the_gap_list_is_written_as_word(
    fazhi: Commands, id: str, tmp_path: Path, name: str, words: tuple[str, ...]
) -> None:
    target = tmp_path / name
    result = fazhi("gaps", id, "-o", str(target), *words)
    assert (result.code, result.out) == (0, "")
    made = "\n".join(texts(opened(target.read_bytes())))
    code = fazhi("verify", id).out.splitlines()[0].removeprefix("校验码：")
    for said in (UNIT, "差距清单（草稿）", "流于形式", "走过场", f"校验码：{code}"):
        assert said in made


def test_word_is_not_put_on_the_screen(fazhi: Commands, id: str) -> None:
    result = fazhi("gaps", id, "--format", "docx")
    assert (result.code, result.out) == (2, "")
    assert "-o" in result.err


def test_the_form_as_a_workbook_read_back_unchanged_is_no_step_and_edited_is_one(
    fazhi: Commands, id: str, tmp_path: Path
) -> None:
    target = tmp_path / "表.xlsx"
    assert fazhi("form", id, "-o", str(target)).code == 0
    before = _log_length(fazhi, id)
    assert "没有变化" in fazhi("fill", id, str(target)).err
    assert _log_length(fazhi, id) == before

    def edit(sheet: object) -> None:
        sheet["H3"], sheet["I3"] = 1, "=1+1"  # type: ignore[index]

    target.write_bytes(edited(target.read_bytes(), edit))
    refused = fazhi("fill", id, str(target))
    assert refused.code == 2
    assert "第3行：“说明”是公式。" in refused.err
    assert _log_length(fazhi, id) == before
    target.write_bytes(edited(target.read_bytes(), lambda sheet: sheet["I3"].__setattr__("value", "已办")))
    assert "已填入1条" in fazhi("fill", id, str(target)).err
    assert _log_length(fazhi, id) == before + 1


def test_an_existing_workbook_is_not_overwritten_without_force(
    fazhi: Commands, id: str, tmp_path: Path
) -> None:
    target = tmp_path / "表.xlsx"
    target.write_bytes("填了一半".encode())
    assert fazhi("form", id, "-o", str(target)).code == 2
    assert target.read_bytes() == "填了一半".encode()
    assert fazhi("form", id, "-o", str(target), "--force").code == 0


@pytest.mark.parametrize(
    ("missing", "words", "instead"),
    [
        ("docx", ("gaps", "差距.docx"), ".md"),
        ("openpyxl", ("form", "表.xlsx"), ".csv"),
        ("openpyxl", ("fill", "填好.xlsx"), ".csv"),
    ],
)
def test_without_the_extra_the_way_to_install_it_is_said_and_nothing_is_written(
    fazhi: Commands,
    id: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    missing: str,
    words: tuple[str, str],
    instead: str,
) -> None:
    command, name = words
    fazhi("form", id, "-o", str(tmp_path / "填好.xlsx"))
    before = fazhi.stored()
    monkeypatch.setitem(sys.modules, missing, None)
    path = str(tmp_path / name)
    result = fazhi(command, id, *([path] if command == "fill" else ["-o", path]))
    assert (result.code, result.out) == (2, "")
    assert "fazhi-tui[office]" in result.err
    assert instead in result.err
    assert fazhi.stored() == before
    assert not {"差距.docx", "表.xlsx"} & {path.name for path in tmp_path.iterdir()}


def test_the_ledger_is_written_as_word_and_as_a_workbook(fazhi: Commands, id: str, tmp_path: Path) -> None:
    word, book = tmp_path / "台账.docx", tmp_path / "台账.xlsx"
    csv, markdown = tmp_path / "台账.csv", tmp_path / "台账.md"
    for path in (word, book, csv, markdown):
        assert fazhi("ledger", id, "-o", str(path)).code == 0
    assert_same_words(markdown.read_text(encoding="utf-8"), word.read_bytes())
    [sheet] = load_workbook(book).worksheets
    rows = list(reader(StringIO(csv.read_text(encoding="utf-8-sig"), newline="")))
    assert [[cell.value or "" for cell in row] for row in sheet] == rows
    assert sheet.auto_filter.ref == sheet.dimensions


@pytest.mark.parametrize("words", [(), ("--final",)])
def test_the_annual_report_is_written_as_word(
    fazhi: Commands, id: str, tmp_path: Path, words: tuple[str, ...]
) -> None:
    word, markdown = tmp_path / "报告.docx", tmp_path / "报告.md"
    for path in (word, markdown):
        assert fazhi("report", id, "-o", str(path), *words).code in {0, 1}
    assert_same_words(markdown.read_text(encoding="utf-8"), word.read_bytes())

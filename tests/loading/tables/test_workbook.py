from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet

from fazhi_tui.domain.answers import Evidence
from fazhi_tui.domain.filling.answering import Change
from fazhi_tui.domain.filling.cells import ANSWER_COLUMNS, FORM_COLUMNS, KEY_COLUMNS
from fazhi_tui.domain.verdict import Verdict
from fazhi_tui.loading.checklists.findings import FileFaultsError
from fazhi_tui.loading.tables import workbook
from fazhi_tui.loading.tables.form_csv import read_form
from fazhi_tui.loading.tables.records import Record
from fazhi_tui.loading.tables.table_file import read_table
from fazhi_tui.loading.tables.workbook import read_workbook
from fazhi_tui.reporting.office import form_xlsx
from fazhi_tui.reporting.tables.form_csv import form_csv
from tests.journal import Journal
from tests.loading.books import book, edited, with_part
from tests.loading.tables.test_form_csv import EVIDENCE, FACTS, NOTE, _said

KNOWN = (*KEY_COLUMNS, *ANSWER_COLUMNS)
HEADER = ("清单", "自查表", "检查项", "结论", "说明")
KEY = ("juece", "本单位", "u-1")
SHEET = "xl/worksheets/sheet1.xml"


def read(data: bytes) -> list[Record]:
    return read_workbook(data, file="表.xlsx", required=KEY_COLUMNS, known=KNOWN)


def faults(data: bytes) -> list[tuple[str, str]]:
    with pytest.raises(FileFaultsError) as caught:
        read(data)
    assert all(finding.file == "表.xlsx" and finding.remedy for finding in caught.value.findings)
    assert caught.value.hint
    return [(finding.place, finding.problem) for finding in caught.value.findings]


@settings(deadline=None, max_examples=60)
@given(
    NOTE,
    EVIDENCE,
    FACTS,
    st.one_of(st.none(), st.sampled_from([v for v in Verdict if not v.needs_reason])),
)
def test_what_form_writes_fill_reads_as_it_is_stored(
    note: str, evidence: tuple[Evidence, ...], facts: dict[str, str], verdict: Verdict | None
) -> None:
    filled, blank = Journal(), Journal()
    for one in (filled, blank):
        one.add("juece", "=文旅规划")
    change = Change("juece", "=文旅规划", "m-1", verdict=verdict, note=note, evidence=evidence, facts=facts)
    if any([note, evidence, facts, verdict]):
        filled.answer(change)
    data = form_xlsx(filled.board)
    assert read_form(data, filled.board, file="表.xlsx") == ()
    for wanted in read_form(data, blank.board, file="表.xlsx", is_forced=True):
        blank.answer(wanted)
    assert _said(blank) == _said(filled)


def test_what_is_edited_and_nothing_else_becomes_a_change() -> None:
    journal = Journal()
    journal.add("juece", "规划")
    journal.say("juece", "本单位", "u-1", Verdict.DONE, "=已办")
    rows = [row.key for row in journal.board.rows()]
    places = {title: number for number, title in enumerate(FORM_COLUMNS, start=1)}

    def edit(sheet: Worksheet) -> None:
        def put(key: tuple[str, str, str], title: str, value: object) -> None:
            sheet.cell(rows.index(key) + 2, places[title]).value = value  # type: ignore[assignment]

        put(("juece", "规划", "m-1"), "结论", 3)
        put(("juece", "规划", "m-1"), "说明", date(2023, 5, 4))
        put(("juece", "规划", "m-1"), "事实", "公告日=2023-5-4；说明理由＝是")
        put(("juece", "本单位", "u-1"), "佐证", "公告|越文〔2023〕3号")

    changes = read_form(edited(form_xlsx(journal.board), edit), journal.board, file="表.xlsx")
    journal.answer(*changes)
    assert [change.key for change in changes] == [("juece", "本单位", "u-1"), ("juece", "规划", "m-1")]
    [unit, matter] = [r.answer for r in journal.board.rows() if r.key in {c.key for c in changes}]
    assert (unit.verdict, unit.note, unit.evidence) == (
        Verdict.DONE,
        "=已办",
        (Evidence("公告", "越文〔2023〕3号"),),
    )
    assert (matter.verdict, matter.note) == (Verdict.HOLLOW, "2023-05-04")
    assert dict(matter.facts) == {"from": "2023-05-04", "why": "是"}


def test_faults_of_rows_are_those_of_a_csv_file() -> None:
    journal = Journal()
    rows = [HEADER, (*KEY, "达标", ""), ("没有", "本单位", "u-1", "", ""), (*KEY[:2], "u-2", "不适用", "")]
    csv = "\n".join(",".join(row) for row in rows).encode()
    found = []
    for data, file in ((book(*rows), "表"), (csv, "表")):
        with pytest.raises(FileFaultsError) as caught:
            read_form(data, journal.board, file=file)
        found.append(caught.value.findings)
    assert found[0] == found[1]
    assert [finding.place for finding in found[0]] == ["第2行", "第3行", "第4行"]


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        (1, "General", "1"),
        (1.0, "General", "1"),
        (0.1, "General", "0.1"),
        (-0.25, "General", "-0.25"),
        (20230301, "General", "20230301"),
        (1e20, "General", "100000000000000000000"),
        (0.955, "0.0%", "95.5%"),
        (1, "0%", "100%"),
        (datetime.fromisoformat("2024-03-01"), "yyyy/m/d", "2024-03-01"),
        (datetime.fromisoformat("2024-03-01 09:30"), "yyyy/m/d h:mm", "2024-03-01 09:30"),
        (date(2024, 3, 1), "yyyy/m/d", "2024-03-01"),
        (time(9, 30), "h:mm", "09:30"),
        (timedelta(hours=30), "[h]:mm", "30:00"),
        (True, "General", "TRUE"),
        ("'文字", "General", "'文字"),
        (None, "General", ""),
    ],
)
def test_a_cell_says_what_it_shows(value: object, number_format: str, text: str) -> None:
    def edit(sheet: Worksheet) -> None:
        sheet["E2"].value = value
        sheet["E2"].number_format = number_format

    [record] = read(edited(book(HEADER, (*KEY, "落实", "原来")), edit))
    assert record.cell("说明") == text


def test_formulas_and_faults_are_refused_by_place_but_not_in_columns_that_are_not_read() -> None:
    rows = [
        (*HEADER, "别的"),
        (*KEY, "落实", "=1+1", "=2"),
        (*KEY, "#N/A", "可以", ""),
        (*KEY, "落实", "", "=3"),
    ]
    assert faults(book(*rows)) == [("第2行", "“说明”是公式。"), ("第3行", "“结论”是出错的值 #N/A。")]


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([], "缺少列：清单、自查表、检查项"),
        ([("清单", "自查表", "结论")], "缺少列：检查项"),
        ([(*HEADER, "结论")], "列重复：结论"),
        ([HEADER, (*KEY, "落实", "", "多")], "格数比表头多"),
    ],
)
def test_a_sheet_that_is_no_form_is_refused(rows: list[tuple[str, ...]], said: str) -> None:
    [(_, problem)] = faults(book(*rows))
    assert said in problem


def test_rows_count_as_in_the_spreadsheet_and_empty_ones_are_left_out() -> None:
    data = book(HEADER, (*KEY, "落实", ""), (), (None,) * 5, ("", " "), (*KEY, "1", ""))
    assert [record.row for record in read(data)] == [2, 6]


def test_the_form_is_found_by_the_name_of_its_sheet_or_is_the_first() -> None:
    def add_before(sheet: Worksheet) -> None:
        sheet.parent.create_sheet("说明", 0).append(["请先看这里"])  # type: ignore[union-attr]

    named = book(HEADER, (*KEY, "落实", ""))
    assert len(read(edited(named, add_before))) == 1
    renamed = book(HEADER, (*KEY, "落实", ""), title="Sheet1")
    assert len(read(renamed)) == 1
    assert faults(edited(renamed, add_before)) == [("第1行", "缺少列：清单、自查表、检查项。")]


def test_what_the_file_claims_of_its_size_does_not_hide_rows() -> None:
    data = book(HEADER, (*KEY, "落实", ""), (*KEY, "落实", ""))
    lying = with_part(data, SHEET, lambda part: part.replace(b'ref="A1:E3"', b'ref="A1:B2"'))
    assert lying != data
    assert [(r.row, r.cell("结论")) for r in read(lying)] == [(2, "落实"), (3, "落实")]


def test_a_file_over_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "SIZE_LIMIT", 100)
    assert faults(book(HEADER)) == [("整个文件", "超过0MB。")]


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    bomb = with_part(book(HEADER), "xl/media/image.bin", lambda _: b"\0" * (workbook.UNPACKED_LIMIT + 1))
    assert len(bomb) < 200_000
    assert faults(bomb) == [("整个文件", "解开后超过100MB。")]


@pytest.mark.parametrize("place", ["A50001", "A1048576"])
def test_a_sheet_of_too_many_rows_is_refused(place: str) -> None:
    def edit(sheet: Worksheet) -> None:
        sheet[place].value = "远"

    assert faults(edited(book(HEADER), edit)) == [("整个文件", "多于50000行。")]


def test_a_sheet_of_too_many_cells_is_refused() -> None:
    def edit(sheet: Worksheet) -> None:
        for row in range(2, 80):
            sheet[f"XFD{row}"].value = "远"

    assert faults(edited(book(HEADER), edit)) == [("整个文件", "多于1000000格。")]


@pytest.mark.parametrize("code", ["utf-8", "utf-16"])
def test_a_document_type_declaration_is_refused(code: str) -> None:
    bomb = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "甲">]><worksheet>&b;</worksheet>'.encode(code)
    assert faults(with_part(book(HEADER), SHEET, lambda _: bomb)) == [
        ("整个文件", "含有工作簿里不该有的文档类型声明。")
    ]


@pytest.mark.parametrize("data", [b"PK\x03\x04rest", b"PK\x03\x04"])
def test_what_is_no_workbook_is_refused(data: bytes) -> None:
    assert faults(data) == [("整个文件", "不是完好的 .xlsx 工作簿。")]


def test_an_archive_of_something_else_is_refused() -> None:
    from fazhi_tui.reporting.office import word_bytes

    assert faults(word_bytes("# 题\n")) == [("整个文件", "不是完好的 .xlsx 工作簿。")]


def test_a_damaged_workbook_is_read_as_it_was_or_refused() -> None:
    data = form_xlsx(Journal().board)
    whole = [record.cells for record in read(data)]
    for place in range(0, len(data), 37):
        changed = data[:place] + bytes([data[place] ^ 0xFF]) + data[place + 1 :]
        try:
            found = [record.cells for record in read(changed)]
        except FileFaultsError:
            continue
        assert found == whole, place


def test_a_workbook_and_a_csv_file_are_told_apart_by_what_is_in_them() -> None:
    board = Journal().board
    for data in (form_csv(board), form_xlsx(board)):
        assert read_form(data, board, file="表.csv") == ()
    with pytest.raises(FileFaultsError, match=r"另存为 \.xlsx"):
        read_table(b"\xd0\xcf\x11\xe0rest", file="表.xls", required=KEY_COLUMNS, known=KNOWN)

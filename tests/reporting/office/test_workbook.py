from __future__ import annotations

import io
import zipfile

import pytest
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from fazhi_tui.domain.assessment import Assessment
from fazhi_tui.domain.filling.excel_text import CELL_LIMIT
from fazhi_tui.errors import BadInputError
from fazhi_tui.reporting.office import ledger_xlsx, table_xlsx
from fazhi_tui.reporting.office.column import Column

COLUMNS = (Column("序号", 8), Column("问题", 40))


def opened(data: bytes) -> Worksheet:
    [sheet] = load_workbook(io.BytesIO(data)).worksheets
    return sheet


def test_a_table_has_its_header_widths_filter_and_wrapped_text() -> None:
    sheet = opened(table_xlsx("整改台账", COLUMNS, [("1", "甲\n乙"), ("2", "")]))
    assert sheet.title == "整改台账"
    assert [[cell.value for cell in row] for row in sheet] == [["序号", "问题"], ["1", "甲\n乙"], ["2", None]]
    assert [sheet.column_dimensions[letter].width for letter in "AB"] == [8, 40]
    assert (sheet.freeze_panes, sheet.auto_filter.ref, sheet.print_title_rows) == ("A2", "A1:B3", "$1:$1")
    assert all(cell.alignment.wrap_text for row in sheet for cell in row)
    assert not sheet.protection.sheet


def test_a_table_without_rows_is_its_header() -> None:
    assert [[cell.value for cell in row] for row in opened(table_xlsx("表", COLUMNS, []))] == [
        ["序号", "问题"]
    ]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@甲", "'甲", "#N/A", "1", "2024-03-01", "TRUE"])
def test_every_cell_is_text_and_stays_so_when_it_is_edited(text: str) -> None:
    cell = opened(table_xlsx("表", COLUMNS, [(text, "")]))["A2"]
    assert (cell.value, cell.data_type, cell.number_format) == (text, "s", "@")
    assert bool(cell.quotePrefix) == (text[0] in "=+-@'")


def test_a_text_that_a_cell_cannot_hold_is_refused_not_cut() -> None:
    whole = "长" * CELL_LIMIT
    assert opened(table_xlsx("表", COLUMNS, [("1", whole)]))["B2"].value == whole
    for text in (whole + "长", "𠮷" * (CELL_LIMIT // 2 + 1), "_x0041_" * (CELL_LIMIT // 7)):
        with pytest.raises(BadInputError, match=r"第2行第B列.*放不下") as caught:
            table_xlsx("表", COLUMNS, [("1", text)])
        assert ".csv" in caught.value.hint


def test_rows_are_as_high_as_their_longest_text_needs() -> None:
    data = table_xlsx("表", COLUMNS, [("1", "短"), ("2", "长" * 100), ("3", "甲\n" * 200)])
    sheet = opened(data)
    heights = [sheet.row_dimensions[row].height or 0 for row in (2, 3, 4)]
    assert heights[0] < heights[1] < heights[2] == 409
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        part = archive.read("xl/worksheets/sheet1.xml")
    # A height set by hand would stay as it is when the text grows.
    assert b' ht="' in part
    assert b"customHeight" not in part


def test_the_same_table_gives_the_same_bytes() -> None:
    assert table_xlsx("表", COLUMNS, [("1", "甲")]) == table_xlsx("表", COLUMNS, [("1", "甲")])


def test_the_ledger_is_printed_on_a3_in_a_size_that_can_be_read() -> None:
    sheet = opened(ledger_xlsx([], Assessment()))
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (8, "landscape")
    # About 210 digits of the normal size fit across it; at three quarters of that size, 280.
    widths = [sheet.column_dimensions[get_column_letter(n + 1)].width for n in range(sheet.max_column)]
    assert sum(widths) <= 290

"""An Excel workbook of one table: every cell text, never a formula."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Sequence
from datetime import datetime

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from fazhi_tui.domain.filling.excel_text import CELL_LIMIT, excel_length, excel_text
from fazhi_tui.errors import BadInputError
from fazhi_tui.reporting.office.cell_styles import FILLED_IN, FIXED, HEADER, cell_styles
from fazhi_tui.reporting.office.column import Column
from fazhi_tui.reporting.office.row_height import fit_row
from fazhi_tui.reporting.office.stable_zip import repacked
from fazhi_tui.reporting.tables.csv_cells import GUARDED

_EPOCH = datetime(1980, 1, 1)  # noqa: DTZ001 - the library wants it without a zone


def table_workbook(title: str, columns: Sequence[Column], rows: Iterable[Sequence[str]]) -> bytes:
    """A table with a filter; see `office.table_xlsx`."""
    book, sheet = new_book(title, columns)
    for number, cells in enumerate(rows, start=2):
        put_row(sheet, number, columns, cells)
    return saved(book)


def new_book(title: str, columns: Sequence[Column]) -> tuple[Workbook, Worksheet]:
    """A workbook of one sheet with its header: frozen, printed on every page."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for style in cell_styles():
        book.add_named_style(style)
    sheet = book.create_sheet(title)
    for number, column in enumerate(columns, start=1):
        _put(sheet, 1, number, column.title, HEADER)
        sheet.column_dimensions[get_column_letter(number)].width = column.width
    sheet.freeze_panes = "A2"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", sheet.PAPERSIZE_A3
    sheet.page_setup.fitToHeight = 0
    sheet.page_margins = PageMargins(left=0.4, right=0.4, top=0.5, bottom=0.5)
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    return book, sheet


def put_row(sheet: Worksheet, number: int, columns: Sequence[Column], cells: Sequence[str]) -> None:
    """Put a row of texts under their columns, high enough for the longest.

    Raises:
        BadInputError: one is longer than a cell can hold.
    """
    for place, (column, text) in enumerate(zip(columns, cells, strict=True), start=1):
        _put(sheet, number, place, text, FIXED if column.is_fixed else FILLED_IN)
    fit_row(sheet, number, ((text, column.width) for column, text in zip(columns, cells, strict=True)))


def _put(sheet: Worksheet, row: int, column: int, text: str, style: str) -> None:
    """Put a text into a cell as text, whatever it begins with."""
    written = excel_text(text)
    if (length := excel_length(written)) > CELL_LIMIT:
        where = f"第{row}行第{get_column_letter(column)}列"
        raise BadInputError(f"{where}有{length}个字，Excel 一格放不下。", "请改写成 .csv 文件。")
    cell = sheet.cell(row, column)
    assert isinstance(cell, Cell)  # none is merged
    if written:
        cell.value = written
        cell.data_type = "s"  # which the library takes for a formula or a fault where it begins like one
    cell.style = style
    if text.startswith(tuple(GUARDED)):
        cell.quotePrefix = True


def saved(book: Workbook) -> bytes:
    """The workbook as a file, with a filter over the whole table; the same content, the same bytes."""
    for sheet in book.worksheets:
        sheet.auto_filter.ref = sheet.dimensions
    about = book.properties
    about.creator, about.created, about.modified = None, _EPOCH, _EPOCH
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        ExcelWriter(book, archive).save()
    return repacked(buffer.getvalue())

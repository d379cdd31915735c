"""An Excel workbook read as a table of text: within limits, without formulas."""

from __future__ import annotations

import io
import warnings
import zipfile
from collections.abc import Iterator, Sequence

from openpyxl import load_workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.cell.read_only import EmptyCell, ReadOnlyCell

from fazhi_tui.domain.filling.cells import FORM_SHEET
from fazhi_tui.loading.checklists.findings import FileFaultsError, Finding
from fazhi_tui.loading.tables.cell_text import cell_text
from fazhi_tui.loading.tables.csv_table import SIZE_LIMIT
from fazhi_tui.loading.tables.records import (
    NOTHING_WRITTEN,
    Record,
    column_names,
    records_of,
    whole_file_fault,
)

UNPACKED_LIMIT = 100_000_000
ROW_LIMIT = 50_000
CELL_LIMIT = 1_000_000

_SAVE_AGAIN = "请在 WPS 或 Excel 中打开，另存为 .xlsx 或 CSV（UTF-8）再试。"
_TOO_WIDE = "请删去表头右边的内容。"
_DECLARATIONS = tuple("<!DOCTYPE".encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be"))

_AnyCell = Cell | MergedCell | ReadOnlyCell | EmptyCell


def read_workbook(data: bytes, *, file: str, required: Sequence[str], known: Sequence[str]) -> list[Record]:
    """The rows that are not empty of the sheet 填报表, or of the first sheet where there is none.

    Dates read as 2024-03-01, numbers as written out, both as text.

    Args:
        data: the file's bytes.
        file: its name, for messages.
        required: columns that must be there.
        known: columns that are read; the others are ignored.

    Raises:
        FileFaultsError: not such a file, too big, a column is missing, or cells that are formulas or faults.
    """
    if len(data) > SIZE_LIMIT:
        raise whole_file_fault(file, f"超过{SIZE_LIMIT // 1_000_000}MB。", "请核对是否选错文件。")
    try:
        _check_parts(data, file)
        rows = _read(data, file, known)
    except FileFaultsError:
        raise
    except Exception:
        # A damaged file makes the library raise whatever it happens to stumble over.
        raise whole_file_fault(file, "不是完好的 .xlsx 工作簿。", _SAVE_AGAIN) from None
    return records_of(rows, file=file, required=required, known=known, too_wide=_TOO_WIDE)


def _check_parts(data: bytes, file: str) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        # No more than it declares is ever unpacked of a part.
        if sum(part.file_size for part in archive.infolist()) > UNPACKED_LIMIT:
            limit = f"解开后超过{UNPACKED_LIMIT // 1_000_000}MB。"
            raise whole_file_fault(file, limit, "请核对是否选错文件，或另存为 CSV（UTF-8）再试。")
        if any(_declares(archive.read(part)) for part in archive.infolist()):
            raise whole_file_fault(file, "含有工作簿里不该有的文档类型声明。", _SAVE_AGAIN)


def _declares(part: bytes) -> bool:
    """Whether a part could define entities, which grow without end when they are read."""
    return any(mark in part for mark in _DECLARATIONS)


def _read(data: bytes, file: str, known: Sequence[str]) -> list[list[str]]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # on what the library does not read, which is of no use here
        book = load_workbook(io.BytesIO(data), read_only=True, keep_links=False)
        named = [sheet for sheet in book.worksheets if sheet.title == FORM_SHEET]
        sheet = (named or book.worksheets)[0]
        sheet.reset_dimensions()  # which the file only claims
        cells = sheet.iter_rows(max_row=ROW_LIMIT + 1)
        return _texts(_within_limits(cells, file), file, known)


def _within_limits(rows: Iterator[Sequence[_AnyCell]], file: str) -> Iterator[Sequence[_AnyCell]]:
    count = 0
    for number, row in enumerate(rows, start=1):
        count += len(row)
        if number > ROW_LIMIT or count > CELL_LIMIT:
            what = f"多于{ROW_LIMIT}行" if number > ROW_LIMIT else f"多于{CELL_LIMIT}格"
            raise whole_file_fault(file, f"{what}。", "请删去表格下方和右边用不到的行列，或另存为 CSV 再试。")
        yield row


def _texts(rows: Iterator[Sequence[_AnyCell]], file: str, known: Sequence[str]) -> list[list[str]]:
    header = [_text(cell) for cell in next(rows, ())]
    names = column_names(header)
    findings: list[Finding] = []
    texts = [header]
    for number, row in enumerate(rows, start=2):
        for name, cell in zip(names, row, strict=False):
            if name in known and (problem := _problem(cell)):
                remedy = "请改成写好的文字或数值：复制后“选择性粘贴”为数值。"
                findings.append(Finding(file, f"第{number}行", f"“{name}”{problem}", remedy))
        texts.append([_text(cell) for cell in row])
    if findings:
        raise FileFaultsError(findings, NOTHING_WRITTEN)
    return texts


def _problem(cell: _AnyCell) -> str:
    if cell.data_type == "f":
        return "是公式。"
    return f"是出错的值 {cell.value}。" if cell.data_type == "e" else ""


def _text(cell: _AnyCell) -> str:
    return "" if cell.value is None else cell_text(cell.value, cell.number_format)

"""A CSV file as people save it: either encoding, any column order, faults with their row."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence

from fazhi_tui.loading.checklists.findings import FileFaultsError, Finding
from fazhi_tui.loading.tables.records import NOTHING_WRITTEN, Record, records_of, whole_file_fault

SIZE_LIMIT = 20_000_000

_GUARDED = tuple("=+-@'")
_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_SAVE_AS = "请在 WPS 或 Excel 中另存为 CSV（UTF-8）再试。"
_TOO_WIDE = "含逗号的文字要加英文双引号，或用表格软件编辑。"


def unescape_cell(cell: str) -> str:
    """The cell without the ' that guards a leading = + - @ or '."""
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(_GUARDED) else cell


def read_csv(data: bytes, *, file: str, required: Sequence[str], known: Sequence[str]) -> list[Record]:
    """The rows of a CSV file that are not empty.

    Args:
        data: the file's bytes, UTF-8 with or without BOM, or GB18030.
        file: its name, for messages.
        required: columns that must be there.
        known: columns that are read; the others are ignored.

    Raises:
        FileFaultsError: not such a file, a column is missing, or rows that do not fit the header.
    """
    rows = [[unescape_cell(cell) for cell in row] for row in _rows(_text(data, file), file)]
    return records_of(rows, file=file, required=required, known=known, too_wide=_TOO_WIDE)


def _text(data: bytes, file: str) -> str:
    if len(data) > SIZE_LIMIT:
        raise whole_file_fault(file, f"超过{SIZE_LIMIT // 1_000_000}MB。", "请核对是否选错文件。")
    if data.startswith(_WORKBOOKS):
        raise whole_file_fault(file, "是表格工作簿或压缩包，不是 CSV。", _SAVE_AS)
    if data.startswith(_UTF16):
        raise whole_file_fault(file, "是 UTF-16 编码。", _SAVE_AS)
    if b"\0" in data:
        raise whole_file_fault(file, "含有空字符，不像文字文件。", _SAVE_AS)
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise whole_file_fault(file, "既不是 UTF-8 也不是 GB18030 编码。", _SAVE_AS)


def _rows(text: str, file: str) -> Iterator[list[str]]:
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    number = 0
    try:
        for number, row in enumerate(reader, start=1):  # noqa: B007 - named for the fault below
            yield row
    except csv.Error as error:
        where = f"第{number + 1}行"
        if "field larger" in str(error):
            problem = "有一格过长，多半是前面的双引号没有成对。"
        else:
            problem = "双引号没有成对，读不下去。"
        finding = Finding(file, where, problem, "请核对这一行的英文双引号，或用表格软件另存为 CSV。")
        raise FileFaultsError([finding], NOTHING_WRITTEN) from None

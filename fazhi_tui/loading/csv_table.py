"""A CSV file as people save it: either encoding, any column order, faults with their row."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from fazhi_tui.loading.findings import FileFaultsError, Finding

SIZE_LIMIT = 20_000_000
NOTHING_WRITTEN = "一行也没有写入，请改正后再试。"

_GUARDED = tuple("=+-@'")
_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_WHOLE, _SAVE_AS = "整个文件", "请在 WPS 或 Excel 中另存为 CSV（UTF-8）再试。"


@dataclass(frozen=True, slots=True)
class Record:
    """One row of the file; `row` counts as the spreadsheet does, the header being 1."""

    row: int
    cells: Mapping[str, str]

    def cell(self, column: str) -> str:
        """The cell as it was meant: without the guarding ', trimmed; empty where there is no such column."""
        return unescape_cell(self.cells.get(column, "")).strip()


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
    rows = list(_rows(_text(data, file), file))
    header = [unicodedata.normalize("NFKC", cell).strip() for cell in rows[0]] if rows else []
    _check_header(header, file, required, known)
    findings: list[Finding] = []
    records = []
    for number, row in enumerate(rows[1:], start=2):
        if any(cell.strip() for cell in row[len(header) :]):
            findings.append(
                Finding(
                    file, f"第{number}行", "格数比表头多。", "含逗号的文字要加英文双引号，或用表格软件编辑。"
                )
            )
        if any(cell.strip() for cell in row):
            cells = {name: cell for name, cell in zip(header, row, strict=False) if name in known}
            records.append(Record(number, cells))
    if findings:
        raise FileFaultsError(findings, NOTHING_WRITTEN)
    return records


def _text(data: bytes, file: str) -> str:
    if len(data) > SIZE_LIMIT:
        raise _fault(file, f"超过{SIZE_LIMIT // 1_000_000}MB。", "请核对是否选错文件。")
    if data.startswith(_WORKBOOKS):
        raise _fault(file, "是表格工作簿或压缩包，不是 CSV。", _SAVE_AS)
    if data.startswith(_UTF16):
        raise _fault(file, "是 UTF-16 编码。", _SAVE_AS)
    if b"\0" in data:
        raise _fault(file, "含有空字符，不像文字文件。", _SAVE_AS)
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise _fault(file, "既不是 UTF-8 也不是 GB18030 编码。", _SAVE_AS)


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


def _check_header(header: Sequence[str], file: str, required: Sequence[str], known: Sequence[str]) -> None:
    missing = [name for name in required if name not in header]
    if missing:
        remedy = f"第一行应有：{'、'.join(required)}。"
        if len(header) < 2 and any(mark in "".join(header) for mark in "\t;；，、|"):
            remedy += "各列之间要用英文逗号分隔。"
        finding = Finding(file, "第1行", f"缺少列：{'、'.join(missing)}。", remedy)
        raise FileFaultsError([finding], NOTHING_WRITTEN)
    if twice := [name for name in known if header.count(name) > 1]:
        finding = Finding(file, "第1行", f"列重复：{'、'.join(twice)}。", "请删去多余的一列。")
        raise FileFaultsError([finding], NOTHING_WRITTEN)


def _fault(file: str, problem: str, remedy: str) -> FileFaultsError:
    return FileFaultsError([Finding(file, _WHOLE, problem, remedy)], NOTHING_WRITTEN)

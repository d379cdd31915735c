"""A table as people hand it in: CSV or an Excel workbook, told apart by how the file begins."""

from __future__ import annotations

from collections.abc import Sequence

from fazhi_tui.loading.tables.csv_table import read_csv
from fazhi_tui.loading.tables.records import Record, whole_file_fault
from fazhi_tui.office_extra import require_office

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"


def read_table(data: bytes, *, file: str, required: Sequence[str], known: Sequence[str]) -> list[Record]:
    """The rows of a table that are not empty.

    Args:
        data: the file's bytes.
        file: its name, for messages.
        required: columns that must be there.
        known: columns that are read; the others are ignored.

    Raises:
        FileFaultsError: not such a file, a column is missing, or rows that cannot be read.
        BadInputError: a workbook, and the extra `office` is not installed.
    """
    if data.startswith(_ZIP):
        require_office("excel")
        from fazhi_tui.loading.tables.workbook import read_workbook

        return read_workbook(data, file=file, required=required, known=known)
    if data.startswith(_OLE):
        raise whole_file_fault(
            file, "是加了密码的工作簿，或旧式的 .xls、.et。", "请去掉密码，另存为 .xlsx 或 CSV（UTF-8）再试。"
        )
    return read_csv(data, file=file, required=required, known=known)

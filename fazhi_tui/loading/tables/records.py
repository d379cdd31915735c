"""Rows under a header, whatever kind of file they come from."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from fazhi_tui.loading.checklists.findings import FileFaultsError, Finding

NOTHING_WRITTEN = "一行也没有写入，请改正后再试。"
WHOLE = "整个文件"


@dataclass(frozen=True, slots=True)
class Record:
    """One row of the file; `row` counts as the spreadsheet does, the header being 1."""

    row: int
    cells: Mapping[str, str]

    def cell(self, column: str) -> str:
        """The cell, trimmed; empty where there is no such column."""
        return self.cells.get(column, "").strip()


def column_names(cells: Iterable[str]) -> list[str]:
    """The header's names as they are looked up."""
    return [unicodedata.normalize("NFKC", cell).strip() for cell in cells]


def records_of(
    rows: Sequence[Sequence[str]], *, file: str, required: Sequence[str], known: Sequence[str], too_wide: str
) -> list[Record]:
    """The rows that are not empty, the first being the header.

    Args:
        rows: their cells as meant.
        file: its name, for messages.
        required: columns that must be there.
        known: columns that are read; the others are ignored.
        too_wide: what to do about a row with more cells than the header.

    Raises:
        FileFaultsError: a column is missing or there twice, or rows that do not fit the header.
    """
    header = column_names(rows[0]) if rows else []
    _check_header(header, file, required, known)
    findings: list[Finding] = []
    records = []
    for number, row in enumerate(rows[1:], start=2):
        if any(cell.strip() for cell in row[len(header) :]):
            findings.append(Finding(file, f"第{number}行", "格数比表头多。", too_wide))
        if any(cell.strip() for cell in row):
            cells = {name: cell for name, cell in zip(header, row, strict=False) if name in known}
            records.append(Record(number, cells))
    if findings:
        raise FileFaultsError(findings, NOTHING_WRITTEN)
    return records


def whole_file_fault(file: str, problem: str, remedy: str) -> FileFaultsError:
    """A file that is not of its kind, or too big."""
    return FileFaultsError([Finding(file, WHOLE, problem, remedy)], NOTHING_WRITTEN)


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

"""Word and Excel files. Each function needs the extra `office`, and imports it only when called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fazhi_tui.office_extra import require_office

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from fazhi_tui.domain.assessment import Assessment
    from fazhi_tui.domain.filling.departments import StageKey
    from fazhi_tui.domain.rectifying.ledger import Entry
    from fazhi_tui.domain.rows import Board
    from fazhi_tui.reporting.office.column import Column

# Together they fit on A3 in a size that can be read.
_NARROW = 9
_LEDGER_WIDTHS = {
    "序号": 6,
    "检查项": 14,
    "问题": 28,
    "整改措施": 25,
    "责任部门": 11,
    "时限": 12,
    "延期理由": 18,
    "进展": 24,
    "销号佐证": 18,
    "审查意见": 17,
    "复核意见": 16,
    "自查状态": 11,
}


def word_bytes(markdown: str) -> bytes:
    """A document of ours (Markdown as `reporting` writes it) as a .docx to GB/T 9704.

    The same Markdown gives the same bytes.

    Raises:
        BadInputError: the extra is not installed.
    """
    require_office("word")
    from fazhi_tui.reporting.office.word import document_bytes

    return document_bytes(markdown)


def form_xlsx(board: Board, stages: Collection[StageKey] | None = None) -> bytes:
    """The form as a workbook with drop-downs; it holds what `form_csv` of the same holds.

    Raises:
        BadInputError: the extra is not installed, or a text is too long for a cell.
    """
    require_office("excel")
    from fazhi_tui.reporting.office.form_workbook import form_workbook

    return form_workbook(board, stages)


def ledger_xlsx(entries: Iterable[Entry], assessment: Assessment) -> bytes:
    """The ledger as a workbook with a filter; it holds what `ledger_csv` of the same holds.

    Raises:
        BadInputError: the extra is not installed, or a text is too long for a cell.
    """
    from fazhi_tui.reporting.ledger.ledger_csv import HEADER, ledger_cells
    from fazhi_tui.reporting.office.column import Column

    columns = [Column(title, _LEDGER_WIDTHS.get(title, _NARROW)) for title in HEADER]
    return table_xlsx("整改台账", columns, (ledger_cells(entry, assessment) for entry in entries))


def table_xlsx(title: str, columns: Sequence[Column], rows: Iterable[Sequence[str]]) -> bytes:
    """A table as a workbook: frozen header, filter, wrapped text.

    Args:
        title: the sheet's name.
        columns: the heading and the width of each.
        rows: their cells, all written as text.

    Raises:
        BadInputError: the extra is not installed, or a text is too long for a cell.
    """
    require_office("excel")
    from fazhi_tui.reporting.office.workbook import table_workbook

    return table_workbook(title, columns, rows)

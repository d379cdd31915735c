"""The form as a workbook: drop-downs, notes with guidance, everything locked but what is to be filled in."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from openpyxl.comments import Comment
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from fazhi_tui.domain.checklist import FactSpec, Item
from fazhi_tui.domain.filling.cells import ANSWER_COLUMNS, CLEAR, FORM_COLUMNS, FORM_SHEET
from fazhi_tui.domain.filling.departments import StageKey
from fazhi_tui.domain.rows import Board
from fazhi_tui.domain.verdict import Verdict
from fazhi_tui.reporting.office.column import Column
from fazhi_tui.reporting.office.table_widths import em
from fazhi_tui.reporting.office.workbook import new_book, put_row, saved
from fazhi_tui.reporting.tables.form_rows import form_rows

_WIDTHS = (16, 16, 18, 12, 44, 30, 10, 12, 40, 34, 28, 28)
_COLUMNS = tuple(
    Column(title, width, is_fixed=title not in ANSWER_COLUMNS)
    for title, width in zip(FORM_COLUMNS, _WIDTHS, strict=True)
)
_PLACES = {title: number for number, title in enumerate(FORM_COLUMNS, start=1)}
_EXAMPLES = {"date": "2024-03-01", "time": "2024-03-01 09:30", "number": "30", "yes": "是"}
_PROMPTS = {
    "说明": "不适用、本年未发生的，写明理由。",
    "佐证": "一行一条：名称|文号|日期|存放处。只写名称也可以。",
    "事实": "一行一条：名称=内容。可填哪些，见这一格的批注。",
}
_AUTHOR = "填报提示"
_NOTE_WIDTH, _NOTE_LINE, _NOTE_CHARACTERS = 340, 18, 24.0


def form_workbook(board: Board, stages: Collection[StageKey] | None = None) -> bytes:
    """The form with what is stored in it; see `office.form_xlsx`."""
    book, sheet = new_book(FORM_SHEET, _COLUMNS)
    last = 1
    for last, (row, cells) in enumerate(form_rows(board, stages), start=2):
        put_row(sheet, last, _COLUMNS, cells)
        _add_notes(sheet, last, row.item)
    if last > 1:
        _add_drop_downs(sheet, last)
    _lock(sheet)
    return saved(book)


def _add_notes(sheet: Worksheet, row: int, item: Item) -> None:
    for title, lines in (("问题", list(_guidance(item))), ("事实", list(_facts(item.facts)))):
        if lines:
            sheet.cell(row, _PLACES[title]).comment = _note(lines)


def _guidance(item: Item) -> Iterator[str]:
    if item.redline:
        yield "红线：未落实或流于形式，结论即为不合格。"
    if item.is_advice:
        yield "可以：不计分，可不填。"
    if item.applies:
        yield f"适用：{item.applies}"
    if item.guidance:
        yield f"怎样查：{item.guidance}"
    if item.evidence:
        yield f"可作佐证：{'、'.join(item.evidence)}"


def _facts(facts: tuple[FactSpec, ...]) -> Iterator[str]:
    if facts:
        yield "可填，一行一条："
        yield from (f"{fact.label}={_EXAMPLES[fact.type]}" for fact in facts)


def _note(lines: list[str]) -> Comment:
    high = sum(int(em(line) / _NOTE_CHARACTERS) + 1 for line in lines)
    return Comment("\n".join(lines), _AUTHOR, height=_NOTE_LINE * (high + 1), width=_NOTE_WIDTH)


def _add_drop_downs(sheet: Worksheet, last: int) -> None:
    choices = ",".join([*Verdict, CLEAR])
    verdict = DataValidation(
        "list", f'"{choices}"', allow_blank=True, errorStyle="warning", showErrorMessage=True
    )
    verdict.errorTitle = "结论"
    verdict.error = "下拉里没有这一种。写数字1至6也可以，写别的读入时会被拒绝。"
    verdict.promptTitle, verdict.prompt = "结论", f"从下拉里选，或写数字1至6；要清除已存的，写“{CLEAR}”。"
    validations = {"结论": verdict}
    for title, words in _PROMPTS.items():
        validations[title] = DataValidation(allow_blank=True, promptTitle=title, prompt=words)
    for title, validation in validations.items():
        letter = get_column_letter(_PLACES[title])
        validation.showInputMessage = True
        validation.add(f"{letter}2:{letter}{last}")
        sheet.add_data_validation(validation)


def _lock(sheet: Worksheet) -> None:
    """Lock what is not to be filled in, without a password; sizes and the filter stay free."""
    protection = sheet.protection
    protection.sheet = True
    protection.formatColumns = protection.formatRows = protection.autoFilter = False

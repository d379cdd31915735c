from __future__ import annotations

import csv
import io

from openpyxl.cell.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from fazhi_tui.domain.filling.cells import ANSWER_COLUMNS, FORM_COLUMNS
from fazhi_tui.domain.verdict import Verdict
from fazhi_tui.reporting.office import form_xlsx
from fazhi_tui.reporting.tables.form_csv import form_csv
from tests.journal import Journal
from tests.reporting.office.test_workbook import opened
from tests.samples import FACTS, advice, checklist, item, library, redline, stage

GUIDED = library(
    checklist(
        "a",
        stage(
            "s",
            "环节",
            "unit",
            item(
                "a-1", applies="有许可权的", guidance="查公告页面。", evidence=["截图", "汇总表"], facts=FACTS
            ),
            redline("a-2"),
            advice("a-3"),
            item("a-4"),
        ),
    )
)


def _column(sheet: Worksheet, title: str) -> list[Cell]:
    place = FORM_COLUMNS.index(title)
    return [row[place] for row in sheet.iter_rows(min_row=2)]  # type: ignore[misc]


def test_it_holds_what_the_csv_form_holds() -> None:
    journal = Journal()
    journal.add("juece", "规划")
    journal.say("juece", "规划", "m-1", Verdict.HOLLOW, "只公示了5日。\n没有意见。")
    sheet = opened(form_xlsx(journal.board))
    rows = csv.reader(io.StringIO(form_csv(journal.board).decode("utf-8-sig"), newline=""))
    assert [[cell.value or "" for cell in row] for row in sheet] == list(rows)


def test_only_what_is_to_be_filled_in_is_unlocked_and_there_is_no_password() -> None:
    sheet = opened(form_xlsx(Journal().board))
    assert sheet.protection.sheet
    assert sheet.protection.password is None
    for title in FORM_COLUMNS:
        assert {cell.protection.locked for cell in _column(sheet, title)} == {title not in ANSWER_COLUMNS}
    forbidden = sheet.protection
    assert (forbidden.formatRows, forbidden.formatColumns, forbidden.autoFilter) == (False, False, False)


def test_a_verdict_is_chosen_from_a_drop_down_in_every_row() -> None:
    sheet = opened(form_xlsx(Journal().board))
    [choice] = [v for v in sheet.data_validations.dataValidation if v.type == "list"]
    assert choice.formula1 == '"落实,部分落实,流于形式,未落实,本年未发生,不适用,清空"'
    verdicts = _column(sheet, "结论")
    assert str(choice.sqref) == f"{verdicts[0].coordinate}:{verdicts[-1].coordinate}"
    # A digit counts as well, so what is not in the list is only warned of.
    assert choice.errorStyle == "warning"


def test_the_header_stays_in_sight_and_long_text_is_wrapped() -> None:
    sheet = opened(form_xlsx(Journal().board))
    assert sheet.freeze_panes == "A2"
    assert all(cell.alignment.wrap_text for row in sheet for cell in row)
    assert all(10 <= sheet.column_dimensions[cell.column_letter].width <= 50 for cell in sheet[1])  # type: ignore[union-attr]


def test_notes_say_how_to_check_and_which_facts_to_fill_in() -> None:
    sheet = opened(form_xlsx(Journal(GUIDED).board))
    questions = [cell.comment.text if cell.comment else "" for cell in _column(sheet, "问题")]
    assert questions[0] == "适用：有许可权的\n怎样查：查公告页面。\n可作佐证：截图、汇总表"
    assert "红线" in questions[1]
    assert "可以" in questions[2]
    assert questions[3] == ""
    facts = [cell.comment.text if cell.comment else "" for cell in _column(sheet, "事实")]
    assert all(f"{fact['label']}=" in facts[0] for fact in FACTS)
    assert facts[1:] == ["", "", ""]


def test_a_form_without_rows_has_no_drop_downs() -> None:
    sheet = opened(form_xlsx(Journal().board, stages=[]))
    assert sheet.max_row == 1
    assert not sheet.data_validations.dataValidation

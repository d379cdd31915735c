from __future__ import annotations

import csv
import io

from fazhi_tui.domain.answers import Evidence
from fazhi_tui.domain.filling.answering import Change
from fazhi_tui.domain.verdict import Verdict
from fazhi_tui.reporting.tables.csv_cells import csv_bytes
from fazhi_tui.reporting.tables.form_csv import form_csv
from tests.journal import Journal

HEADER = "清单,自查表,检查项,环节,问题,依据,原结论,结论,说明,佐证,事实,核算"


def _rows(journal: Journal) -> list[dict[str, str]]:
    text = form_csv(journal.board).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_the_form_opens_in_a_spreadsheet() -> None:
    data = form_csv(Journal().board)
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.decode("utf-8-sig").split("\r\n")[0] == HEADER


def test_rows_stand_in_the_one_order_with_question_and_citations() -> None:
    journal = Journal()
    journal.add("juece", "乙规划")
    journal.add("juece", "甲规划")
    rows = _rows(journal)
    assert [(r["自查表"], r["检查项"]) for r in rows] == [
        (row.key[1], row.key[2]) for row in journal.board.rows()
    ]
    matter = next(r for r in rows if r["检查项"] == "m-1")
    assert (matter["自查表"], matter["环节"], matter["问题"]) == ("乙规划", "公众参与", "m-1是否做到？")
    assert matter["依据"] == (
        "《重大行政决策程序暂行条例》第十四条第一款；《重大行政决策程序暂行条例》第十五条第一款第二项"
    )


def test_what_is_stored_stands_in_its_columns_and_the_rest_is_empty() -> None:
    journal = Journal()
    journal.add("juece", "规划")
    evidence = (Evidence("公告;截图", "", "2023-03-01"), Evidence("汇总表"))
    journal.answer(
        Change(
            "juece",
            "规划",
            "m-1",
            verdict=Verdict.PARTLY,
            note="=缩短了\n未说明",
            evidence=evidence,
            facts={"why": "否", "from": "2023-03-01"},
        )
    )
    rows = {r["检查项"]: r for r in _rows(journal)}
    answered = rows["m-1"]
    assert (answered["原结论"], answered["结论"]) == ("部分落实", "部分落实")
    assert answered["说明"] == "'=缩短了\n未说明"
    assert answered["佐证"] == "公告\\;截图||2023-03-01\n汇总表"
    assert answered["事实"] == "公告日=2023-03-01\n说明理由=否"
    blank = rows["m-2"]
    assert {blank[c] for c in ("原结论", "结论", "说明", "佐证", "事实", "核算")} == {""}


def test_no_cell_can_run_as_a_formula() -> None:
    data = csv_bytes(["列"], [[cell] for cell in ("=1", "+1", "-1", "@甲", "'甲", "甲=1")])
    assert data.decode("utf-8-sig").split("\r\n") == ["列", "'=1", "'+1", "'-1", "'@甲", "''甲", "甲=1", ""]

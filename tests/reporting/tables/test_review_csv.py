from __future__ import annotations

import csv
import io

from fazhi_tui.domain.answers import Evidence, Opinion
from fazhi_tui.domain.filling.answering import Change
from fazhi_tui.domain.gaps import find_gaps
from fazhi_tui.domain.rectifying.repeats import former_years
from fazhi_tui.domain.verdict import Verdict
from fazhi_tui.reporting.tables.review_csv import review_csv
from tests.journal import Journal, fill
from tests.judging import M1, U1, U2, answered, give_back, judge, submit, submitted

CONTRACT = "清单,自查表,检查项,自评结论,复核意见,复核结论,意见"


def _rows(journal: Journal, former: Journal | None = None) -> dict[str, dict[str, str]]:
    data = review_csv(journal.board, former_years(find_gaps(former.board), 2023) if former else {})
    rows = csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    return {row["检查项"]: row for row in rows}


def test_the_columns_of_the_contract_come_first_and_every_item_has_a_row_in_the_one_order() -> None:
    journal = submitted()
    data = review_csv(journal.board)
    assert data.startswith(b"\xef\xbb\xbf" + CONTRACT.encode())
    assert list(_rows(journal)) == [row.item.id for row in journal.board.rows()]


def test_a_row_has_all_an_adviser_needs_to_judge() -> None:
    journal = answered()
    evidence = (Evidence("目录", "越政〔2023〕1号"), Evidence("公报"))
    journal.answer(Change(*U1, verdict=Verdict.PARTLY, note="=有一半", evidence=evidence))
    submit(journal)
    row = _rows(journal)["u-1"]
    assert row["自评结论"] == "部分落实"
    assert (row["复核意见"], row["复核结论"], row["意见"]) == ("", "", "")
    assert row["问题"] == "u-1是否做到？"
    assert row["依据"] == "《重大行政决策程序暂行条例》第十五条第一款"
    assert row["说明"] == "'=有一半"
    assert row["佐证"] == "目录|越政〔2023〕1号\n公报"
    assert row["环节"] == "制度基础"
    assert _rows(journal)["m-may"]["自评结论"] == "未评"


def test_the_hints_are_the_work_list() -> None:
    last = Journal(year=2022)
    fill(last, Verdict.MISSING)
    rows = _rows(submitted(), last)
    assert rows["u-red"]["提示"] == (
        "红线：红线事项，自评为落实\n待佐证：评为落实，没有列佐证\n上年差距：2022年有此差距，这次评为落实"
    )


def test_an_opinion_that_holds_is_written_into_its_columns_and_one_overtaken_beside_them() -> None:
    journal = submitted()
    judge(journal, U1, Opinion.AGREE, "属实")
    judge(journal, U2, Opinion.CORRECT, "不实", Verdict.MISSING)
    judge(journal, M1, Opinion.RETURN, "请写日期")
    give_back(journal)
    journal.answer(Change(*M1, note="5月4日"))
    submit(journal)
    rows = _rows(journal)
    cells = {id: (r["复核意见"], r["复核结论"], r["意见"]) for id, r in rows.items()}
    assert cells["u-1"] == ("同意", "", "属实")
    assert cells["u-2"] == ("更正", "未落实", "不实")
    assert cells["m-1"] == ("", "", "")
    assert rows["m-1"]["原复核意见"].startswith("退回：请写日期（李律师")


def test_no_mark_of_an_answer_looks_like_a_number() -> None:
    marks = {row["自评校验"] for row in _rows(submitted()).values()}
    assert all(mark[0] == "h" and len(mark) == 13 for mark in marks)

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fazhi_tui.domain.answers import Opinion
from fazhi_tui.domain.filling.answering import Change
from fazhi_tui.domain.log.events import Lane
from fazhi_tui.domain.reviewing.review import Judgement, review
from fazhi_tui.domain.verdict import Verdict
from fazhi_tui.loading.checklists.findings import FileFaultsError
from fazhi_tui.loading.tables.review_csv import read_reviews
from fazhi_tui.reporting.tables.csv_cells import BOM
from fazhi_tui.reporting.tables.review_csv import review_csv
from tests.journal import Journal
from tests.judging import M1, U1, U2, give_back, judge, submit, submitted

CONTRACT = ("清单", "自查表", "检查项", "自评结论", "复核意见", "复核结论", "意见")
AGREE, CORRECT, RETURN = Opinion


def _file(*rows: Sequence[str], header: Sequence[str] = CONTRACT, encoding: str = "utf-8") -> bytes:
    buffer = io.StringIO(newline="")
    csv.writer(buffer).writerows([header, *rows])
    return buffer.getvalue().encode(encoding)


def _read(journal: Journal, data: bytes) -> tuple[Judgement, ...]:
    return read_reviews(data, journal.board, file="复核.csv")


def _edited(journal: Journal, **cells: dict[str, str]) -> bytes:
    """The sheet as written, with cells of some items changed."""
    text = review_csv(journal.board).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    for row in rows:
        row.update(cells.get(row["检查项"].replace("-", "_"), {}))
    return _file(*(list(row.values()) for row in rows), header=list(rows[0]))


def _faults(journal: Journal, data: bytes) -> list[str]:
    with pytest.raises(FileFaultsError) as caught:
        _read(journal, data)
    assert "一行也没有写入" in caught.value.hint
    return [finding.text for finding in caught.value.findings]


def test_what_is_written_and_read_back_changes_nothing() -> None:
    journal = submitted()
    assert _read(journal, review_csv(journal.board)) == ()
    judge(journal, U1, AGREE, "属实")
    judge(journal, U2, CORRECT, "=不实\n第二行", Verdict.MISSING)
    judge(journal, M1, RETURN, "'请写日期")
    assert _read(journal, review_csv(journal.board)) == ()


def test_an_opinion_overtaken_is_not_given_again_by_reading_the_sheet_back() -> None:
    journal = submitted()
    judge(journal, U1, RETURN, "请写日期")
    give_back(journal)
    journal.answer(Change(*U1, note="5月4日"))
    submit(journal)
    assert _read(journal, review_csv(journal.board)) == ()


def test_filled_in_rows_become_judgements() -> None:
    journal = submitted()
    data = _edited(
        journal,
        u_1={"复核意见": "同意"},
        u_2={"复核意见": " 更正 ", "复核结论": "2", "意见": "只有一半"},
        m_1={"复核意见": "退回", "意见": "请写日期"},
    )
    made = _read(journal, data)
    assert made == (
        Judgement(*U1, AGREE),
        Judgement(*U2, CORRECT, Verdict.PARTLY, "只有一半"),
        Judgement(*M1, RETURN, None, "请写日期"),
    )
    wish = review(journal.board, made)
    assert wish is not None
    journal.record(wish, Lane.ADVISER)
    assert _read(journal, data) == ()


def test_the_contracts_columns_are_enough_in_any_order_and_encoding() -> None:
    row = ("更正", "意见在此", "u-1", "本单位", "未落实", "落实", "juece", "随便")
    header = ("复核意见", "意见", "检查项", "自查表", "复核结论", "自评结论", "清单", "备注")
    for encoding in ("utf-8", "utf-8-sig", "gb18030"):
        (made,) = _read(submitted(), _file(row, header=header, encoding=encoding))
        assert made == Judgement(*U1, CORRECT, Verdict.MISSING, "意见在此")


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (("juece", "本单位", "u-1", "落实", "可以", "", ""), "复核意见“可以”不认识"),
        (("juece", "本单位", "u-1", "落实", "更正", "达标", "不实"), "复核结论“达标”不认识"),
        (("juece", "本单位", "u-1", "落实", "更正", "", "不实"), "更正必须写复核结论"),
        (("juece", "本单位", "u-1", "落实", "更正", "未落实", ""), "更正必须写意见"),
        (("juece", "本单位", "u-1", "落实", "更正", "落实", "属实"), "不用更正"),
        (("juece", "本单位", "u-1", "落实", "退回", "", ""), "退回必须写意见"),
        (("juece", "本单位", "u-1", "落实", "退回", "未落实", "不实"), "退回不写复核结论"),
        (("juece", "本单位", "u-1", "落实", "同意", "未落实", ""), "同意却写了复核结论"),
        (("juece", "本单位", "u-1", "落实", "", "未落实", ""), "没有写复核意见"),
        (("juece", "本单位", "u-1", "落实", "", "", "不实"), "没有写复核意见"),
        (("juece", "本单位", "u-1", "未落实", "同意", "", ""), "现在的自评是“落实”"),
        (("juece", "本单位", "u-1", "未落实", "", "", ""), "现在的自评是“落实”"),
        (("juece", "本单位", "u-1", "", "同意", "", ""), "自评结论写的是“未评”"),
        (("juece", "规划", "m-may", "落实", "退回", "", "请核对"), "现在的自评是“未评”"),
        (("juece", "规划", "m-may", "", "同意", "", ""), "还没有自评"),
        (("juece", "规划", "u-1", "落实", "同意", "", ""), "不问检查项“u-1”"),
        (("juece", "没有", "u-1", "落实", "同意", "", ""), "没有自查表“没有”"),
        (("没有", "本单位", "u-1", "落实", "同意", "", ""), "没有清单“没有”"),
        (("juece", "本单位", "x-9", "落实", "同意", "", ""), "没有检查项“x-9”"),
        (("juece", "", "u-1", "落实", "同意", "", ""), "自查表是空的"),
    ],
)
def test_a_row_that_cannot_be_taken_is_named_and_nothing_else_is_taken(
    row: tuple[str, ...], said: str
) -> None:
    faults = _faults(submitted(), _file(("juece", "本单位", "u-2", "落实", "同意", "", ""), row))
    assert len(faults) == 1
    assert faults[0].startswith("复核.csv · 第3行：")
    assert said in faults[0]


def test_every_bad_row_is_named_at_once() -> None:
    faults = _faults(
        submitted(),
        _file(
            ("juece", "本单位", "u-1", "落实", "退回", "", ""),
            ("juece", "本单位", "u-2", "落实", "同意", "", ""),
            ("juece", "规划", "m-1", "流于形式", "同意", "", ""),
        ),
    )
    assert [fault.split("：")[0] for fault in faults] == ["复核.csv · 第2行", "复核.csv · 第4行"]


def test_an_answer_of_which_more_than_the_verdict_changed_is_a_conflict_too() -> None:
    journal = submitted()
    data = _edited(journal, u_1={"复核意见": "同意"}, u_2={"复核意见": "同意"})
    give_back(journal, "请补说明")
    journal.answer(Change(*U1, note="补了说明"), Change(*M1, note="也补了"))
    submit(journal)
    (fault,) = _faults(journal, data)
    assert "第2行" in fault
    assert "又有改动" in fault
    assert "重新写出复核表" in fault


def test_a_repeat_must_say_the_same() -> None:
    row = ("juece", "本单位", "u-1", "落实", "退回", "", "请写日期")
    assert len(_read(submitted(), _file(row, row))) == 1
    (fault,) = _faults(submitted(), _file(row, (*row[:6], "请写文号")))
    assert "与第2行是同一张自查表的同一检查项" in fault


@pytest.mark.parametrize("column", CONTRACT[:5])
def test_a_sheet_without_a_needed_column_is_refused(column: str) -> None:
    header = [name for name in CONTRACT if name != column]
    (fault,) = _faults(submitted(), _file(header=header))
    assert f"缺少列：{column}" in fault


TEXTS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cf", "Cs", "Co", "Cn"], include_characters="\n"),
    max_size=30,
)


@given(TEXTS)
def test_whatever_an_adviser_writes_comes_back_as_it_is_kept(text: str) -> None:
    journal = submitted()
    wish = review(journal.board, [Judgement(*U1, AGREE, None, text), Judgement(*U2, AGREE, None, "清空")])
    assert wish is not None
    journal.record(wish, Lane.ADVISER)
    assert _read(journal, review_csv(journal.board)) == ()
    assert review_csv(journal.board).startswith(BOM)

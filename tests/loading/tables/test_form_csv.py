from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fazhi_tui.domain.answers import Answer, Evidence
from fazhi_tui.domain.filling.answering import KEEP, Change
from fazhi_tui.domain.filling.cells import FORM_COLUMNS
from fazhi_tui.domain.text import clean_text
from fazhi_tui.domain.verdict import Verdict
from fazhi_tui.loading.checklists.findings import FileFaultsError
from fazhi_tui.loading.tables.form_csv import read_form
from fazhi_tui.reporting.tables.form_csv import form_csv
from tests.journal import Journal

MATTER = ("juece", "文旅规划", "m-1")
UNIT_ROW = ("juece", "本单位", "u-1")
KEYS = ("清单", "自查表", "检查项")
Cells = dict[str, str]


@pytest.fixture
def journal() -> Journal:
    made = Journal()
    made.add("juece", "文旅规划")
    return made


def table(rows: Sequence[Cells], columns: Sequence[str] | None = None, encoding: str = "utf-8") -> bytes:
    buffer = io.StringIO(newline="")
    names = columns if columns is not None else list(dict.fromkeys(name for row in rows for name in row))
    writer = csv.DictWriter(buffer, names)
    writer.writeheader()
    writer.writerows(rows)
    return buffer.getvalue().encode(encoding)


def row(key: tuple[str, str, str] = UNIT_ROW, **cells: str) -> Cells:
    return {**dict(zip(KEYS, key, strict=True)), **cells}


def read(journal: Journal, *rows: Cells, is_forced: bool = False) -> tuple[Change, ...]:
    return read_form(table(rows), journal.board, file="表.csv", is_forced=is_forced)


def faults(journal: Journal, data: bytes) -> list[tuple[str, str]]:
    with pytest.raises(FileFaultsError) as caught:
        read_form(data, journal.board, file="表.csv")
    assert all(finding.file == "表.csv" and finding.remedy for finding in caught.value.findings)
    assert caught.value.hint
    return [(finding.place, finding.problem) for finding in caught.value.findings]


TEXT = st.text(
    alphabet=st.one_of(st.sampled_from(";；|｜=＝\\\n\"',+-@清空甲 \t"), st.characters(codec="utf-8")),
    max_size=30,
)
NOTE = TEXT.map(lambda t: clean_text(t, "说明", 2000))
FIELD = TEXT.map(lambda t: " ".join(clean_text(t.replace("|", "").replace("｜", ""), "佐证", 200).split()))
EVIDENCE = st.lists(st.builds(Evidence, FIELD.filter(bool), FIELD, FIELD, FIELD), max_size=3).map(tuple)
FACTS = st.fixed_dictionaries(
    {},
    optional={
        "from": st.dates(date(1949, 1, 1), date(2199, 12, 31)).map(lambda d: d.isoformat()),
        "count": st.integers(-99, 99).map(str),
        "why": st.sampled_from(["是", "否"]),
    },
)


@settings(deadline=None)
@given(
    NOTE,
    EVIDENCE,
    FACTS,
    st.one_of(st.none(), st.sampled_from([v for v in Verdict if not v.needs_reason])),
    st.sampled_from(["utf-8-sig", "utf-8", "gb18030"]),
)
def test_what_form_writes_fill_reads_as_it_is_stored(
    note: str, evidence: tuple[Evidence, ...], facts: dict[str, str], verdict: Verdict | None, encoding: str
) -> None:
    filled, blank = Journal(), Journal()
    for one in (filled, blank):
        one.add("juece", "=文旅规划")
    key = ("juece", "=文旅规划", "m-1")
    change = Change(*key, verdict=verdict, note=note, evidence=evidence, facts=facts)
    if any([note, evidence, facts, verdict]):
        filled.answer(change)
    data = form_csv(filled.board).decode("utf-8-sig").encode(encoding)
    assert read_form(data, filled.board, file="表.csv") == ()
    for wanted in read_form(data, blank.board, file="表.csv", is_forced=True):
        blank.answer(wanted)
    assert _said(blank) == _said(filled)


def _said(journal: Journal) -> list[tuple[object, ...]]:
    def parts(answer: Answer) -> tuple[object, ...]:
        return (answer.verdict, answer.note, dict(answer.facts), answer.evidence)

    return [parts(r.answer) for r in journal.board.rows()]


@pytest.mark.parametrize("cell", ["流于形式", "3", "３", " 3 "])
def test_a_verdict_is_its_word_or_its_digit(journal: Journal, cell: str) -> None:
    [change] = read(journal, row(结论=cell))
    assert (change.key, change.verdict, change.note) == (UNIT_ROW, Verdict.HOLLOW, KEEP)


def test_empty_cells_leave_and_the_word_clears(journal: Journal) -> None:
    evidence = (Evidence("公告"),)
    journal.answer(
        Change(*MATTER, verdict=Verdict.DONE, note="已办", evidence=evidence, facts={"count": "3"})
    )
    blank = {"结论": "", "说明": " ", "佐证": "", "事实": ""}
    assert read(journal, row(MATTER, **blank)) == ()
    [change] = read(journal, row(MATTER, **dict.fromkeys(blank, "清空")))
    assert (change.verdict, change.note, change.evidence, change.facts) == (None, "", (), {})


def test_columns_come_in_any_order_and_others_are_ignored(journal: Journal) -> None:
    cells = row(说明="已办", 备注="随便", 核算="不读", 环节="不读", 问题="不读")
    data = table([cells], sorted(cells, reverse=True))
    [change] = read_form(data, journal.board, file="表.csv")
    assert (change.key, change.note, change.verdict) == (UNIT_ROW, "已办", KEEP)


def test_empty_rows_and_surplus_empty_cells_are_passed_over(journal: Journal) -> None:
    data = table([row(结论="1")]) + b",,,,\r\n\r\n,,,,,,\r\n"
    assert len(read_form(data, journal.board, file="表.csv")) == 1


def test_every_faulty_row_is_named_by_its_number_in_the_spreadsheet(journal: Journal) -> None:
    data = table(
        [
            row(结论="1", 说明="两\n行", 事实=""),
            row(("没有", "本单位", "u-1"), 结论="1"),
            row(("juece", "没有", "u-1"), 结论="1"),
            row(("juece", "本单位", "没有"), 结论="1"),
            row(("juece", "本单位", "m-1"), 结论="1"),
            row(("juece", "", "u-1"), 结论="1"),
            row(("juece", "本单位", "u-2"), 结论="达标"),
            row(("juece", "本单位", "u-red"), 结论="5"),
            row(MATTER, 事实="公告日=昨天"),
        ]
    )
    found = faults(journal, data)
    assert [place for place, _ in found] == [f"第{n}行" for n in range(3, 11)]
    said = [
        "没有清单",
        "没有自查表",
        "没有检查项",
        "不问检查项",
        "自查表是空的",
        "不认识",
        "必须在说明里写理由",
        "应为日期",
    ]
    assert all(words in problem for words, (_, problem) in zip(said, found, strict=True))


@pytest.mark.parametrize(
    ("column", "cell", "said"),
    [
        ("结论", "7", "结论“7”不认识"),
        ("结论", "未评", "不认识"),
        ("说明", "长" * 2001, "超过2000个字"),
        ("佐证", "|文号", "佐证缺名称"),
        ("佐证", "甲|乙|丙|丁|戊", "多于四栏"),
        ("佐证", "长" * 201, "超过200个字"),
        ("事实", "意见数=许多", "应为数字"),
        ("事实", "说明理由=也许", "应为是或否"),
        ("事实", "没有=1", "没有事实“没有”"),
        ("事实", "公告日", "没有等号"),
        ("原结论", "达标", "原结论“达标”不认识"),
    ],
)
def test_a_cell_that_cannot_be_taken_is_refused(journal: Journal, column: str, cell: str, said: str) -> None:
    [(place, problem)] = faults(journal, table([row(MATTER, **{"结论": "1", column: cell})]))
    assert place == "第2行"
    assert said in problem


def test_a_reason_given_in_the_same_row_is_enough(journal: Journal) -> None:
    [change] = read(journal, row(结论="本年未发生", 说明="没有申请"))
    assert change.verdict is Verdict.NOT_OCCURRED


def test_clearing_the_reason_of_an_exempt_verdict_is_refused(journal: Journal) -> None:
    journal.say(*UNIT_ROW, Verdict.INAPPLICABLE, "不属本单位")
    [(_, problem)] = faults(journal, table([row(说明="清空")]))
    assert "必须在说明里写理由" in problem


def test_a_verdict_changed_since_the_form_was_written_is_a_conflict(journal: Journal) -> None:
    stale = row(原结论="", 结论="部分落实")
    journal.say(*UNIT_ROW, Verdict.DONE)
    [(place, problem)] = faults(journal, table([stale]))
    assert place == "第2行"
    assert "“未评”" in problem
    assert "“落实”" in problem
    [change] = read(journal, stale, is_forced=True)
    assert change.verdict is Verdict.PARTLY


def test_without_the_column_there_is_no_conflict(journal: Journal) -> None:
    journal.say(*UNIT_ROW, Verdict.DONE)
    assert len(read(journal, row(结论="部分落实"))) == 1


def test_a_row_that_changes_nothing_is_no_conflict(journal: Journal) -> None:
    journal.say(*UNIT_ROW, Verdict.DONE)
    assert read(journal, row(原结论="", 结论=""), row(("juece", "本单位", "u-2"), 原结论="", 结论="")) == ()
    assert read(journal, row(原结论="未落实", 结论="落实")) == ()


def test_the_same_row_twice_is_taken_once_and_two_answers_to_one_item_are_refused(journal: Journal) -> None:
    assert len(read(journal, row(结论="1"), row(结论="1"))) == 1
    [(place, problem)] = faults(journal, table([row(结论="1"), row(结论="2")]))
    assert place == "第3行"
    assert "第2行" in problem


def test_a_file_of_a_header_only_changes_nothing(journal: Journal) -> None:
    assert read_form(table([], FORM_COLUMNS), journal.board, file="表.csv") == ()


@pytest.mark.parametrize("name", ["甲[/]乙 [x=1]", "=1+1", "-甲", "@甲", "'甲", '甲,乙"丙'])
def test_any_legal_sheet_name_finds_its_sheet_again(name: str) -> None:
    journal = Journal()
    journal.add("juece", name)
    data = form_csv(journal.board).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(data, newline="")))
    next(r for r in rows if r["检查项"] == "m-1")["结论"] = "1"
    [change] = read_form(table(rows), journal.board, file="表.csv")
    assert change.object == name


def test_a_form_without_a_column_to_fill_is_refused(journal: Journal) -> None:
    [(place, problem)] = faults(journal, table([row()]))
    assert (place, problem) == ("第1行", "没有可填的列。")

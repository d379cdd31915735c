from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from fazhi_tui.domain import decide
from fazhi_tui.domain.rectifying.gap_entry import withdraw_gap
from fazhi_tui.domain.rectifying.ledger import current, find_entry, kept_lines, ledger, overdue_first
from fazhi_tui.domain.rectifying.rectification import Status
from fazhi_tui.domain.rectifying.repeats import Repeat
from fazhi_tui.domain.verdict import Verdict
from fazhi_tui.errors import BadInputError
from tests.journal import Journal
from tests.rectified import KEY, MANUAL, add, close, do, entries, request, short

PLAN = ("juece", "规划", "m-1")
DAY = date(2024, 5, 1)


def _planned() -> Journal:
    journal = short()
    journal.add("juece", "规划")
    journal.say(*PLAN, Verdict.HOLLOW)
    return journal


def test_a_gap_stands_with_its_words_and_nothing_recorded() -> None:
    (entry,) = entries(short())
    assert (entry.key, entry.number, entry.checklist, entry.sheet, entry.item) == (
        KEY,
        1,
        "juece",
        "本单位",
        "u-1",
    )
    assert (entry.stage, entry.verdict, entry.problem) == ("制度基础", "未落实", "u-1没有做到")
    assert entry.basis == ("《重大行政决策程序暂行条例》第十五条第一款",)
    assert (entry.status, entry.status_words, entry.is_recorded) == (Status.OPEN, "未整改", False)
    assert entry.gap is not None


def test_a_manual_gap_stands_with_its_own() -> None:
    journal = Journal()
    id = add(journal, checklist="juece", stage="canyu")
    do(journal, (id,), measure="补审")
    (entry,) = entries(journal)
    assert (entry.key, entry.item, entry.checklist, entry.sheet) == ((id,), id, "juece", "")
    assert (entry.stage, entry.verdict, entry.problem) == ("公众参与", "其他问题", MANUAL["problem"])
    assert (entry.basis, entry.status) == ((MANUAL["basis"],), Status.UNDER_WAY)
    assert entry.manual is not None


def test_a_corrected_answer_leaves_its_rectification_and_is_no_gap_any_more() -> None:
    journal = _planned()
    do(journal, measure="补审")
    do(journal, PLAN, leader="张某")
    journal.say(*KEY, Verdict.DONE)
    plan, gone = entries(journal)
    assert (plan.key, plan.number) == (PLAN, 1)
    assert (gone.key, gone.number, gone.problem, gone.stage) == (KEY, None, "u-1没有做到", "制度基础")
    assert (gone.status_words, gone.rectification.measure) == ("已不是差距（整改中）", "补审")
    assert current(entries(journal)) == (plan,)
    journal.say(*KEY, Verdict.PARTLY)
    again = entries(journal)[0]
    assert (again.number, again.rectification.measure) == (1, "补审")


def test_a_withdrawn_one_that_was_worked_on_stays_in_the_ledger() -> None:
    journal = Journal()
    id = add(journal)
    do(journal, (id,), measure="补审")
    journal.record(withdraw_gap(journal.assessment, id, "重复"))
    (entry,) = entries(journal)
    assert (entry.number, entry.problem, entry.status_words) == (
        None,
        MANUAL["problem"],
        "已不是差距（整改中）",
    )


def test_an_item_that_left_the_checklists_is_named_by_its_key() -> None:
    journal = short()
    do(journal, measure="补审")
    (entry,) = ledger(journal.assessment, replace(journal.board, checklists=(), sheets=()))
    assert (entry.problem, entry.stage, entry.basis) == ("juece/本单位/u-1", "", ())


def test_a_rectification_goes_with_its_renamed_sheet_and_stays_when_the_sheet_goes() -> None:
    journal = _planned()
    do(journal, PLAN, measure="补做")
    journal.record(decide.rename_sheet(journal.assessment, "juece", "规划", "全区规划"))
    renamed = find_entry(entries(journal), "juece/全区规划/m-1")
    assert (renamed.number, renamed.rectification.measure) == (2, "补做")
    journal.record(decide.remove_sheet(journal.assessment, "juece", "全区规划"))
    gone = find_entry(entries(journal), "juece/全区规划/m-1")
    assert (gone.number, gone.rectification.measure) == (None, "补做")


def test_advice_is_a_line_only_when_somebody_takes_it_up() -> None:
    journal = _planned()
    advice = ("juece", "规划", "m-may")
    journal.say(*advice, Verdict.MISSING)
    assert [e.item for e in kept_lines(entries(journal))] == ["u-1", "m-1"]
    do(journal, advice, measure="下次听证")
    assert [e.item for e in kept_lines(entries(journal))] == ["u-1", "m-1", "m-may"]


@pytest.mark.parametrize(
    ("due", "days"), [("2024-04-30", 1), ("2024-05-01", 0), ("2024-05-02", 0), ("2023-05-01", 366)]
)
def test_it_is_overdue_from_the_day_after(due: str, days: int) -> None:
    journal = short()
    do(journal, due=due)
    assert entries(journal, day=DAY)[0].overdue == days
    assert entries(journal)[0].overdue == 0


def test_what_is_closed_or_no_gap_is_not_overdue() -> None:
    journal = short(final=True)
    do(journal, due="2024-04-01")
    request(journal)
    assert entries(journal, day=DAY)[0].overdue == 30
    close(journal)
    assert entries(journal, day=DAY)[0].overdue == 0
    corrected = short()
    do(corrected, due="2024-04-01")
    corrected.say(*KEY, Verdict.DONE)
    assert entries(corrected, day=DAY)[0].overdue == 0


def test_the_longest_overdue_come_first_and_the_rest_in_their_order() -> None:
    journal = _planned()
    journal.say("juece", "本单位", "u-2", Verdict.PARTLY)
    journal.say("zhifa", "本单位", "e-1", Verdict.PARTLY)
    do(journal, PLAN, due="2024-04-30")
    do(journal, ("zhifa", "本单位", "e-1"), due="2024-04-01")
    lines = overdue_first(entries(journal, day=DAY))
    assert [e.item for e in lines] == ["e-1", "m-1", "u-1", "u-2"]


def test_a_repeat_stands_on_every_sheet_of_its_item_and_on_no_advice() -> None:
    journal = _planned()
    journal.say("juece", "规划", "m-may", Verdict.MISSING)
    repeat = Repeat((2021, 2022))
    every = entries(journal, repeats={"m-1": repeat, "m-may": repeat})
    assert [(e.item, e.repeat) for e in every] == [("u-1", None), ("m-1", repeat), ("m-may", None)]


@pytest.mark.parametrize("given", ["2", " ２ ", "juece/规划/m-1"])
def test_an_entry_is_found_by_its_number_or_its_key(given: str) -> None:
    assert find_entry(entries(_planned()), given).key == PLAN


@pytest.mark.parametrize("given", ["0", "3", "m-1", "", "None"])
def test_what_is_not_there_is_said_with_the_numbers_there_are(given: str) -> None:
    with pytest.raises(BadInputError, match="没有差距") as caught:
        find_entry(entries(_planned()), given)
    assert "1至2" in caught.value.hint
    with pytest.raises(BadInputError) as caught:
        find_entry(entries(Journal()), given)
    assert "现在没有差距" in caught.value.hint

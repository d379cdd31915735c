"""自评 and 复核 are told apart in every export."""

from __future__ import annotations

import json

import pytest

from fazhi_tui.domain.answers import Opinion
from fazhi_tui.domain.log.events import Lane, Log
from fazhi_tui.domain.rectifying.ledger import ledger
from fazhi_tui.domain.verdict import Verdict
from fazhi_tui.reporting.gap_list.gap_csv import gap_csv
from fazhi_tui.reporting.gap_list.gap_markdown import gap_markdown
from fazhi_tui.reporting.ledger.ledger_csv import ledger_csv
from fazhi_tui.reporting.tables.review_csv import review_csv
from fazhi_tui.reporting.views.json_views import gap_entries, list_entry, show_entry
from fazhi_tui.reporting.words.review_words import opinion_words
from tests.journal import Journal
from tests.judging import U1, finalise, judge, row_of, submitted

EXPORTS = {
    "gap list": lambda j: gap_markdown(j.assessment, j.board, "0" * 16),
    "gap list as CSV": lambda j: gap_csv(ledger(j.assessment, j.board)).decode("utf-8-sig"),
    "gap list as JSON": lambda j: json.dumps(gap_entries(ledger(j.assessment, j.board)), ensure_ascii=False),
    "ledger as CSV": lambda j: ledger_csv(ledger(j.assessment, j.board), j.assessment).decode("utf-8-sig"),
    "show as JSON": lambda j: json.dumps(show_entry(j.assessment, j.board), ensure_ascii=False),
    "show as text": lambda j: opinion_words(row_of(j, U1)),
    "adviser's sheet": lambda j: review_csv(j.board).decode("utf-8-sig"),
}


def _said_missing_by(lane: Lane) -> Journal:
    """u-1 ends up 未落实: said by the officer, or corrected to it by the adviser."""
    if lane is Lane.OFFICER:
        return submitted(Verdict.MISSING)
    journal = submitted(Verdict.PARTLY)
    judge(journal, U1, Opinion.CORRECT, "一件也没有", Verdict.MISSING)
    return journal


@pytest.mark.parametrize("name", EXPORTS)
def test_an_export_shows_whose_verdict_it_is(name: str) -> None:
    own, corrected = (EXPORTS[name](_said_missing_by(lane)) for lane in Lane)
    assert "更正" in corrected
    assert "更正" not in own.partition("计分和引用说明")[0]


@pytest.mark.parametrize("name", [name for name in EXPORTS if name != "show as text"])
def test_an_export_shows_agreement_and_return_as_well(name: str) -> None:
    agreed, returned = submitted(Verdict.MISSING), submitted(Verdict.MISSING)
    judge(agreed, U1, Opinion.AGREE, "属实")
    judge(returned, U1, Opinion.RETURN, "请写原因")
    assert len({EXPORTS[name](j) for j in (agreed, returned, submitted(Verdict.MISSING))}) == 3
    assert "属实" in EXPORTS[name](agreed)
    assert "请写原因" in EXPORTS[name](returned)


def test_every_export_of_a_final_without_review_says_so() -> None:
    journal = submitted(Verdict.MISSING)
    before = list_entry(journal.assessment, journal.board)
    assert "without_review" not in before
    finalise(journal, Lane.OFFICER, without_review=True)
    entries = ledger(journal.assessment, journal.board)
    assert "未经法律顾问复核" in gap_markdown(journal.assessment, journal.board, "0" * 16)
    table = gap_csv(entries, without_review=True).decode("utf-8-sig").splitlines()
    assert all("（未经法律顾问复核）" in line for line in table[1:])
    assert [entry["without_review"] for entry in gap_entries(entries, without_review=True)] == [True] * 7
    rows = ledger_csv(entries, journal.assessment).decode("utf-8-sig").splitlines()
    assert all(line.endswith("定稿（未经法律顾问复核）") for line in rows[1:])
    for entry in (list_entry, show_entry):
        assert entry(journal.assessment, journal.board)["without_review"] is True


def test_an_opinion_that_came_too_late_does_not_hide_that_it_was_final_without_one() -> None:
    journal, late = submitted(Verdict.MISSING), submitted(Verdict.MISSING)
    finalise(journal, Lane.OFFICER, without_review=True)
    judge(late, U1, Opinion.RETURN, "请写原因")
    journal.log = Log(journal.log.officer, late.log.adviser)
    entries = ledger(journal.assessment, journal.board)
    table = gap_csv(entries, without_review=True).decode("utf-8-sig")
    assert "请写原因" in table
    assert all("（未经法律顾问复核）" in line for line in table.splitlines()[1:])

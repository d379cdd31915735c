from __future__ import annotations

from copy import deepcopy
from dataclasses import replace
from typing import Any

from fazhi_tui.domain.answers import Evidence, Opinion
from fazhi_tui.domain.assessment import Assessment
from fazhi_tui.domain.filling.answering import Change
from fazhi_tui.domain.filling.former import Former, former, newest_before
from fazhi_tui.domain.rows import Row
from fazhi_tui.domain.verdict import Verdict
from tests.journal import Journal
from tests.judging import U1, answered, submit
from tests.samples import DECISIONS, library

PROOF = (Evidence("公告页面截图"),)


def _row(journal: Journal, key: tuple[str, str, str] = U1) -> Row:
    return next(row for row in journal.board.rows() if row.key == key)


def _last_year() -> Journal:
    journal = Journal(year=2022)
    journal.add("juece", "规划")
    journal.answer(Change(*U1, verdict=Verdict.PARTLY, note="公示28日", evidence=PROOF))
    return journal


def _former(journal: Journal) -> Former:
    return former(journal.assessment, journal.board)


def test_the_same_item_in_the_same_words_is_proposed() -> None:
    proposal = _former(_last_year()).proposal(_row(Journal()))
    assert proposal is not None
    assert (proposal.verdict, proposal.note, proposal.evidence) == (Verdict.PARTLY, "公示28日", PROOF)


def test_nothing_is_proposed_where_nothing_was_said_or_the_words_have_changed() -> None:
    assert _former(_last_year()).proposal(_row(Journal(), ("juece", "本单位", "u-2"))) is None
    data = deepcopy(DECISIONS)
    data["stages"][0]["items"][0]["question"] = "u-1是否做到，并且公布？"
    assert _former(_last_year()).proposal(_row(Journal(library=library(data)))) is None


def test_a_sheet_of_another_name_is_another_thing() -> None:
    last, now = _last_year(), Journal()
    last.say("juece", "规划", "m-1", Verdict.DONE)
    now.add("juece", "定价")
    now.add("juece", "规划")
    found = _former(last)
    assert found.proposal(_row(now, ("juece", "定价", "m-1"))) is None
    assert found.proposal(_row(now, ("juece", "规划", "m-1"))) is not None


def test_what_the_adviser_corrected_is_proposed_as_corrected() -> None:
    last = answered()
    submit(last)
    last.review(U1, Opinion.CORRECT, Verdict.HOLLOW, "只在内网")
    proposal = _former(last).proposal(_row(Journal()))
    assert proposal is not None
    assert proposal.verdict is Verdict.HOLLOW


def test_a_note_and_evidence_of_this_year_stay() -> None:
    journal = Journal()
    mine = (Evidence("今年的公告"),)
    journal.answer(Change(*U1, note="公示30日", evidence=mine))
    proposal = _former(_last_year()).proposal(_row(journal))
    assert proposal is not None
    journal.answer(proposal.change(_row(journal), "公示30日"))
    answer = _row(journal).answer
    assert (answer.verdict, answer.note, answer.evidence) == (Verdict.PARTLY, "公示30日", mine)


def test_taken_over_it_is_what_it_was() -> None:
    journal = Journal()
    proposal = _former(_last_year()).proposal(_row(journal))
    assert proposal is not None
    journal.answer(proposal.change(_row(journal), ""))
    answer = _row(journal).answer
    assert (answer.verdict, answer.note, answer.evidence) == (Verdict.PARTLY, "公示28日", PROOF)


def _summary(year: int, last_at: str, *, unit: str = "甲局", demo: bool = False) -> dict[str, Any]:
    return {"entry": {"unit": unit, "year": year}, "demo": demo, "last_at": last_at}


NOW = Assessment(id="now", unit="甲局", year=2024, created_at="2024-12-01T09:00:00+08:00")


def test_the_newest_one_before_this_of_the_same_unit_is_looked_at() -> None:
    listed = {
        "2021": _summary(2021, "2022-01-01T09:00:00+08:00"),
        "2023": _summary(2023, "2024-01-01T09:00:00+08:00"),
        "2023-late": _summary(2023, "2024-02-01T09:00:00+08:00"),
        "2025": _summary(2025, "2024-03-01T09:00:00+08:00"),
        "other": _summary(2023, "2024-09-01T09:00:00+08:00", unit="乙局"),
        "demo": _summary(2023, "2024-09-01T09:00:00+08:00", demo=True),
        "damaged": None,
    }
    assert newest_before(NOW, listed) == "2023-late"
    assert newest_before(replace(NOW, is_demo=True), listed) == "demo"
    assert newest_before(NOW, {"damaged": None}) is None


def test_the_half_years_round_counts_once_this_one_begins_after_it() -> None:
    listed = {
        "2023": _summary(2023, "2024-01-01T09:00:00+08:00"),
        "half": _summary(2024, "2024-07-01T01:00:00+00:00"),
        "next": _summary(2024, "2024-12-01T02:00:00+00:00"),
    }
    assert newest_before(NOW, listed) == "half"

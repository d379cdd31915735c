from __future__ import annotations

import pytest

from fazhi_tui.domain.filling.answering import Change
from fazhi_tui.domain.reckoning.fact_entry import checked_facts
from fazhi_tui.errors import BadInputError
from tests.journal import Journal
from tests.ruled import ruled, span
from tests.samples import Data, checklist, item, library, stage

YEAR = 2023
LEAST = ruled(span("at_least", days=30))


def test_dates_without_a_year_are_in_the_assessed_year_and_read_back_whole() -> None:
    facts = checked_facts(LEAST, {"from": "3.1", "to": "3月31日", "end": "20240105", "part": "1,200"}, YEAR)
    assert facts == {"from": "2023-03-01", "to": "2023-03-31", "end": "2024-01-05", "part": "1200"}


def test_a_due_day_of_the_next_year_has_its_dates_there() -> None:
    rule: Data = {"kind": "by", "fact": "to", "date": "03-01", "year": "next"}
    typed = {"to": "2.20", "from": "2.20"}
    assert checked_facts(ruled(rule), typed, YEAR) == {"to": "2024-02-20", "from": "2023-02-20"}
    assert checked_facts(ruled({**rule, "year": "same"}), typed, YEAR)["to"] == "2023-02-20"
    assert checked_facts(ruled(rule), {"to": "2023-12-20"}, YEAR) == {"to": "2023-12-20"}


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"to": "2023-02-29"}, "事实“截止日”写成了“2023-02-29”：2023年2月没有29日。"),
        ({"to": "2.29"}, "事实“截止日”写成了“2.29”：2023年2月没有29日。"),
        ({"to": "3.1 9:30"}, "这里只写到日，不写时刻"),
        ({"part": "三"}, "事实“审核人员”写成了“三”：应为数字。"),
        ({"from": "2024-03-01", "to": "2024-02-01"}, "截止日2024-02-01早于公告日2024-03-01，前后颠倒。"),
    ],
)
def test_what_cannot_be_is_refused_at_once_with_the_reason(facts: dict[str, str], said: str) -> None:
    with pytest.raises(BadInputError) as caught:
        checked_facts(LEAST, facts, YEAR)
    assert said in caught.value.message
    assert caught.value.hint


def test_hours_are_refused_as_reversed_only_where_they_must_be() -> None:
    rule = ruled(span(hours=24))
    same_day = {"from": "3.1 9:30", "to": "3.1"}
    assert checked_facts(rule, same_day, YEAR) == {"from": "2023-03-01 09:30", "to": "2023-03-01"}
    with pytest.raises(BadInputError, match="前后颠倒"):
        checked_facts(rule, {"from": "3.1 9:30", "to": "3.1 9:00"}, YEAR)


def test_days_out_of_order_are_a_finding_and_no_fault_of_typing() -> None:
    rule = ruled({"kind": "order", "facts": ["from", "to"]})
    assert checked_facts(rule, {"from": "5.1", "to": "3.1"}, YEAR)["to"] == "2023-03-01"


def test_facts_without_a_span_may_stand_in_any_order() -> None:
    assert checked_facts(
        ruled({"kind": "count", "fact": "part", "min": 1}), {"from": "5.1", "to": "3.1"}, YEAR
    )


def test_an_answer_keeps_its_dates_in_the_assessed_year() -> None:
    facts = [{"id": "from", "label": "公告日", "type": "date"}]
    data = checklist("a", stage("a", "甲", "unit", item("x-1", facts=facts)))
    journal = Journal(library(data), year=2021)
    journal.answer(Change("a", "本单位", "x-1", facts={"from": "3.1"}))
    (row,) = journal.board.rows()
    assert dict(row.answer.facts) == {"from": "2021-03-01"}

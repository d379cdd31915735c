from __future__ import annotations

from fractions import Fraction

import pytest

from fazhi_tui.domain.checklist import Contradiction
from fazhi_tui.domain.reckoning.params import ParamSpec
from fazhi_tui.domain.reckoning.rule import By, Count, Extension, MonthDay, Order, ParamRef, Ratio, Rule, Span
from fazhi_tui.domain.verdict import Verdict
from fazhi_tui.loading.checklists.checklist_files import load_library
from fazhi_tui.paths import checklist_files, shipped_checklists_folder
from tests.ruled import PARAMS, ruled, span
from tests.samples import Data, checklist, item, library, stage

LOCAL = ParamRef("days", "征求意见天数")


@pytest.mark.parametrize(
    ("written", "rule"),
    [
        (span("at_least", days=30), Span(True, "from", "to", Fraction(30), "days")),
        (
            span(days="param:days", calendar="working", unless="why"),
            Span(False, "from", "to", LOCAL, "days", is_working=True, unless="why"),
        ),
        (
            span(months=2, roll=True, extend={"fact": "more", "days": 15}, calendar="natural"),
            Span(
                False,
                "from",
                "to",
                Fraction(2),
                "months",
                rolls=True,
                extend=Extension("more", Fraction(15)),
            ),
        ),
        ({"kind": "by", "fact": "to", "date": "03-01"}, By("to", MonthDay(3, 1))),
        (
            {"kind": "by", "fact": "to", "date": "01-31", "year": "next", "inclusive": False, "roll": True},
            By("to", MonthDay(1, 31), in_next_year=True, inclusive=False, rolls=True),
        ),
        ({"kind": "by", "fact": "to", "date": "param:due"}, By("to", ParamRef("due", "报告截止日"))),
        ({"kind": "order", "facts": ["end", "from"]}, Order(("end", "from"))),
        (
            {"kind": "ratio", "part": "part", "whole": "whole", "min": 2.5},
            Ratio("part", "whole", Fraction(5, 2)),
        ),
        ({"kind": "count", "fact": "part", "min": "param:days"}, Count("part", LOCAL)),
    ],
)
def test_a_rule_reads_as_written(written: Data, rule: Rule) -> None:
    assert ruled(written).rule == rule


@pytest.mark.parametrize("cite", ["zdjc:16.3", ["zdjc:16.3"]])
def test_a_rule_can_name_its_own_source(cite: object) -> None:
    rule = ruled(span(days=7, cite=cite)).rule
    assert rule is not None
    assert [c.place for c in rule.cites] == ["16.3"]


def test_the_two_dates_of_a_rule_in_hours_are_asked_with_the_hour() -> None:
    types = {spec.id: spec.type for spec in ruled(span(hours=24)).facts}
    assert (types["from"], types["to"], types["end"]) == ("time", "time", "date")
    assert {spec.type for spec in ruled(span(days=1)).facts} == {"date", "number", "yes"}


def test_parameters_and_contradictions_read_as_written() -> None:
    pair = {"items": ["x-2", "x-1"], "verdicts": ["流于形式", "落实"], "say": "不能同时成立。"}
    data = checklist(
        "a", stage("a", "甲", "unit", item("x-1"), item("x-2")), params=PARAMS, contradicts=[pair]
    )
    (made,) = library(data).checklists
    assert made.params == (
        ParamSpec("days", "征求意见天数", "number"),
        ParamSpec("due", "报告截止日", "date"),
    )
    assert made.contradicts == (
        Contradiction(("x-2", "x-1"), (Verdict.HOLLOW, Verdict.DONE), "不能同时成立。"),
    )


def test_every_shipped_rule_names_facts_that_its_item_asks_for() -> None:
    shipped = load_library(checklist_files(shipped_checklists_folder()))
    items = [item for checklist in shipped.checklists for _, item in checklist.items() if item.rule]
    assert items
    for one in items:
        assert one.rule is not None
        assert {*one.rule.facts, *one.rule.exceptions} <= {spec.id for spec in one.facts}, one.id

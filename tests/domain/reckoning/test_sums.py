"""What every sum shares: local figures, facts that are missing, exceptions, overrides."""

from __future__ import annotations

import pytest

from fazhi_tui.domain.reckoning.params import Param
from fazhi_tui.domain.reckoning.sums import Basis, Sum, exceptions_to_ask, is_override, missing_facts, sum_of
from fazhi_tui.domain.verdict import Verdict
from tests.domain.reckoning.said import BASIS, DONE, MISSING, ORDER, RATIO, assert_said, days
from tests.ruled import PLAIN, ruled, span
from tests.samples import Data

SOURCE = Param("20", "甲省规定第十五条")
LEAST = span("at_least", days="param:days", unless="why")
LOCAL = [
    (
        LEAST,
        days("2024-03-01", "2024-03-20"),
        {},
        "公告日2024-03-01至截止日2024-03-20共19日 → "
        "无法判断：地方参数“征求意见天数”还没填，请在“地方参数”里填写",
    ),
    (
        LEAST,
        days("2024-03-01", "2024-03-20"),
        {"days": SOURCE},
        "公告日2024-03-01至截止日2024-03-20共19日，应不少于20日（地方参数“征求意见天数”，出处：甲省规定第十五条），"
        "差1日 → 建议 未落实",
    ),
    (
        LEAST,
        days("2024-03-01", "2024-03-20", why="是"),
        {},
        "公告日2024-03-01至截止日2024-03-20共19日，但“缩短并说明”为是，属于例外 → 建议 落实",
    ),
    (
        LEAST,
        days("2024-03-01", "2024-03-20"),
        {"days": Param("7.5", "甲省规定")},
        "公告日2024-03-01至截止日2024-03-20共19日 → "
        "无法判断：地方参数“征求意见天数”是7.5，应为1至36500的整数",
    ),
    (
        {**RATIO, "min": "param:days"},
        {"part": "1", "whole": "2"},
        {"days": Param("101", "甲省规定")},
        "审核人员1÷执法人员2＝50% → 无法判断：地方参数“征求意见天数”是101，应为0至100的百分数",
    ),
    (
        {"kind": "count", "fact": "part", "min": "param:days"},
        {"part": "19"},
        {"days": SOURCE},
        "审核人员19，应不少于20（地方参数“征求意见天数”，出处：甲省规定第十五条），差1 → 建议 未落实",
    ),
    (
        {"kind": "by", "fact": "to", "date": "param:due"},
        {"to": "2024-03-20"},
        {},
        "截止日2024-03-20 → 无法判断：地方参数“报告截止日”还没填，请在“地方参数”里填写",
    ),
    (
        {"kind": "by", "fact": "to", "date": "param:due", "inclusive": True},
        {"to": "2024-03-20"},
        {"due": Param("2024-03-15", "甲省通知")},
        "截止日2024-03-20，应不晚于2024-03-15（地方参数“报告截止日”，出处：甲省通知），晚5日 → 建议 未落实",
    ),
]


@pytest.mark.parametrize(("rule", "facts", "params", "text"), LOCAL)
def test_a_local_figure_is_named_with_its_source_or_as_missing(
    rule: Data, facts: dict[str, str], params: dict[str, Param], text: str
) -> None:
    assert_said(rule, facts, text, Basis(2023, PLAIN, params))


@pytest.mark.parametrize(
    ("rule", "facts", "text"),
    [
        (span(days=3), {"from": "2024-03-01"}, "还缺截止日，未核算"),
        (span(days=3, unless="why"), {"why": "是"}, "还缺公告日、截止日，未核算"),
        (ORDER, {"end": "2024-03-01"}, "还缺公告日、截止日，未核算"),
        (
            ORDER,
            {"from": "2024-03-05", "end": "2024-03-01"},
            "决定日2024-03-01早于公告日2024-03-05，应在其后；还缺截止日，未核算",
        ),
        (RATIO, {"part": "3"}, "还缺执法人员，未核算"),
    ],
)
def test_a_missing_fact_is_named_and_nothing_proposed(rule: Data, facts: dict[str, str], text: str) -> None:
    assert sum_of(ruled(rule), facts, BASIS) == Sum(text, None, undecided=False)
    assert [s.label in text for s in missing_facts(ruled(rule), facts)]


def test_there_is_no_sum_without_a_rule_or_without_any_fact_of_it() -> None:
    assert sum_of(ruled(span(days=3)), {}, BASIS) is None
    assert sum_of(ruled(span(days=3)), {"part": "3", "why": "是"}, BASIS) is None
    assert sum_of(ruled(span(days=3)), {"from": "去年"}, BASIS) is None
    bare = ruled({"kind": "count", "fact": "part", "min": 1})
    assert missing_facts(bare, {"part": "2"}) == ()
    assert [spec.id for spec in missing_facts(bare, {})] == ["part"]


def test_an_exception_is_asked_for_only_while_it_can_turn_the_sum() -> None:
    rule = ruled(span(days=30, unless="why", extend={"fact": "more", "days": 10}))

    def asked(end: str, **facts: str) -> list[str]:
        return [s.id for s in exceptions_to_ask(rule, days("2024-03-01", end, **facts), BASIS)]

    assert asked("2024-03-31") == []
    assert asked("2024-04-05") == ["why", "more"]
    assert asked("2024-04-05", why="否") == ["more"]
    assert asked("2024-04-05", why="是") == []
    assert asked("2024-05-05") == ["why"]
    assert asked("2024-02-05") == []
    assert exceptions_to_ask(rule, {"from": "2024-03-01"}, BASIS) == ()


def test_another_verdict_than_the_proposed_one_is_an_override() -> None:
    found = sum_of(ruled(span(days=3)), days("2024-03-01", "2024-03-20"), BASIS)
    assert not is_override(found, MISSING)
    assert is_override(found, DONE)
    assert is_override(found, Verdict.PARTLY)
    assert not is_override(found, None)
    assert not is_override(None, DONE)
    assert not is_override(Sum("还缺截止日，未核算", None, undecided=False), DONE)


def test_a_year_before_the_assessed_one_is_not_called_unpublished() -> None:
    found = sum_of(ruled(span(days=3, calendar="working")), days("1998-03-01", "1998-03-05"), Basis(2023))
    assert found is not None
    assert found.text.endswith("无法判断：1998年节假日安排没有收录")
    longer = sum_of(ruled(span(days=800, calendar="working")), days("2021-03-01", "2024-03-05"), Basis(2023))
    assert longer is not None
    assert "2021年至2024年节假日安排尚未公布" in longer.text

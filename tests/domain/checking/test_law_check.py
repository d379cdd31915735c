from __future__ import annotations

import pytest

from tests.samples import Data
from tests.statutes import OPINION, REGULATION, only, remarks

WORKING = {"cite": "3", "days": [7]}


@pytest.mark.parametrize(
    "cite",
    [
        "zdjc:2",
        "zdjc:2.2",
        "zdjc:2.2.2",
        "zdjc:4.1",
        "sxzd:二",
        "sxzd:二（二）",
        "sxzd:（三）",
        "sxzd:二（二）1",
    ],
)
def test_a_place_that_is_there_is_right(cite: str) -> None:
    assert remarks(cites=(cite,)) == []


@pytest.mark.parametrize(
    ("cite", "stands"),
    [
        ("zdjc:5", "全文到第四条为止，没有第五条"),
        ("zdjc:2.4", "第二条只有三款"),
        ("zdjc:2.2.3", "第二条第二款只有两项"),
        ("zdjc:2.1.1", "第二条第一款没有分项，第二条第二款第一项有"),
        ("zdjc:二（一）", "这一件分条款，不分部分"),
        ("sxzd:3", "这一件分部分，不分条款"),
        ("sxzd:二（四）", "第二部分只有（二）至（三）"),
        ("sxzd:一（二）", "（二）在第二部分"),
        ("sxzd:三", "手头文本没有第三部分，只有第一至第二部分"),
        ("sxzd:一", "第一部分没有导语"),
        ("sxzd:二（三）1", "第二部分（三）没有编号为1的段"),
    ],
)
def test_a_place_that_is_not_there_is_a_finding_that_says_what_stands_there(cite: str, stands: str) -> None:
    remark = only(remarks(cites=(cite,)))
    assert remark.is_finding
    assert remark.place == "检查项 x-1"
    assert cite in remark.problem
    assert stands in remark.problem
    assert remark.remedy


def test_an_excerpt_without_the_article_is_a_finding_unless_the_place_is_pending() -> None:
    excerpt = "标题：重大行政决策程序暂行条例（节选）\n\n第二条 甲。\n"
    remark = only(remarks(cites=("zdjc:9",), texts=(excerpt, OPINION)))
    assert remark.is_finding
    assert "手头是节选（1条），没有第九条" in remark.problem
    pending = {"verified": "partial", "pending": ["9"]}
    assert not only(remarks(cites=("zdjc:9",), texts=(excerpt, OPINION), zdjc=pending)).is_finding
    assert not only(
        remarks(cites=("zdjc:9",), texts=(excerpt, OPINION), zdjc={"verified": "unverified"})
    ).is_finding


def test_a_place_with_two_wordings_is_a_note() -> None:
    twice = REGULATION.replace("第三条", "第二条 不同。\n\n第三条")
    place, figure = remarks("是否达到31日？", texts=(twice, OPINION))
    assert (place.is_finding, figure.is_finding) == (False, False)
    assert "有两种写法" in place.problem


def test_lost_words_are_a_finding_partial_words_a_note_unless_pending() -> None:
    text = REGULATION.replace("为了规范程序，制定本条例。", "〔缺〕").replace("不少于两人主持。", "〔缺〕")
    told = remarks(cites=("zdjc:1.1", "zdjc:2.3", "zdjc:2.2.1"), texts=(text, OPINION))
    assert [(r.is_finding, "缺这一处" in r.problem) for r in told] == [(True, True), (False, False)]
    pending = {"verified": "partial", "pending": ["1"]}
    assert not only(remarks(cites=("zdjc:1.1",), texts=(text, OPINION), zdjc=pending)).is_finding


def test_a_law_without_text_is_a_finding_only_where_all_of_it_is_said_to_be_verified() -> None:
    assert only(remarks(texts=(REGULATION,))).is_finding
    assert "sxzd" in only(remarks(texts=(REGULATION,))).place
    assert not only(remarks(texts=(REGULATION,), sxzd={"verified": "partial"})).is_finding


def test_a_whole_citation_is_checked_for_its_lawonly() -> None:
    law = {"verified": "unverified"}
    assert remarks("是否达到99日？", cites=("sxzd",), sxzd=law)[0].is_finding is False
    assert remarks(cites=("sxzd",), sxzd=law) == []


@pytest.mark.parametrize(
    ("question", "cites"),
    [
        ("是否达到30日？", ("zdjc:2.1",)),
        ("是否达到三十日？", ("zdjc:2",)),
        ("是否由2名人员主持？", ("zdjc:2.3",)),
        ("是否在20个工作日内公开？", ("sxzd:二（二）",)),
        ("是否在每年1月31日前公开？", ("sxzd:二（三）",)),
        ("是否在30日内、20个工作日内公开？", ("zdjc:2.1", "sxzd:二（二）")),
        ("2019年9月1日以后的，是否公开？", ("zdjc:2.1",)),
    ],
)
def test_a_figure_that_stands_at_a_cited_place_is_right(question: str, cites: tuple[str, ...]) -> None:
    assert remarks(question, cites) == []


@pytest.mark.parametrize(
    ("question", "cites", "said"),
    [
        ("是否达到20日？", ("zdjc:2.1",), "zdjc:2.1 写的是30日"),
        ("是否达到30个工作日？", ("zdjc:2.1",), "原文是“日”"),
        ("是否在20日内公开？", ("sxzd:二（二）",), "原文是“工作日”"),
        ("是否在7个工作日前通知？", ("zdjc:2.3",), "写 working"),
        ("是否达到30日？", ("zdjc:1",), "没有数字"),
        ("是否在1月30日前公开？", ("sxzd:二（三）",), "1月31日"),
        ("是否由3人主持？", ("zdjc:2.3",), "两人"),
    ],
)
def test_a_figure_that_does_not_is_a_finding(question: str, cites: tuple[str, ...], said: str) -> None:
    remark = only(remarks(question, cites))
    assert remark.is_finding
    assert said in remark.problem + remark.remedy


def test_a_figure_that_may_stand_in_words_not_at_hand_is_a_note() -> None:
    told = remarks("是否达到20日？", ("zdjc:2.1",), zdjc={"verified": "partial", "pending": ["2"]})
    assert [r.is_finding for r in told] == [False]
    told = remarks("是否达到20日？", ("zdjc:2.1", "sxzd:二（二）"), texts=(REGULATION,))
    assert [r.is_finding for r in told] == [True, False]
    assert "原文不在手头" in told[1].problem


def test_the_statutes_own_rule_of_days_decides() -> None:
    working = {"working": WORKING}
    assert remarks("是否在7个工作日前通知？", ("zdjc:2.3",), zdjc=working) == []
    plain = only(remarks("是否在7日前通知？", ("zdjc:2.3",), zdjc=working))
    assert plain.is_finding
    assert "按该法第三条，这个期限是工作日" in plain.problem
    assert plain.remedy == "请写“7个工作日”。"


def test_a_plain_figure_where_the_rule_is_not_declared_is_a_note() -> None:
    remark = only(remarks("是否在7日前通知？", ("zdjc:2.3",)))
    assert not remark.is_finding
    assert "第三条写明" in remark.problem


@pytest.mark.parametrize(
    ("working", "said"),
    [
        ({"cite": "3", "days": [7, 30]}, "把30日算作工作日"),
        ({"cite": "2", "days": [7]}, "没有写工作日"),
        ({"cite": "9", "days": [7]}, "没有这一条"),
    ],
)
def test_a_declared_rule_of_days_has_to_stand_in_the_statute(working: Data, said: str) -> None:
    remark = only(remarks(zdjc={"working": working}))
    assert remark.place.startswith("laws.zdjc")
    assert said in remark.problem


FACTS = [
    {"id": "a", "label": "甲", "type": "date"},
    {"id": "b", "label": "乙", "type": "date"},
    {"id": "m", "label": "丙", "type": "number"},
    {"id": "n", "label": "丁", "type": "number"},
    {"id": "y", "label": "戊", "type": "yes"},
]
SPAN = {"kind": "at_least", "from": "a", "to": "b"}


@pytest.mark.parametrize(
    ("rule", "cite", "is_right"),
    [
        ({**SPAN, "days": 30}, "zdjc:2.1", True),
        ({**SPAN, "days": 31}, "zdjc:2.1", False),
        ({**SPAN, "days": 30, "calendar": "working"}, "zdjc:2.1", False),
        ({**SPAN, "days": 20, "calendar": "working"}, "sxzd:二（二）", True),
        ({**SPAN, "months": 30}, "zdjc:2.1", False),
        ({**SPAN, "hours": 24}, "zdjc:2.1", False),
        ({**SPAN, "kind": "at_most", "days": 30, "extend": {"fact": "y", "days": 15}}, "zdjc:2.1", False),
        ({**SPAN, "kind": "at_most", "days": 30, "extend": {"fact": "y", "days": 30}}, "zdjc:2.1", True),
        ({"kind": "by", "fact": "a", "date": "01-31"}, "sxzd:二（三）", True),
        ({"kind": "by", "fact": "a", "date": "03-01"}, "sxzd:二（三）", False),
        ({"kind": "count", "fact": "m", "min": 2}, "zdjc:2.3", True),
        ({"kind": "count", "fact": "m", "min": 3}, "zdjc:2.3", False),
        ({"kind": "ratio", "part": "m", "whole": "n", "min": 5}, "zdjc:2.1", False),
        ({**SPAN, "days": 7, "cite": "zdjc:2.3"}, "zdjc:1", True),
        ({**SPAN, "days": 8, "cite": "zdjc:2.3"}, "zdjc:1", False),
        ({**SPAN, "days": 30, "cite": "zdjc:7"}, "zdjc:2.1", False),
    ],
)
def test_the_figures_of_a_rule_are_checked_too(rule: Data, cite: str, is_right: bool) -> None:
    told = remarks(cites=(cite,), facts=FACTS, rule=rule)
    assert [r.is_finding for r in told if r.is_finding] == ([] if is_right else [True])


def test_an_empty_rule_of_days_is_none() -> None:
    assert remarks(zdjc={"working": {}}) == []

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fazhi_tui.domain.law.statute import Instrument
from fazhi_tui.domain.law.statute_parse import parse_statute
from tests.statutes import OPINION, REGULATION, book


def _one(text: str) -> Instrument:
    (instrument,) = book(text).instruments
    return instrument


def test_articles_paragraphs_and_items_have_places() -> None:
    statute = _one(REGULATION)
    assert list(statute.places) == [
        *("1", "1.1", "2", "2.1", "2.2", "2.2.1", "2.2.2", "2.3", "3", "3.1", "4", "4.1"),
    ]
    assert statute.places["2.2"] == "有下列情形之一的，可以缩短：\n（一）情况紧急；\n（二）依法不予公开。"
    assert statute.places["2.2.2"] == "依法不予公开。"
    assert statute.places["1"] == statute.places["1.1"] == "为了规范程序，制定本条例。"


def test_headers_headings_and_notes_belong_to_no_place() -> None:
    words = "\n".join(_one(REGULATION).places.values())
    assert not any(text in words for text in ("国务院令", "总 则", "附则", "拼接来源", "某网站"))


def test_a_documents_sections_have_places() -> None:
    opinion = _one(OPINION)
    assert list(opinion.places) == [
        *("一", "一（一）", "二", "二（二）", "二（二）1", "二（二）2", "二（三）"),
    ]
    assert opinion.places["二"] == "公开是保障。"
    assert opinion.places["一"] == ""
    assert opinion.places["二（二）1"] == "网站；"
    assert opinion.places["二（三）"].endswith("方案。")


def test_sections_are_found_without_their_heading_and_in_an_excerpt_without_headings() -> None:
    assert _one(OPINION).resolve("（三）") == "二（三）"
    excerpt = _one("标题：某规划（2020－2025年）（节选第十八条段）\n\n（十八）加强保障。甲。\n")
    assert excerpt.resolve("七（十八）") == excerpt.resolve("（十八）") == "（十八）"
    assert excerpt.title == "某规划（2020－2025年）"


def test_a_section_number_used_under_two_headings_needs_its_heading() -> None:
    two = _one("某意见\n\n一、甲\n\n（一）子。\n\n二、乙\n\n（一）丑。\n")
    assert two.resolve("（一）") is None
    assert two.text("二（一）") == "丑。"


def test_part_marks_and_headings_below_them_are_one() -> None:
    one = _one(
        "某决定\n\n【第五部分】\n\n五、增强观念\n\n导语。\n\n（一）甲。\n\n【第七部分】\n\n（一）乙。\n"
    )
    assert one.text("五") == "导语。"
    assert one.text("七（一）") == "乙。"


def test_words_that_are_not_at_hand_are_told() -> None:
    text = (
        "某规定\n\n第五条　〔条首语缺；英译本见〔2018〕12号〕\n\n（一）充分发挥。\n\n（二）〔缺〕\n\n"
        "第六条　全文在此。〔编者注：据某报〕\n\n第七条及以后　〔缺：未取得原文〕\n"
    )
    rule = _one(text)
    assert rule.lacking == {"5", "5.1", "5.1.2"}
    assert rule.text("5.1.1") == "充分发挥。"
    assert rule.text("5.1.2") is None
    assert rule.text("6.1") == "全文在此。"


def test_a_number_in_tortoise_brackets_is_text() -> None:
    assert "国办发〔2018〕118号" in _one("某办法\n\n第一条 依照国办发〔2018〕118号。\n").places["1.1"]


WAYS = {
    "no space": "某办法\n第一条为了规范。\n第二条应当公开。\n第一条规定的情形除外。\n第三条施行。",
    "wide space": (
        "某办法\n　第一条　为了规范。\n　第二条　应当公开。\n　第一条规定的情形除外。\n　第三条　施行。"
    ),
    "bold, Arabic": (
        "**第1条** 为了规范。\n**第2条** 应当公开。\n\n第一条规定的情形除外。\n\n**第3条** 施行。"
    ),
    "wrapped": "第一条 为了规\n范。\n第二条 应当\n公开。\n第一条规定的情形除外。\n第三条 施行。",
    "之一 and annex": (
        "第一条 为了规范。\n第二条 应当公开。\n第一条规定的情形除外。\n第二条之一 新增的。\n"
        "第三条 施行。\n附件：名单\n甲。"
    ),
    "headings between": (
        "某解释\n第一条 为了规范。\n二、管辖\n第二条 应当公开。\n第一条规定的情形除外。\n第三条 施行。\n"
    ),
}


@pytest.mark.parametrize("text", WAYS.values(), ids=WAYS)
def test_the_ways_people_keep_a_text_give_the_same_places(text: str) -> None:
    assert _one(text).places == {
        **{"1": "为了规范。", "1.1": "为了规范。"},
        **{"2": "应当公开。\n第一条规定的情形除外。", "2.1": "应当公开。", "2.2": "第一条规定的情形除外。"},
        **{"3": "施行。", "3.1": "施行。"},
    }


def test_the_days_a_text_names_are_told_apart() -> None:
    statute = parse_statute(REGULATION)
    assert statute is not None
    assert statute.in_force == {date(2019, 9, 1)}
    assert date(2026, 1, 1) not in statute.dated
    opinion = parse_statute(OPINION)
    assert opinion is not None
    assert opinion.in_force == set()
    assert opinion.dated == {date(2018, 12, 5)}
    old = parse_statute("标题：某条例\n施行：2007年8月1日施行；2026年7月1日起被修订本取代\n第一条 甲。\n")
    assert old is not None
    assert old.ended == {date(2026, 7, 1)}


@pytest.mark.parametrize(
    "text", ["", "某意见\n\n要求加强工作。\n", "〔段1〕意见指出。\n", "# 标题\n\n- 甲\n- 乙\n"]
)
def test_a_text_without_articles_and_sections_does_not_parse(text: str) -> None:
    assert parse_statute(text) is None


@given(st.text(alphabet="第一二十条之款（）()、。：\n #〔〕【】缺12.章节标题年月日20 附件", max_size=120))
def test_any_text_is_read(text: str) -> None:
    if parse_statute(text):
        for instrument in book(text).instruments:
            assert all(instrument.resolve(place) == place for place in instrument.places)

from __future__ import annotations

from datetime import date

import pytest

from fazhi_tui.domain.law.citation import Citation, Law
from fazhi_tui.domain.law.statute_name import read_name
from tests.statutes import OPINION, REGULATION, book


def _law(title: str, *, number: str = "", effective: str = "2007-08-01", expires: str = "") -> Law:
    last = date.fromisoformat(expires) if expires else None
    return Law("k", title, number, date.fromisoformat(effective), last, "full")


OLD = "标题：中华人民共和国某法实施条例（2007年旧版）\n\n第三条 旧。\n"
NEW = "标题：中华人民共和国某法实施条例（2026年修订）\n\n第三条 新。\n"


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("《中华人民共和国行政处罚法》", "行政处罚法"),
        ("行政处罚法（节选第五条）", "行政处罚法"),
        ("行政处罚法（2021年修订）（全文）", "行政处罚法"),
        ("某纲要（2021—2025 年）", "某纲要(20212025年)"),
        ("国办发〔2018〕118号关于某制度 的意见", "关于某制度的意见"),
    ],
)
def test_a_name_leaves_out_what_does_not_tell_apart(title: str, name: str) -> None:
    assert read_name(title).key == name


@pytest.mark.parametrize(
    ("law", "words"),
    [
        (_law("某法实施条例", effective="2026-07-01"), "新。"),
        (_law("某法实施条例", expires="2026-06-30"), "旧。"),
        (_law("中华人民共和国某法实施条例（2007年旧版）"), "旧。"),
        (_law("某法实施条例（2007年）"), "旧。"),
        (_law("某法实施条例（2026年修订）"), "新。"),
        (_law("某法实施条例（2016年修订）"), None),
        (_law("某法"), None),
    ],
)
def test_the_version_is_the_one_the_law_means(law: Law, words: str | None) -> None:
    assert book(OLD, NEW).text(Citation(law, "3.1")) == words


def test_a_law_in_force_is_not_answered_with_an_old_version_nor_the_other_way_round() -> None:
    assert book(OLD).find(_law("某法实施条例")) is None
    assert book(NEW).find(_law("某法实施条例", expires="2026-06-30")) is None


def test_a_document_is_found_by_its_number() -> None:
    for number in ("国办发〔2018〕118号", "国办发[2018]118号", "国办发（2018）118号"):
        assert book(OPINION).find(_law("关于某制度的意见", number=number)) is not None
    assert book(OPINION).find(_law("关于某制度的意见", number="国办发〔2018〕11号")) is None


def test_excerpts_are_merged_and_repeats_are_one() -> None:
    one = "标题：某条例\n\n第三条 甲。\n\n第九条 乙。\n\n(一)子。\n"
    two = "标题：某条例（节选）\n\n第九条　乙。\n\n（一）子。\n\n第五条 丙。\n"
    (merged,) = book(one, two).instruments
    assert merged.articles == [3, 5, 9]
    assert next(iter(merged.places)) == "3"
    assert book(one, two).notes == ()


@pytest.mark.parametrize(
    "texts",
    [
        ("标题：某条例\n\n第三条 甲。\n\n第九条 乙。\n", "标题：某条例\n\n第九条 不同。\n"),
        ("标题：某条例\n\n第三条 甲。\n\n第九条 乙。\n\n第九条 不同。\n",),
        ("标题：某条例\n\n第三条 甲。\n\n第九条 有下列情形：\n\n（一）子；\n\n（一）丑。\n",),
    ],
    ids=["two files", "twice in one", "an item twice"],
)
def test_two_wordings_of_one_place_are_told_and_none_is_used(texts: tuple[str, ...]) -> None:
    made = book(*texts)
    (instrument,) = made.instruments
    assert instrument.articles == [3]
    assert instrument.is_disputed("9.1")
    (note,) = made.notes
    assert "第九条在手头文本中有两种写法" in note


def test_a_whole_instrument_and_a_place_not_there_have_no_text() -> None:
    law = _law("重大行政决策程序暂行条例")
    assert book(REGULATION).text(Citation(law, "")) is None
    assert book(REGULATION).text(Citation(law, "9")) is None
    assert book().text(Citation(law, "1")) is None

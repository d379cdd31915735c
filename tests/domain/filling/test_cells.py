from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fazhi_tui.domain.answers import Evidence
from fazhi_tui.domain.checklist import FactSpec
from fazhi_tui.domain.filling.cells import (
    evidence_cell,
    evidence_of_text,
    facts_cell,
    facts_of_text,
    literal,
    text_of_cell,
)
from fazhi_tui.errors import BadInputError

SPECS = (
    FactSpec("from", "公告日", "date"),
    FactSpec("count", "意见数", "number"),
    FactSpec("odd", "甲=乙;丙", "yes"),
)
FIELD = st.text(alphabet="甲a \\|｜;；=＝'\"清空", max_size=12).map(lambda t: " ".join(t.split()))
TITLED = st.builds(Evidence, FIELD.filter(bool), FIELD, FIELD, FIELD)


@given(st.lists(TITLED, max_size=4).map(tuple))
def test_evidence_reads_back_as_it_was_written(evidence: tuple[Evidence, ...]) -> None:
    assert evidence_of_text(evidence_cell(evidence)) == evidence


@given(st.dictionaries(st.sampled_from(["from", "count", "odd"]), FIELD.filter(bool)))
def test_facts_read_back_as_they_were_written(facts: dict[str, str]) -> None:
    assert facts_of_text(facts_cell(facts, SPECS), SPECS) == facts


@given(st.text(alphabet="清空'甲\n").map(str.strip).filter(bool))
def test_a_text_is_never_taken_for_a_clearing(text: str) -> None:
    assert text_of_cell(literal(text)) == text


@pytest.mark.parametrize(
    ("cell", "meant"), [("", None), (" \n ", None), ("清空", ""), (" 清空 ", ""), ("甲\r\n乙", "甲\n乙")]
)
def test_an_empty_cell_leaves_and_the_word_clears(cell: str, meant: str | None) -> None:
    assert text_of_cell(cell) == meant


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("公告截图;意见汇总表", ["公告截图", "意见汇总表"]),
        ("公告截图；意见汇总表；", ["公告截图", "意见汇总表"]),
        ("公告截图\n\n意见汇总表\n", ["公告截图", "意见汇总表"]),
        (r"甲\;乙", ["甲;乙"]),
        (r"甲\；乙\=丙", ["甲；乙=丙"]),
        (r"甲\\乙", [r"甲\乙"]),
    ],
)
def test_evidence_stands_a_line_or_a_semicolon_apart(text: str, titles: list[str]) -> None:
    assert [e.title for e in evidence_of_text(text)] == titles


@pytest.mark.parametrize("bar", ["|", "｜"])
def test_evidence_has_four_fields(bar: str) -> None:
    text = bar.join(["公告", " 越文广旅〔2023〕5号 ", "2023-03-01", "档案室"])
    assert evidence_of_text(text) == (Evidence("公告", "越文广旅〔2023〕5号", "2023-03-01", "档案室"),)
    with pytest.raises(BadInputError, match="多于四栏"):
        evidence_of_text(bar.join("甲乙丙丁戊"))


@pytest.mark.parametrize("path", [r"D:\案卷\2023", r"\\192.168.1.5\法规科\2023", "D:\\案卷\\"])
def test_a_path_typed_by_hand_stays_a_path(path: str) -> None:
    assert evidence_of_text(f"甲|||{path}") == (Evidence("甲", "", "", path),)


@pytest.mark.parametrize(
    "text", ["公告日=2023-03-01;意见数=12", "公告日＝2023-03-01\n意见数＝12", "from=2023-03-01；count= 12"]
)
def test_facts_are_named_by_label_or_id_with_either_sign(text: str) -> None:
    assert facts_of_text(text, SPECS) == {"from": "2023-03-01", "count": "12"}


def test_a_fact_without_a_value_is_left_out() -> None:
    assert facts_of_text("公告日=;意见数=3", SPECS) == {"count": "3"}


@pytest.mark.parametrize(
    ("text", "said"),
    [("公告=1", "没有事实“公告”"), ("公告日", "没有等号"), ("公告日=1;from=2", "写了两遍")],
)
def test_a_fact_that_cannot_be_placed_is_refused(text: str, said: str) -> None:
    with pytest.raises(BadInputError, match=said) as caught:
        facts_of_text(text, SPECS)
    assert caught.value.hint


def test_an_item_without_facts_says_so() -> None:
    with pytest.raises(BadInputError) as caught:
        facts_of_text("公告日=1", ())
    assert "不填事实" in caught.value.hint

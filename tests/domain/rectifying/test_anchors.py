from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fazhi_tui.domain.log.events import Lane
from fazhi_tui.domain.rectifying.anchor_block import (
    Block,
    Origin,
    Record,
    block_text,
    find_block,
    other_version,
)
from fazhi_tui.domain.rectifying.anchors import CLOSING, Held, as_shown, mark_of, opening, take_apart
from fazhi_tui.reporting.markdown_escape import continued
from tests.reporting.test_markdown_escape import HOSTILE

OPEN = opening(3, "leader")
ORIGIN = Origin("0" * 16, 12, 3, Lane.ADVISER, "a" * 16, "b" * 16)
RECORDS = [
    Record(1, "c" * 12, {"measure": Held("1" * 12, "2" * 12), "leader": Held("3" * 12, "3" * 12)}),
    Record(12, "d" * 12, {"opinion": Held("4" * 12, "5" * 12)}),
]
FORGED = [
    OPEN,
    CLOSING,
    f"\\{OPEN}",
    f"\\\\{CLOSING}",
    "<!--fazhi1:records\nlog\n-->",
    "\n<!--fazhi1:records",
    "-->",
    ">\u0338",
    "\u0338",
    "\\",
    "____",
    "_",
]


def _value(text: str) -> str:
    apart = take_apart(text)
    assert not apart.faults
    (value,) = apart.values
    return value.text


def test_a_text_comes_apart_into_what_may_be_changed_and_the_numbered_rest() -> None:
    apart = take_apart(f"# 甲\n\n- 领导：{OPEN}张某\n  李某{CLOSING}（乙）\n尾　 行")
    assert [(line.number, line.text) for line in apart.lines] == [
        (1, "# 甲"),
        (3, f"- 领导：{OPEN}{CLOSING}（乙）"),
        (5, "尾 行"),
    ]
    (value,) = apart.values
    assert (value.number, value.field, value.text, value.line) == (3, "leader", "张某\n李某", 3)


@given(st.one_of(HOSTILE, st.lists(st.sampled_from(FORGED), max_size=8).map("".join), st.text()))
@settings(deadline=None)
def test_what_people_wrote_comes_back_as_it_is_shown_and_makes_no_mark(text: str) -> None:
    line = f"- 领导：{OPEN}{continued(text, 4) or '____'}{CLOSING}（{continued(text, 4)}）"
    assert _value(line) == as_shown(text)
    assert not take_apart(continued(text, 4)).values
    assert find_block(f"{continued(text, 0)}\n{block_text(ORIGIN, RECORDS)}") is not None


@given(st.one_of(HOSTILE, st.text()))
@settings(deadline=None)
def test_the_shown_form_of_a_shown_form_is_itself(text: str) -> None:
    assert as_shown(as_shown(text)) == as_shown(text)
    assert mark_of(text) == mark_of(as_shown(text))


@pytest.mark.parametrize(
    ("raw", "meant"),
    [
        ("____", ""),
        ("　张某　", "张某"),
        ("____张某____", "张某"),
        ("\\_\\_\\_\\_", "____"),
        ("a_b", "a_b"),
        ("1. 补审*两*次 <b>", "1. 补审*两*次 <b>"),
        ("C:\\目录", "C:\\目录"),
        ("一  \n    二\n\n\t三", "一\n二\n三"),
        ("\\<!--/fazhi1--\\>", CLOSING),
        ("甲\\\\", "甲\\"),
    ],
)
def test_what_is_typed_is_taken_as_meant(raw: str, meant: str) -> None:
    assert _value(f"{OPEN}{raw}{CLOSING}") == meant


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (f"一\n{OPEN}张某", 2),
        (f"一\n二{CLOSING}", 2),
        (f"{OPEN}张某\n{OPEN}李某{CLOSING}", 1),
        (f"{OPEN}张某\\{CLOSING}", 1),
    ],
)
def test_marks_that_do_not_pair_are_faults_with_their_line(text: str, line: int) -> None:
    assert [at for at, _ in take_apart(text).faults] == [line]


def test_the_comment_at_the_end_reads_back() -> None:
    assert find_block(f"甲\n{block_text(ORIGIN, RECORDS)}") == Block(
        ORIGIN, {record.number: record for record in RECORDS}, "甲\n\n"
    )


def test_a_comment_that_was_tampered_with_is_not_read() -> None:
    text = block_text(ORIGIN, RECORDS)
    assert find_block(text.replace("officer 12", "officer 13")) is None
    assert find_block(text.replace("sum ", "sum 0", 1)) is None
    assert find_block(text.replace(f"12 {'d' * 12}", "12 d")) is None
    assert find_block(f"{text}\n{text}") is None
    assert find_block("甲") is None
    for line in text.splitlines(keepends=True):
        assert find_block(text.replace(line, "", 1)) is None


def test_marks_of_another_version_are_told() -> None:
    text = block_text(ORIGIN, RECORDS)
    assert other_version(text) is None
    assert other_version(text.replace("fazhi1", "fazhi2")) == 2
    assert other_version("甲\\<!--fazhi2:records") is None

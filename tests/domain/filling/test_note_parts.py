from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fazhi_tui.domain.filling.note_parts import NoteParts, note_parts


@pytest.mark.parametrize(
    ("note", "parts"),
    [
        ("", NoteParts("")),
        ("只公示了5日。", NoteParts("只公示了5日。")),
        (
            "只公示了5日。原因：承办科室不熟悉期限。已经补正。",
            NoteParts("只公示了5日。已经补正。", causes=("承办科室不熟悉期限",)),
        ),
        (
            "做了三件事\n成效：复议纠错率降到2%\n 安排: 明年修订制度。",
            NoteParts("做了三件事", effects=("复议纠错率降到2%",), plans=("明年修订制度",)),
        ),
        ("原因：甲。原因：乙", NoteParts("", causes=("甲", "乙"))),
        ("其主要原因：人手不足。", NoteParts("其主要原因：人手不足。")),
        ("报告称“原因：不明”。", NoteParts("报告称“原因：不明”。")),
        ("原因：", NoteParts("原因：")),
    ],
)
def test_a_label_counts_where_a_sentence_begins(note: str, parts: NoteParts) -> None:
    assert note_parts(note) == parts


@given(
    st.lists(st.sampled_from(["原因：", "成效:", "安排：", "甲", "乙丙", "。", "；", "\n", " "])).map("".join)
)
def test_no_word_of_a_note_is_lost_or_made_up(note: str) -> None:
    parts = note_parts(note)
    told = [parts.text, *parts.causes, *parts.effects, *parts.plans]
    assert sorted(c for c in "".join(told) if c in "甲乙丙") == sorted(c for c in note if c in "甲乙丙")

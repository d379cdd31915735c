from __future__ import annotations

from dataclasses import replace

from fazhi_tui.reporting.frame import document_foot
from tests.reporting import situations
from tests.reporting.parsed import markup, texts

CODE = "0" * 16
BY_HAND = "_" * 16


def test_the_foot_ends_with_the_lines_to_sign_on() -> None:
    foot = "\n\n".join(document_foot(situations.filling().assessment, CODE))
    assert texts(foot)[-1].split("\n") == [
        "填报单位（盖章）：越城区文化广电旅游局",
        f"填报人（签字）：{BY_HAND}",
        f"审核人（签字）：{BY_HAND}",
        f"单位负责人（签字）：{BY_HAND}",
        "签字日期：　　　　年　　月　　日",
    ]


def test_the_adviser_signs_where_there_was_a_review() -> None:
    unreviewed, reviewed = (
        "\n".join(document_foot(journal.assessment, CODE))
        for journal in (situations.unreviewed(), situations.reviewed())
    )
    assert "法律顾问" not in unreviewed
    assert f"法律顾问（公职律师）（签字）：{BY_HAND}  \n审核人" in reviewed


def test_a_unit_of_strange_name_breaks_no_line_to_sign_on() -> None:
    assessment = replace(situations.filling().assessment, unit="*甲*\n- 局 <b>__乙__")
    foot = "\n\n".join(document_foot(assessment, CODE))
    assert markup(foot) == set()
    assert "填报单位（盖章）：*甲* - 局 <b>__乙__\n填报人" in texts(foot)[-1]

from __future__ import annotations

import pytest
from hypothesis import given, settings

from fazhi_tui.domain.answers import Opinion
from fazhi_tui.domain.log.events import Lane
from fazhi_tui.domain.verdict import Verdict
from fazhi_tui.reporting.gap_list.gap_markdown import gap_markdown
from tests.edited import apart, values, written
from tests.journal import Journal
from tests.judging import U1, U2, judge, submitted
from tests.rectified import add, do
from tests.reporting import situations
from tests.reporting.parsed import markup, tokens
from tests.reporting.test_markdown_escape import HOSTILE

PLAN = ["measure", "leader", "department", "person", "pace", "due"]


def _shown(markdown: str) -> list[str]:
    """Every text a reader sees; comments are none."""
    lines = []
    for token in tokens(markdown):
        if token.type == "inline":
            inner = (c for c in token.children or [] if c.type != "html_inline")
            lines.append("".join("\n" if c.type.endswith("break") else c.content for c in inner))
    return lines


def judged() -> Journal:
    """Before the adviser, who has corrected one answer and returned another."""
    journal = submitted(Verdict.MISSING)
    judge(journal, U1, Opinion.CORRECT, "只有一半。", Verdict.PARTLY)
    judge(journal, U2, Opinion.AGREE)
    return journal


def test_an_officers_list_marks_the_plan_of_every_gap_that_is_not_closed() -> None:
    journal = situations.rectifying()
    known = values(written(journal))
    assert sorted({number for number, _ in known}) == [1, 2, 4, 5, 6]
    assert [name for number, name in known if number == 1] == PLAN
    assert known[1, "measure"] == "重新公开征求意见三十日。\n期满再提交讨论。"
    assert (known[1, "due"], known[1, "pace"], known[5, "leader"]) == ("2027-02-28", "立行立改", "")
    assert known[2, "measure"] == "（建议措施）停止讨论，先作合法性审查；补审不算已审。"


def test_an_advisers_list_marks_the_words_of_the_opinions_that_stand() -> None:
    text = written(judged(), Lane.ADVISER)
    assert values(text) == {(1, "opinion"): "只有一半。", (2, "opinion"): ""}
    assert "复核意见：更正为“部分落实”：<!--fazhi1:1:opinion-->只有一半。<!--/fazhi1-->（李律师，" in text
    assert not values(written(situations.reviewed(), Lane.ADVISER)).keys() & {(1, "opinion")}


@pytest.mark.parametrize("editor", Lane)
def test_a_markdown_reader_shows_no_mark(editor: Lane) -> None:
    text = written(situations.rectifying(), editor)
    assert markup(text) <= {"html_inline"}
    shown = "\n".join(_shown(text))
    assert "fazhi" not in shown
    assert "<!--" not in shown


def test_the_marks_change_nothing_else_in_an_advisers_list() -> None:
    journal = judged()
    plain = gap_markdown(journal.assessment, journal.board, journal.check_code)
    same = [line.replace("同意：____", "同意") for line in _shown(written(journal, Lane.ADVISER))]
    assert same == _shown(plain)


def test_the_same_log_gives_the_same_bytes() -> None:
    assert written(situations.rectifying()) == written(situations.rectifying())


@given(HOSTILE)
@settings(deadline=None, max_examples=40)
def test_no_text_of_people_makes_or_breaks_a_mark(text: str) -> None:
    said = " ".join("".join(c for c in text if c.isprintable()).split())[:100]
    said = f"<!--fazhi1:1:leader-->{said}<!--/fazhi1-->\\"
    journal = situations.begun()
    journal.say("zhongda-juece", "文旅发展规划", "zdjc-15-qixian", Verdict.HOLLOW, said)
    id = add(journal, problem=said, basis=said)
    for key in (("zhongda-juece", "文旅发展规划", "zdjc-15-qixian"), (id,)):
        do(journal, key, measure=said, leader=said, department=said, person=said)
    found = apart(written(journal))
    assert not found.faults
    assert [(v.number, v.field) for v in found.values] == [(n, name) for n in (1, 2) for name in PLAN]
    people = {"measure", "leader", "department", "person"}
    assert {v.text for v in found.values if v.field in people} == {said}

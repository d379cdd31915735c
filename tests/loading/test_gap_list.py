from __future__ import annotations

import unicodedata
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given as given_any
from hypothesis import settings
from hypothesis import strategies as st

from fazhi_tui.domain.answers import Opinion
from fazhi_tui.domain.log.events import Lane
from fazhi_tui.domain.rectifying.anchors import as_shown
from fazhi_tui.domain.rectifying.gap_fields import suggestion
from fazhi_tui.domain.rectifying.rectification import Pace
from fazhi_tui.domain.verdict import Verdict
from fazhi_tui.loading.checklists.findings import FileFaultsError
from fazhi_tui.reporting.markdown_escape import continued
from tests.edited import Places, apart, read, take, typed, values, written
from tests.journal import Journal
from tests.judging import U1, judge, row_of
from tests.rectified import close, do, entries, request
from tests.reporting import situations
from tests.reporting.gap_list.test_gap_editable import judged
from tests.reporting.test_markdown_escape import HOSTILE

PERIOD = ("zhongda-juece", "文旅发展规划", "zdjc-15-qixian")
DERIVED = ("- 状态", "| ", "共", "日期", "校验码：")
SPACED: dict[str, Callable[[str], bytes]] = {
    "as written": str.encode,
    "CRLF": lambda text: text.replace("\n", "\r\n").encode(),
    "CR": lambda text: text.replace("\n", "\r").encode(),
    "BOM": lambda text: text.encode("utf-8-sig"),
    "UTF-16": lambda text: text.encode("utf-16"),
    "GB18030": lambda text: text.encode("gb18030"),
    "NFD": lambda text: unicodedata.normalize("NFD", text).encode(),
    "trailing spaces off": lambda text: "\n".join(line.rstrip() for line in text.split("\n")).encode(),
    "trailing spaces on": lambda text: text.replace("\n", " \u3000\n").encode(),
    "final newlines": lambda text: f"{text}\n\n".encode(),
    "no final newline": lambda text: text.rstrip("\n").encode(),
    "more empty lines": lambda text: text.replace("\n\n", "\n\n\n").encode(),
    "full-width spaces around": lambda text: text.replace("-->", "-->\u3000", 1).encode(),
}


@pytest.mark.parametrize("spaced", SPACED)
@pytest.mark.parametrize("make", [situations.rectifying, situations.filling, judged])
@pytest.mark.parametrize("editor", Lane)
def test_what_comes_back_unchanged_asks_for_nothing(
    spaced: str, make: Callable[[], Journal], editor: Lane
) -> None:
    journal = make()
    edit = read(journal, SPACED[spaced](written(journal, editor)))
    assert (edit.steps, edit.judgements, edit.changes) == ((), (), ())


@pytest.mark.parametrize("spaced", SPACED)
def test_an_edit_is_read_whatever_the_editor_does_to_spaces(spaced: str) -> None:
    journal = situations.rectifying()
    text = typed(written(journal), {(1, "measure"): "甲\n1. 乙", (2, "due"): "2027年3月1日"})
    edit = read(journal, SPACED[spaced](text))
    assert [(c.number, c.label, c.new) for c in edit.changes] == [
        (1, "整改措施", "甲\n1. 乙"),
        (2, "时限", "2027-03-01"),
    ]
    assert edit.changes[0].old == "重新公开征求意见三十日。\n期满再提交讨论。"


WORDS = st.one_of(HOSTILE, st.text(max_size=60)).map(lambda text: as_shown(text)[:150].strip())
FIELDS = st.one_of(
    st.tuples(st.sampled_from(["measure", "leader", "department", "person"]), WORDS),
    st.tuples(st.just("pace"), st.sampled_from(["", *Pace])),
    st.tuples(st.just("due"), st.dates(date(1950, 1, 1), date(2150, 1, 1)).map(lambda d: d.isoformat())),
)


@st.composite
def _edits(draw: st.DrawFn) -> dict[tuple[int, str], str]:
    """Some of the three gaps of a list being filled in, some of their fields."""
    edits = {}
    for number in draw(st.sets(st.integers(1, 3), max_size=3)):
        for name, text in draw(st.lists(FIELDS, max_size=4)):
            edits[number, name] = text
    return edits


@given_any(_edits())
@settings(deadline=None, max_examples=150)
def test_export_edit_read_back_export_gives_the_edit_and_nothing_else(
    edits: dict[tuple[int, str], str],
) -> None:
    journal = situations.filling()
    do(journal, PERIOD, measure="甲\n\n乙", leader="张某", due="2027-01-31")
    before = written(journal)
    events = len(journal.log)
    # Words typed as a Markdown writer would escape them; those typed bare are tried above.
    places: Places = {place: continued(text, 5) or "____" for place, text in edits.items()}
    edit = read(journal, typed(before, places))
    take(journal, edit)
    expected = {**values(before), **{place: _kept(place, text) for place, text in edits.items()}}
    after = written(journal)
    assert values(after) == expected
    changed = {line.text for line in apart(after).lines} - {line.text for line in apart(before).lines}
    assert all(line.startswith(DERIVED) for line in changed)
    assert len(journal.log) == events + bool(edit.changes)
    assert bool(edit.changes) == (values(after) != values(before))
    assert not read(journal, after).changes


def _kept(place: tuple[int, str], text: str) -> str:
    """What a list shows of a field after this was typed: for no measure the suggested one."""
    number, name = place
    if name == "measure":
        return text or suggestion(entries(situations.filling())[number - 1])
    return " ".join(text.split())


@given_any(WORDS.filter(bool))
@settings(deadline=None, max_examples=40)
def test_an_opinion_changed_is_a_review_of_the_same_kind_in_the_new_words(text: str) -> None:
    journal = judged()
    before = written(journal, Lane.ADVISER)
    edit = read(journal, typed(before, {(1, "opinion"): continued(text, 5)}))
    take(journal, edit)
    review = row_of(journal, U1).review
    assert review is not None
    assert (review.opinion, review.verdict, review.text) == (Opinion.CORRECT, Verdict.PARTLY, text)
    after = written(journal, Lane.ADVISER)
    assert values(after) == {**values(before), (1, "opinion"): text}
    assert not read(journal, after).changes


def test_an_opinion_that_needs_words_cannot_be_emptied() -> None:
    journal = judged()
    text = written(journal, Lane.ADVISER)
    with pytest.raises(FileFaultsError, match=r"第\d+行：更正必须写意见。"):
        read(journal, typed(text, {(1, "opinion"): ""}))


def test_the_suggested_measure_is_taken_when_its_mark_is_taken_off() -> None:
    journal = situations.rectifying()
    (change,) = read(journal, written(journal).replace("（建议措施）停止", "停止", 1)).changes
    assert (change.number, change.old, change.new) == (2, "", "停止讨论，先作合法性审查；补审不算已审。")
    (change,) = read(journal, written(journal).replace("（建议措施）停止", "（建议措施）立即停止", 1)).changes
    assert change.new == "立即停止讨论，先作合法性审查；补审不算已审。"
    assert not read(journal, typed(written(journal), {(2, "measure"): ""})).changes


def test_every_edit_that_cannot_be_taken_is_told_with_its_line() -> None:
    journal = situations.rectifying()
    places = {(1, "due"): "2027-02-30", (2, "pace"): "尽快", (4, "person"): "长" * 201, (5, "leader"): "张某"}
    text = typed(written(journal), places)
    with pytest.raises(FileFaultsError) as told:
        read(journal, text)
    lines = [
        f"第{n}行"
        for n, line in enumerate(text.split("\n"), 1)
        if any(f">{w}<" in line for w in places.values())
    ]
    assert [finding.place for finding in told.value.findings] == lines[:3]
    assert [
        "2027-02-30" in f.problem or "尽快" in f.problem or "责任人" in f.problem for f in told.value.findings
    ]


def test_a_value_that_changed_since_is_a_conflict_unless_forced_or_the_same() -> None:
    journal = situations.rectifying()
    text = typed(written(journal), {(1, "leader"): "李局长", (1, "person"): "赵某"})
    do(journal, PERIOD, leader="王局长", person="赵某", measure="另行安排。")
    with pytest.raises(FileFaultsError) as told:
        read(journal, text)
    (finding,) = told.value.findings
    assert "现为“王局长”，文件里写的是“李局长”" in finding.problem
    assert "--force" in finding.remedy
    (change,) = read(journal, text, is_forced=True).changes
    assert (change.label, change.old, change.new) == ("责任领导", "王局长", "李局长")


def test_an_old_list_gives_its_edits_and_leaves_what_changed_since() -> None:
    journal = situations.rectifying()
    text = typed(written(journal), {(1, "leader"): "李局长"})
    do(journal, PERIOD, measure="另行安排。")
    take(journal, read(journal, text))
    line = entries(journal)[0].rectification
    assert (line.leader, line.measure) == ("李局长", "另行安排。")


def test_an_opinion_of_another_kind_meanwhile_is_a_conflict() -> None:
    journal = judged()
    text = typed(written(journal, Lane.ADVISER), {(1, "opinion"): "缺一半。"})
    judge(journal, U1, Opinion.RETURN, "只有一半。")
    with pytest.raises(FileFaultsError, match="复核意见又有改动"):
        read(journal, text)


def test_a_gap_that_is_none_any_more_or_was_closed_since_is_refused() -> None:
    journal = situations.filling()
    text = typed(written(journal), {(1, "leader"): "李局长"})
    journal.say(*PERIOD, Verdict.DONE)
    with pytest.raises(FileFaultsError, match="已不是差距"):
        read(journal, text)
    journal = situations.reviewed()
    text = typed(written(journal), {(1, "leader"): "李局长"})
    request(journal, PERIOD)
    close(journal, PERIOD)
    with pytest.raises(FileFaultsError, match="已销号"):
        read(journal, text)

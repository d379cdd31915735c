from __future__ import annotations

from fractions import Fraction

import pytest

from fazhi_tui.domain.answers import Evidence, Opinion
from fazhi_tui.domain.filling.answering import Change
from fazhi_tui.domain.gaps import find_gaps
from fazhi_tui.domain.log.events import Lane
from fazhi_tui.domain.rectifying.repeats import former_years
from fazhi_tui.domain.reviewing.remarks import final_remarks, submission_remarks
from fazhi_tui.domain.reviewing.review import agreement, review
from fazhi_tui.domain.reviewing.standing import unjudged
from fazhi_tui.domain.reviewing.worklist import Concern, agreeable, exempt_share, worklist
from fazhi_tui.domain.verdict import Verdict
from tests.journal import Journal, fill, keys
from tests.judging import give_back, judge, submit, submitted
from tests.samples import Data, checklist, item, library, redline, stage

DONE, PARTLY, HOLLOW, MISSING, NOT_OCCURRED, INAPPLICABLE = Verdict
PROOF = (Evidence("文件"),)
SPAN = [
    {"id": "from", "label": "公告日", "type": "date"},
    {"id": "to", "label": "截止日", "type": "date"},
]
RULE = {"kind": "at_least", "from": "from", "to": "to", "days": 30, "calendar": "natural"}


def _one(*items: Data, year: int = 2023, **more: object) -> Journal:
    return Journal(library(checklist("x", stage("a", "甲", "unit", *items), **more)), year=year)


def _say(journal: Journal, item: str, verdict: Verdict, note: str = "", **more: object) -> None:
    change = Change("x", "本单位", item, verdict=verdict, note=note, **more)  # type: ignore[arg-type]
    journal.answer(change)


def _why(journal: Journal, former: Journal | None = None) -> dict[str, list[str]]:
    gaps = find_gaps(former.board) if former else ()
    return {
        entry.row.item.id: [f"{reason.concern}：{reason.words}" for reason in entry.reasons]
        for entry in worklist(journal.board, former_years(gaps, journal.board.basis.year))
    }


def test_nothing_answered_is_nothing_to_look_at() -> None:
    journal = _one(item("x-1"), redline("x-red"))
    assert (worklist(journal.board), agreeable(journal.board), unjudged(journal.board)) == ((), (), ())


def test_red_lines_and_done_without_evidence_are_looked_at_one_by_one() -> None:
    journal = _one(item("x-1"), item("x-2"), item("x-3"), redline("x-red"))
    _say(journal, "x-1", DONE)
    _say(journal, "x-2", DONE, evidence=PROOF)
    _say(journal, "x-3", HOLLOW)
    _say(journal, "x-red", DONE, evidence=PROOF)
    assert _why(journal) == {
        "x-1": ["待佐证：评为落实，没有列佐证"],
        "x-red": ["红线：红线事项，自评为落实"],
    }
    assert keys(agreeable(journal.board)) == ["x-2", "x-3"]


def test_a_verdict_against_the_sum_is_looked_at_whether_there_is_a_note_or_not() -> None:
    journal = _one(item("x-1", facts=SPAN, rule=RULE), item("x-2", facts=SPAN, rule=RULE))
    days = {"from": "2023-03-01", "to": "2023-03-20"}
    _say(journal, "x-1", PARTLY, facts=days)
    _say(journal, "x-2", PARTLY, "另有公告延长", facts=days)
    assert _why(journal) == {
        "x-1": ["与核算不一致：核算建议未落实，自评为部分落实，没有写说明"],
        "x-2": ["与核算不一致：核算建议未落实，自评为部分落实"],
    }
    (remark,) = submission_remarks(journal.board)
    assert remark.title == "与核算不一致、没有写说明1条"
    assert remark.lines == ("清单x·本单位：x-1",)


@pytest.mark.parametrize(("exempt", "share"), [(1, 20), (2, 40)])
def test_exempt_items_are_looked_at_when_they_take_out_over_a_fifth_of_the_points(
    exempt: int, share: int
) -> None:
    journal = _one(*(item(f"x-{n}", points=2) for n in range(5)))
    for n in range(5):
        verdict = (INAPPLICABLE, NOT_OCCURRED)[n % 2] if n < exempt else MISSING
        _say(journal, f"x-{n}", verdict, "当年没有这类事项")
    (only,) = journal.library.checklists
    assert exempt_share(journal.board, only) == Fraction(share)
    said = "不适用：本清单不适用和本年未发生的占分值40.0%，超过20.0%"
    assert _why(journal) == ({"x-0": [said], "x-1": [said]} if share > 20 else {})


def test_an_item_on_several_sheets_is_exempt_by_its_mean() -> None:
    journal = Journal(library(checklist("x", stage("a", "甲", "case", item("x-1"), item("x-2")))))
    for name, verdict in (("甲案", INAPPLICABLE), ("乙案", DONE)):
        journal.add("x", name)
        journal.say("x", name, "x-1", verdict, "没有")
        journal.say("x", name, "x-2", DONE)
    (only,) = journal.library.checklists
    assert exempt_share(journal.board, only) == 25


def test_a_red_line_that_is_said_not_to_apply_is_looked_at_even_once() -> None:
    journal = _one(*(item(f"x-{n}") for n in range(9)), redline("x-red"))
    _say(journal, "x-red", INAPPLICABLE, "没有提交讨论的事项")
    assert _why(journal)["x-red"] == ["红线：红线事项，自评为不适用", "不适用：红线事项评为不适用"]
    (only,) = journal.library.checklists
    assert exempt_share(journal.board, only) == 0


def test_a_checklist_without_points_has_no_share() -> None:
    journal = _one(redline("x-red"))
    (only,) = journal.library.checklists
    assert exempt_share(journal.board, only) == 0


def test_both_answers_of_a_contradiction_are_looked_at_and_the_officer_is_told() -> None:
    pair = {"items": ["x-1", "x-2"], "verdicts": ["流于形式", "落实"], "say": "请核对。"}
    journal = _one(item("x-1"), item("x-2"), contradicts=[pair])
    _say(journal, "x-1", HOLLOW)
    _say(journal, "x-2", DONE, evidence=PROOF)
    assert _why(journal) == {
        "x-1": ["自评矛盾：与x-2（落实）矛盾：请核对。"],
        "x-2": ["自评矛盾：与x-1（流于形式）矛盾：请核对。"],
    }
    (remark,) = submission_remarks(journal.board)
    assert (remark.title, remark.lines) == (
        "自评相互矛盾",
        ("清单x·本单位：x-1（流于形式）与x-2（落实）：请核对。",),
    )


def test_a_contradiction_across_sheets_names_the_other_sheet() -> None:
    pair = {"items": ["x-u", "x-m"], "verdicts": ["未落实", "落实"], "say": "请核对。"}
    stages = (stage("a", "制度", "unit", item("x-u")), stage("b", "事项", "matter", item("x-m")))
    journal = Journal(library(checklist("x", *stages, contradicts=[pair])))
    journal.add("x", "规划")
    journal.say("x", "本单位", "x-u", MISSING)
    journal.answer(Change("x", "规划", "x-m", verdict=DONE, evidence=PROOF))
    assert _why(journal)["x-m"] == ["自评矛盾：与自查表“本单位”的x-u（未落实）矛盾：请核对。"]
    assert "x-u（未落实）与自查表“规划”的x-m（落实）" in submission_remarks(journal.board)[0].lines[0]


def test_last_years_gaps_are_looked_at_whether_they_are_said_to_be_mended_or_not() -> None:
    last = _one(item("x-1"), item("x-2"), item("x-3"), year=2022)
    for n in (1, 2):
        _say(last, f"x-{n}", MISSING)
    _say(last, "x-3", DONE)
    journal = _one(item("x-1"), item("x-2"), item("x-3"))
    _say(journal, "x-1", PARTLY)
    _say(journal, "x-2", DONE, evidence=PROOF)
    _say(journal, "x-3", PARTLY)
    assert _why(journal, last) == {
        "x-1": ["上年差距：2022年也有此差距"],
        "x-2": ["上年差距：2022年有此差距，这次评为落实"],
    }
    assert _why(last, journal) == {"x-3": ["待佐证：评为落实，没有列佐证"]}


def test_a_review_that_was_overtaken_is_looked_at_again_with_what_it_said() -> None:
    journal = submitted(MISSING)
    judge(journal, ("juece", "本单位", "u-1"), Opinion.RETURN, "请写明原因")
    judge(journal, ("juece", "本单位", "u-2"), Opinion.CORRECT, "有一半", PARTLY)
    judge(journal, ("juece", "规划", "m-1"), Opinion.AGREE)
    give_back(journal)
    journal.answer(
        Change("juece", "本单位", "u-1", note="没有经费"),
        Change("juece", "本单位", "u-2", note="确有一半"),
        Change("juece", "规划", "m-1", note="补充"),
    )
    submit(journal)
    again = {
        entry.row.item.id: reason.words
        for entry in worklist(journal.board)
        for reason in entry.reasons
        if reason.concern is Concern.OUTDATED
    }
    assert again == {
        "u-1": "上次复核退回：请写明原因，此后自评已改动",
        "u-2": "上次复核更正：有一半，此后自评已改动",
        "m-1": "上次复核同意，此后自评已改动",
    }
    assert {"u-1", "u-2", "m-1"}.isdisjoint(keys(agreeable(journal.board)))
    titles = [remark.title for remark in final_remarks(journal.assessment, journal.board)]
    assert titles[0] == "复核后自评已改动、没有再复核3条"


def test_agreeing_with_the_rest_leaves_only_the_list() -> None:
    journal = submitted()
    fine = agreeable(journal.board)
    assert keys(fine) == []
    journal.move("recalled")
    journal.answer(*(Change(*r.key, evidence=PROOF) for r in journal.board.rows() if r.answer.lacks_evidence))
    submit(journal)
    fine = agreeable(journal.board)
    assert keys(fine) == ["u-1", "u-2", "m-1", "m-2", "e-1"]
    wish = review(journal.board, agreement(fine))
    assert wish is not None
    assert [r["item"] for r in wish[1]["reviews"]] == keys(fine)
    journal.record(wish, Lane.ADVISER)
    assert agreeable(journal.board) == ()
    assert keys(unjudged(journal.board)) == ["u-red", "m-red"]
    assert [(e.row.item.id, e.is_judged) for e in worklist(journal.board)] == [
        ("u-red", False),
        ("m-red", False),
    ]
    judge(journal, ("juece", "本单位", "u-red"), Opinion.AGREE)
    assert [e.is_judged for e in worklist(journal.board)] == [True, False]


def test_a_submission_without_a_doubt_gives_no_remark() -> None:
    journal = _one(item("x-1"))
    _say(journal, "x-1", DONE, evidence=PROOF)
    assert submission_remarks(journal.board) == ()


def test_the_adviser_is_told_at_the_end_what_was_passed_over() -> None:
    journal = submitted(MISSING)
    judge(journal, ("juece", "规划", "m-1"), Opinion.RETURN, "期限不明")
    give_back(journal)
    journal.record(("sheet_removed", {"checklist": "juece", "object": "规划"}))
    journal.absent("juece", "matter", "不属于重大决策")
    submit(journal)
    said = {remark.title: remark.lines for remark in final_remarks(journal.assessment, journal.board)}
    assert said == {
        "退回或更正过、现已不问": ("juece·规划：m-1（退回：期限不明）",),
        "没有复核4条": ("重大行政决策程序·本单位：3条", "行政执法三项制度·本单位：1条"),
    }


def test_filled_in_means_answered_not_reviewed() -> None:
    journal = _one(item("x-1"))
    fill(journal)
    assert keys(unjudged(journal.board)) == ["x-1"]

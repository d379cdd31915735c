from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from fazhi_tui.domain.annual.report_template import STANDARD, Part
from fazhi_tui.domain.answers import Opinion
from fazhi_tui.domain.filling.answering import Change
from fazhi_tui.domain.rectifying.gap_entry import add_gap
from fazhi_tui.domain.verdict import Verdict
from fazhi_tui.reporting.annual.report_document import pieces
from tests.journal import fill
from tests.reporting import report_situations
from tests.reporting.report_situations import LIBRARY, begun, of_journal, with_part


def test_the_example_is_told_that_it_claims_what_it_admits_to_be_hollow(tmp_path: Path) -> None:
    example = report_situations.example(tmp_path / "data")
    assert example.report().conflicts == (
        "zdjc-14-tingqu（年报所述重大行政决策）的说明里有“广泛征求意见”，自评却是公众参与流于形式",
        "zdjc-19-zuzhi（年报所述重大行政决策）的说明里有“组织专家论证”，自评却是专家论证流于形式",
    )
    checked = replace(STANDARD, checked=frozenset({"zdjc-14-tingqu", "zdjc-19-zuzhi"}))
    assert example.report(checked).conflicts == ()


def test_the_example_s_own_sentence_of_part_three_is_told_as_well(tmp_path: Path) -> None:
    example = report_situations.example(tmp_path / "data")
    real = "对重大决策事项,履行决策程序,广泛征求意见、组织专家论证、开展合法性审查。"
    found = [c for c in example.report(with_part(Part.RESPONSIBILITY, lead=real)).conflicts if "模板" in c]
    assert len(found) == 1
    assert found[0].startswith("模板第三部分里有“对重大决策事项")
    for step in ("公众参与流于形式", "专家论证流于形式", "合法性审查部分落实"):
        assert step in found[0]


def test_answers_that_exclude_each_other_are_told_until_the_adviser_corrects_one() -> None:
    journal = begun()
    plan = ("juece", "规划")
    journal.say(*plan, "m-tingqu", Verdict.HOLLOW)
    journal.say(*plan, "m-gongbu", Verdict.DONE)
    said = (
        "m-tingqu（规划）评为流于形式，m-gongbu（规划）评为落实：听取意见流于形式，却答草案已经公布，请核对。"
    )
    assert of_journal(journal).report().conflicts == (said,)
    fill(journal)
    journal.move("submitted")
    journal.review((*plan, "m-gongbu"), Opinion.CORRECT, Verdict.PARTLY, "公布不全")
    assert of_journal(journal).report().conflicts == ()


def test_done_against_the_sum_is_told() -> None:
    journal = begun()
    facts = {"from": "2023-03-01", "to": "2023-03-20"}
    change = Change("juece", "规划", "m-qixian", verdict=Verdict.DONE, facts=facts, note="因汛期缩短")
    journal.answer(change)
    (found,) = of_journal(journal).report().conflicts
    assert found.startswith("m-qixian（规划）评为落实，核算却是：公告日2023-03-01至截止日2023-03-20共19日")


def test_done_that_admits_form_only_is_told() -> None:
    journal = begun()
    journal.say("juece", "规划", "m-tingqu", Verdict.DONE, "座谈会走过场。")
    (found,) = of_journal(journal).report().conflicts
    assert found == "m-tingqu（规划）评为落实，说明里却承认流于形式：座谈会走过场。"


def test_nothing_else_to_report_is_told_where_others_have_found_something() -> None:
    journal = begun()
    fields = {"problem": "归档不全", "basis": "督察反馈第3条", "source": "督察"}
    journal.record(add_gap(journal.assessment, LIBRARY.checklists, fields))
    template = with_part(Part.OTHERS, lead="无。")
    report = of_journal(journal).report(template)
    assert report.conflicts == ("模板第五部分写着“无。”，登记的其他问题里却有别处指出的：督察（其他-1）",)
    said = [piece.text for piece in pieces(report.blocks)]
    assert "督察指出的问题1条，见第二部分。" in said
    assert of_journal(begun()).report(template).conflicts == ()

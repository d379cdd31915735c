from __future__ import annotations

import re

from fazhi_tui.domain.answers import Opinion
from fazhi_tui.domain.filling.answering import Change
from fazhi_tui.domain.log.events import Lane
from fazhi_tui.domain.verdict import Verdict
from fazhi_tui.reporting.gap_list.gap_markdown import gap_markdown
from fazhi_tui.reporting.words.score_comparison import inflation_words, review_counts
from tests.journal import Journal
from tests.judging import M1, RED, U1, U2, answered, finalise, give_back, judge, submit, submitted

DONE, PARTLY, HOLLOW, MISSING, NOT_OCCURRED, INAPPLICABLE = Verdict


def _made(journal: Journal) -> str:
    return gap_markdown(journal.assessment, journal.board, "0" * 16)


def _section(made: str, title: str) -> str:
    """The blocks under a heading; empty if there is none."""
    found = re.search(rf"^## [一二三四五六七八九十]+、{title}\n\n(.*?)(?=^## |^---)", made, re.M | re.S)
    return found[1] if found else ""


def test_before_a_review_nothing_is_compared() -> None:
    made = _made(submitted())
    assert not _section(made, "自评与复核对照")
    assert "| 复核分 | – |" in made


def test_both_scores_stand_side_by_side_by_stage_with_what_was_corrected() -> None:
    journal = submitted()
    judge(journal, U1, Opinion.CORRECT, "不实", MISSING)
    judge(journal, RED, Opinion.CORRECT, "没有审查", HOLLOW)
    judge(journal, U2, Opinion.AGREE)
    said = _section(_made(journal), "自评与复核对照")
    assert "已复核3条（同意1条、更正2条、退回0条），复核后自评又改动的0条，未复核4条。" in said
    assert "自评分100.0，复核分93.3，自评虚高6.7分。" in said
    assert "| 重大行政决策程序 | 全部 | 100.0 | 86.7 | 13.3 | 2条（红线1条） |  |" in said
    assert (
        "| 重大行政决策程序 | 制度基础 | 100.0 | 60.0 | 40.0 | 2条（红线1条） | "
        "本单位 u-1（自评落实，复核未落实）、本单位 u-red（自评落实，复核流于形式） |"
    ) in said
    assert "公众参与" not in said


def test_a_review_that_corrected_nothing_says_so() -> None:
    journal = submitted()
    judge(journal, U1, Opinion.AGREE)
    said = _section(_made(journal), "自评与复核对照")
    assert "自评分100.0，复核分100.0，两者相同。" in said
    assert "没有更正自评结论" in said


def test_an_officer_who_was_too_strict_is_told_in_other_words() -> None:
    journal = submitted(MISSING)
    judge(journal, U1, Opinion.CORRECT, "已经做到", DONE)
    assert inflation_words(journal.board) == "自评分0.0，复核分6.7，自评偏低6.7分。"


def test_a_gap_corrected_to_done_leaves_the_gaps_and_is_listed_with_its_opinion() -> None:
    journal = submitted(MISSING)
    journal.move("recalled")
    journal.answer(Change(*U1, note="没有文件"))
    submit(journal)
    judge(journal, U1, Opinion.CORRECT, "有 *目录*，见公报", DONE)
    judge(journal, U2, Opinion.CORRECT, "只有一半", PARTLY)
    made = _made(journal)
    assert "问题：u-1没有做到" not in made
    assert "问题：u-2没有做到" in made
    said = _section(made, "复核更正为落实")
    assert said.splitlines()[2:] == [
        "1. u-1是否做到？（u-1）",
        "   - 自查表：重大行政决策程序·本单位",
        "   - 自评：未落实",
        "   - 自评所列差距：u-1没有做到",
        "   - 说明：没有文件",
        "   - 复核意见：更正为“落实”：有 \\*目录\\*，见公报（李律师，2026年11月24日）",
        "",
    ]


def test_what_did_not_apply_and_was_corrected_to_done_is_listed_as_well() -> None:
    journal = answered()
    journal.answer(Change(*U1, verdict=INAPPLICABLE, note="没有这类事项"))
    submit(journal)
    judge(journal, U1, Opinion.CORRECT, "有一件", DONE)
    said = _section(_made(journal), "复核更正为落实")
    assert "   - 自评：不适用" in said
    assert "自评所列差距" not in said


def test_a_gap_corrected_to_not_applicable_stands_among_those_with_its_opinion() -> None:
    journal = submitted(MISSING)
    judge(journal, U1, Opinion.CORRECT, "本单位无此职责", INAPPLICABLE)
    made = _made(journal)
    assert "更正为“不适用”：本单位无此职责" in _section(made, "不适用与本年未发生事项")
    assert not _section(made, "复核更正为落实")


def test_what_is_returned_out_of_date_or_not_asked_any_more_is_not_settled() -> None:
    journal = submitted()
    judge(journal, U1, Opinion.RETURN, "请写依据")
    judge(journal, U2, Opinion.RETURN, "请写日期")
    judge(journal, M1, Opinion.CORRECT, "不实", MISSING)
    give_back(journal, "请逐条改")
    journal.answer(Change(*U2, note="2023年5月"))
    journal.record(("sheet_removed", {"checklist": "juece", "object": "规划"}))
    made = _made(journal)
    assert "法律顾问的退回意见：请逐条改" in made
    said = _section(made, "未了结的复核意见")
    parts = re.split(r"### （.）", said)
    assert [part.splitlines()[0] for part in parts[1:]] == [
        "退回，自评没有改",
        "复核后自评又改动，没有再复核",
        "退回或更正过、现已不问",
    ]
    assert "u-1是否做到？（u-1）" in parts[1]
    assert "退回：请写日期（李律师，2026年11月24日）（复核后自评已改动，本意见过期）" in parts[2]
    assert "1. juece·规划：m-1（更正：不实）" in parts[3]


def test_a_final_by_an_adviser_who_wrote_nothing_says_so() -> None:
    journal = submitted()
    finalise(journal)
    assert "本清单由法律顾问定稿，没有逐条记录复核意见。" in _made(journal)


def test_a_final_without_review_says_so_and_that_reviews_came_later() -> None:
    journal = submitted()
    adviser = submitted()
    finalise(journal, Lane.OFFICER, without_review=True)
    assert "本清单未经法律顾问复核，由填报单位自行定稿。" in _made(journal)
    judge(adviser, U1, Opinion.RETURN, "没有看到文件")
    journal.log = journal.log.with_events(adviser.log.adviser)
    made = _made(journal)
    assert "由填报单位自行定稿；法律顾问的复核意见在定稿以后才并入。" in made
    assert "退回，自评没有改" in _section(made, "未了结的复核意见")


def test_counts_say_how_much_was_reviewed() -> None:
    journal = submitted()
    judge(journal, U1, Opinion.RETURN, "请写依据")
    give_back(journal)
    journal.answer(Change(*U1, note="依据见公报"))
    assert review_counts(journal.board) == (
        "已复核0条（同意0条、更正0条、退回0条），复核后自评又改动的1条，未复核6条。"
    )

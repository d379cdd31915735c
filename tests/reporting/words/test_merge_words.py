from __future__ import annotations

import re
from dataclasses import replace

import pytest

from fazhi_tui.domain.answers import Opinion
from fazhi_tui.domain.assessment import State
from fazhi_tui.domain.filling.answering import Change
from fazhi_tui.domain.log.events import Lane, Log
from fazhi_tui.domain.log.fold import fold
from fazhi_tui.domain.log.merge import Merging, merge
from fazhi_tui.domain.verdict import Verdict
from fazhi_tui.reporting.words.merge_words import SHOWN, merge_lines
from tests.journal import Journal, fill

UNIT_1 = ("juece", "本单位", "u-1")
UNIT_2 = ("juece", "本单位", "u-2")
OFFICER, ADVISER = Lane.OFFICER, Lane.ADVISER


def _merging(mine: Log, theirs: Log, old: Lane | None, new: Lane) -> Merging:
    change = merge(mine, theirs)
    before = fold(mine) if mine.officer else None
    return Merging("某局-2023", change, before, fold(change.merged), old, new)


def _words(mine: Log, theirs: Log, old: Lane | None, new: Lane) -> str:
    return "\n".join(merge_lines(_merging(mine, theirs, old, new)))


def _copy(journal: Journal) -> Journal:
    other = replace(journal, log=Log())
    other.log, other.ticks = journal.log, journal.ticks + 100
    return other


@pytest.fixture
def officer() -> Journal:
    made = Journal()
    made.say(*UNIT_1, Verdict.DONE)
    made.say(*UNIT_2, Verdict.MISSING)
    made.move("submitted")
    return made


def test_an_assessment_that_arrives_is_said_with_what_it_holds_and_who_writes_it(officer: Journal) -> None:
    lines = merge_lines(_merging(Log(), officer.log, None, ADVISER))
    assert lines == [
        "越城区文化广电旅游局 2023（编号 某局-2023）：本机还没有，将新建",
        "文件带来的自评记录：5条，张某（新建1次、采用清单和计分1次、自评2次、送审1次）",
        "自评共2条：落实1、未落实1",
        "状态：送审",
        "本机写复核一方：送审后可以复核，不能改自评。",
    ]


def test_a_take_over_says_that_the_old_computer_must_stop(officer: Journal) -> None:
    words = _words(Log(), officer.log, None, OFFICER)
    assert "本机写自评一方" in words
    assert "原来填报的电脑请不要再写" in words
    assert "本机写自评一方" in _words(officer.log, officer.log, ADVISER, OFFICER)


def test_nothing_new_is_said_in_one_line(officer: Journal) -> None:
    lines = merge_lines(_merging(officer.log, officer.log, OFFICER, OFFICER))
    assert lines[1:] == ["文件里没有新内容，没有变化。"]


def test_reviews_that_come_are_said_one_by_one_and_what_the_file_lacks_too(officer: Journal) -> None:
    adviser = _copy(officer)
    adviser.review(UNIT_1, Opinion.CORRECT, Verdict.HOLLOW, "走过场\n见案卷")
    adviser.review(UNIT_2, Opinion.RETURN, None, "请补说明")
    adviser.move("returned", ADVISER, text="请改")
    mine = officer.log
    words = _words(mine, adviser.log, OFFICER, OFFICER)
    assert "文件带来的复核记录：3条，李律师（复核2次、退回1次）" in words
    assert "复核有变化的2条：退回1、更正1" in words
    assert "　juece / 本单位 / u-1：更正为流于形式，走过场 见案卷" in words
    assert "　juece / 本单位 / u-2：退回，请补说明" in words
    assert "状态：送审 → 退回" in words
    assert "文件里没有" not in words
    assert "写自评一方" not in words
    back = _words(adviser.log, mine, ADVISER, ADVISER)
    assert "文件里没有、本机才有的复核记录：3条，李律师（复核2次、退回1次）" in back
    assert "没有变化" in back


def test_answers_that_change_are_said_one_by_one_and_stale_reviews_counted(officer: Journal) -> None:
    adviser = _copy(officer)
    adviser.review(UNIT_1, Opinion.AGREE)
    officer.move("recalled")
    officer.say(*UNIT_1, Verdict.PARTLY)
    officer.answer(Change(*UNIT_2, note="没有办"))
    words = _words(adviser.log, officer.log, ADVISER, ADVISER)
    assert "自评有变化的2条：部分落实1、未落实1" in words
    assert "　juece / 本单位 / u-1：落实 → 部分落实" in words
    assert "　juece / 本单位 / u-2：未落实（说明、佐证或事实有改动）" in words
    assert "过期的复核1条" in words
    officer.log = Log(officer.log.officer, adviser.log.adviser)
    later = _copy(officer)
    later.say(*UNIT_2, Verdict.DONE)
    assert "过期" not in _words(officer.log, later.log, OFFICER, OFFICER)
    assert "状态：送审 → 填报中" in words


def test_somebody_else_who_writes_the_same_lane_is_warned_of(officer: Journal) -> None:
    other = _copy(officer)
    other.move("recalled")
    assert "别处也在写自评一方（比本机多1条）" in _words(officer.log, other.log, OFFICER, OFFICER)
    assert "别处也在写" not in _words(officer.log, other.log, ADVISER, ADVISER)
    assert "别处也在写" not in _words(Log(), other.log, None, ADVISER)


def test_a_long_list_is_shortened(officer: Journal) -> None:
    other = _copy(officer)
    other.move("recalled")
    for number in range(SHOWN):
        other.add("juece", f"事项{number}")
    fill(other)
    lines = merge_lines(_merging(officer.log, other.log, OFFICER, OFFICER))
    (total,) = [int(found[1]) for line in lines if (found := re.match(r"自评有变化的(\d+)条", line))]
    assert total > SHOWN
    assert len([line for line in lines if " / " in line]) == SHOWN
    assert f"　另有{total - SHOWN}条" in lines


def test_what_was_returned_and_corrected_stands_before_any_number_of_agreements(officer: Journal) -> None:
    officer.move("recalled")
    for number in range(SHOWN):
        officer.add("juece", f"事项{number}")
    fill(officer)
    officer.move("submitted")
    adviser = _copy(officer)
    for row in adviser.board.rows():
        adviser.review(row.key, Opinion.AGREE)
    adviser.review(UNIT_2, Opinion.CORRECT, Verdict.HOLLOW, "走过场")
    adviser.review(row.key, Opinion.RETURN, None, "请补说明")
    lines = merge_lines(_merging(officer.log, adviser.log, OFFICER, OFFICER))
    listed = [line for line in lines if " / " in line]
    assert ["退回" in listed[0], "更正" in listed[1], len(listed)] == [True, True, SHOWN]


def test_what_is_returned_of_a_self_made_final_is_said(officer: Journal) -> None:
    adviser = _copy(officer)
    officer.move("finalised", without_review=True)
    adviser.review(UNIT_1, Opinion.AGREE)
    assert "没有改" not in _words(officer.log, adviser.log, OFFICER, OFFICER)
    adviser.review(UNIT_2, Opinion.RETURN, None, "请补说明")
    for mine, theirs, writer in ((officer, adviser, OFFICER), (adviser, officer, ADVISER)):
        assert "复核退回的1条没有改" in _words(mine.log, theirs.log, writer, writer)
    assert "没有改" not in _words(adviser.log, adviser.log, ADVISER, ADVISER)


@pytest.mark.parametrize("kind", ["returned", "finalised"])
def test_a_decision_on_a_submission_that_was_recalled_is_said_not_to_count(
    officer: Journal, kind: str
) -> None:
    adviser = _copy(officer)
    adviser.move(kind, ADVISER)
    on_time = _words(officer.log, adviser.log, OFFICER, OFFICER)
    assert "不算数" not in on_time
    officer.move("recalled")
    for _ in range(2):
        late = _words(officer.log, adviser.log, OFFICER, OFFICER)
        assert late.count("因此不算数") == 1
        assert {"returned": "复核一方的退回", "finalised": "复核一方的定稿"}[kind] in late
        if officer.assessment.state is State.FILLING:
            officer.move("submitted")

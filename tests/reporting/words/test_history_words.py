from __future__ import annotations

from fazhi_tui.domain import decide
from fazhi_tui.domain.answers import Evidence, Opinion
from fazhi_tui.domain.filling.answering import Change
from fazhi_tui.domain.log.event_names import EVENT_NAMES
from fazhi_tui.domain.log.events import Lane
from fazhi_tui.domain.log.fold import KINDS
from fazhi_tui.domain.verdict import Verdict
from fazhi_tui.reporting.words.history_words import answer_history, history, labels_of
from tests.journal import Journal
from tests.ruled import FACTS, PARAMS
from tests.samples import checklist, item, library, stage

KEY = ("juece", "规划", "m-1")


def _journal() -> Journal:
    journal = Journal()
    journal.add("juece", "规划")
    journal.say(*KEY, Verdict.DONE, "公告30日")
    journal.answer(Change(*KEY, facts={"from": "2023-03-01"}, evidence=(Evidence("公告", "一号"),)))
    journal.say(*KEY, Verdict.PARTLY)
    return journal


def test_every_kind_of_event_has_a_name() -> None:
    assert set(EVENT_NAMES) >= KINDS


def test_the_past_values_of_an_answer_stand_in_order_with_who_and_when() -> None:
    lines = answer_history(_journal().log, KEY)
    assert [line.words for line in lines] == [
        "结论 落实；说明 公告30日",
        "事实 from＝2023-03-01；佐证 公告|一号",
        "结论 部分落实",
    ]
    assert {line.actor for line in lines} == {"张某"}
    assert [line.at for line in lines] == sorted(line.at for line in lines)


def test_facts_and_local_figures_are_called_as_on_the_form() -> None:
    local = library(
        checklist("a", stage("a", "甲", "unit", item("x-1", facts=FACTS)), params=PARAMS),
    )
    journal = Journal(local)
    journal.answer(Change("a", "本单位", "x-1", facts={"from": "2023-03-01"}))
    wish = decide.set_param(journal.assessment, local.checklists, "days", "15", "《甲省规定》")
    assert wish is not None
    journal.record(wish)
    words = [line.words for line in history(journal.log, labels_of(local.checklists))]
    assert words[-2:] == ["事实 公告日＝2023-03-01", "征求意见天数；15；《甲省规定》"]
    assert [line.words for line in history(journal.log)][-1] == "days；15；《甲省规定》"


def test_a_step_taken_back_is_marked_and_taken_up_again_is_not() -> None:
    journal = _journal()
    journal.undo()
    assert answer_history(journal.log, KEY)[-1].done == "自评（已撤销）"
    journal.redo()
    assert answer_history(journal.log, KEY)[-1].done == "自评"


def test_a_renamed_sheet_is_followed_back() -> None:
    journal = _journal()
    journal.record(decide.rename_sheet(journal.assessment, "juece", "规划", "新规划"))
    journal.say("juece", "新规划", "m-1", Verdict.DONE)
    lines = answer_history(journal.log, ("juece", "新规划", "m-1"))
    assert [line.words.partition("；")[0] for line in lines][-2:] == ["结论 部分落实", "结论 落实"]
    assert len(lines) == 4


def test_a_review_stands_between_the_answers_it_saw() -> None:
    journal = _journal()
    journal.move("submitted")
    journal.review(KEY, Opinion.CORRECT, Verdict.HOLLOW, "座谈无记录")
    line = answer_history(journal.log, KEY)[-1]
    assert (line.actor, line.lane, line.words) == ("李律师", "复核", "更正为流于形式；座谈无记录")


def test_the_whole_log_says_what_each_step_was() -> None:
    journal = _journal()
    journal.absent("zhifa", "case", "本年无执法案件")
    journal.undo()
    journal.move("submitted")
    done = [(line.done, line.words) for line in history(journal.log)]
    assert ("新建", "部门；越城区文化广电旅游局；样本；执法权；2023年度") in done
    assert ("采用清单和计分", "juece 2026.11；zhifa 2026.11") in done
    assert ("增加自查表", "决策事项；规划；juece") in done
    assert ("声明本年无（已撤销）", "案卷；本年无执法案件；zhifa") in done
    assert done[-1] == ("送审", "")
    assert any(what == "撤销" and words.startswith("声明本年无（") for what, words in done)
    assert all(line.lane == "自评" for line in history(journal.log))


def test_undo_of_the_adviser_names_the_adviser_s_step() -> None:
    journal = _journal()
    journal.move("submitted")
    journal.review(KEY, Opinion.AGREE)
    journal.undo(Lane.ADVISER)
    last = history(journal.log)[-1]
    assert (last.lane, last.what) == ("复核", "撤销")
    assert last.words.startswith("复核（")

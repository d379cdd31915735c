from __future__ import annotations

import pytest

from fazhi_tui.domain import decide
from fazhi_tui.domain.filling.answering import Change
from fazhi_tui.domain.log.event_shapes import misfit
from fazhi_tui.domain.log.wish import Wish
from fazhi_tui.domain.reckoning.params import Param, ParamSpec, each_once, find_param
from fazhi_tui.errors import BadInputError
from fazhi_tui.reporting.words.history_words import history
from tests.journal import Journal
from tests.ruled import FACTS, PARAMS, span
from tests.samples import checklist, item, library, stage

SOURCE = "《甲省规定》第十六条"
LOCAL = library(
    checklist(
        "a",
        stage("a", "甲", "unit", item("x-1", facts=FACTS, rule=span("at_least", days="param:days"))),
        params=PARAMS,
    ),
    checklist("b", stage("a", "甲", "unit", item("y-1")), params=PARAMS[:1]),
)


def _set(journal: Journal, name: str, value: str, source: str = SOURCE) -> Wish | None:
    return decide.set_param(journal.assessment, journal.library.checklists, name, value, source)


@pytest.mark.parametrize(
    ("name", "value", "kept"),
    [
        ("days", "15", "15"),
        ("征求意见天数", "１５", "15"),
        ("days", "7.5", "7.5"),
        ("due", "3.15", "2023-03-15"),
        ("due", "2024年3月15日", "2024-03-15"),
    ],
)
def test_a_figure_is_kept_in_normal_form_with_its_source(name: str, value: str, kept: str) -> None:
    journal = Journal(LOCAL)
    wish = _set(journal, name, value, f"  {SOURCE}\n")
    assert wish is not None
    journal.record(wish)
    (param,) = journal.assessment.params.values()
    assert param == Param(kept, SOURCE)
    assert _set(journal, name, value) is None
    assert _set(journal, name, value, "另一规定") is not None


@pytest.mark.parametrize(
    ("name", "value", "source", "said"),
    [
        ("none", "15", SOURCE, "没有地方参数“none”"),
        ("days", "十五", SOURCE, "地方参数“征求意见天数”写成了“十五”：应为数字。"),
        ("days", "-1", SOURCE, "地方参数“征求意见天数”不能小于0"),
        ("days", "", SOURCE, "应为数字"),
        ("due", "2023-02-29", SOURCE, "2023年2月没有29日"),
        ("days", "15", " \n", "必须写出处"),
        ("days", "15", "长" * 2001, "超过2000个字"),
    ],
)
def test_what_is_no_figure_of_its_type_or_has_no_source_is_refused(
    name: str, value: str, source: str, said: str
) -> None:
    with pytest.raises(BadInputError) as caught:
        _set(Journal(LOCAL), name, value, source)
    assert said in caught.value.message


def test_an_unknown_name_is_answered_with_those_there_are() -> None:
    with pytest.raises(BadInputError) as caught:
        _set(Journal(LOCAL), "none", "15")
    assert caught.value.hint == "可写：征求意见天数（days）、报告截止日（due）。"
    with pytest.raises(BadInputError, match="没有地方参数"):
        _set(Journal(), "days", "15")


def test_one_label_for_two_figures_is_refused_and_an_id_wins() -> None:
    specs = [
        ParamSpec("a", "数额", "number"),
        ParamSpec("b", "数额", "number"),
        ParamSpec("c", "a", "number"),
    ]
    assert find_param(specs, "a").id == "a"
    with pytest.raises(BadInputError, match="有几个地方参数叫“数额”"):
        find_param(specs, "数额")


def test_a_figure_two_checklists_ask_for_is_one() -> None:
    asked = each_once(spec for c in LOCAL.checklists for spec in c.params)
    assert [spec.id for spec in asked] == ["days", "due"]


def test_a_figure_fills_the_sums_that_wait_for_it_and_undo_takes_it_back() -> None:
    journal = Journal(LOCAL)
    journal.answer(Change("a", "本单位", "x-1", facts={"from": "3.1", "to": "3.10"}))

    def said() -> str:
        return journal.board.sum_text(next(journal.board.rows()))

    assert "地方参数“征求意见天数”还没填" in said()
    wish = _set(journal, "days", "15")
    assert wish is not None
    journal.record(wish)
    assert said().endswith(f"应不少于15日（地方参数“征求意见天数”，出处：{SOURCE}），差6日 → 建议 未落实")
    journal.undo()
    assert journal.assessment.params == {}
    assert "还没填" in said()


def test_a_figure_is_cleared_once_and_undo_brings_it_back() -> None:
    journal = Journal(LOCAL)
    checklists = journal.library.checklists
    assert decide.clear_param(journal.assessment, checklists, "days") is None
    wish = _set(journal, "days", "15")
    assert wish is not None
    journal.record(wish)
    cleared = decide.clear_param(journal.assessment, checklists, "征求意见天数")
    assert cleared is not None
    assert misfit(*cleared) == ""
    journal.record(cleared)
    assert journal.assessment.params == {}
    assert history(journal.log)[-1].words == "days；清除"
    assert decide.clear_param(journal.assessment, checklists, "days") is None
    journal.undo()
    assert journal.assessment.params["days"].value == "15"
    with pytest.raises(BadInputError, match="没有地方参数“none”"):
        decide.clear_param(journal.assessment, checklists, "none")

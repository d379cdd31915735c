from __future__ import annotations

from typing import Any

import pytest

from fazhi_tui.domain.answers import NOTE_LIMIT, Evidence
from fazhi_tui.domain.filling.answering import Change, answer
from fazhi_tui.domain.verdict import Verdict
from fazhi_tui.errors import BadInputError
from tests.journal import Journal

KEY = ("juece", "规划", "m-1")


@pytest.fixture
def journal() -> Journal:
    made = Journal()
    made.add("juece", "规划")
    return made


def _change(**fields: Any) -> Change:  # noqa: ANN401
    return Change(*KEY, **fields)


def _recorded(journal: Journal, *changes: Change) -> list[dict[str, Any]]:
    wish = answer(journal.board, changes)
    return [] if wish is None else wish[1]["changes"]


def test_only_what_changes_is_recorded(journal: Journal) -> None:
    journal.answer(_change(verdict=Verdict.DONE, note="说明"))
    recorded = _recorded(journal, _change(verdict=Verdict.DONE, note="新说明"))
    assert recorded == [{"checklist": "juece", "object": "规划", "item": "m-1", "note": "新说明"}]


FULL = {
    "verdict": Verdict.DONE,
    "note": "说明",
    "facts": {"from": "2024-03-01", "why": "是"},
    "evidence": (Evidence("公告", "一号"),),
    "doubt": True,
}


@pytest.mark.parametrize(
    "again",
    [
        FULL,
        {"verdict": Verdict.DONE},
        {"note": " 说明\r\n"},
        {"facts": {"why": "有", "from": "2024年3月1日"}},
        {"evidence": (Evidence(" 公告 ", "一号"),)},
        {},
    ],
)
def test_a_change_to_what_is_already_so_makes_no_event(journal: Journal, again: dict[str, Any]) -> None:
    journal.answer(_change(**FULL))
    assert answer(journal.board, [_change(**again)]) is None


def test_a_blank_answer_cleared_again_makes_no_event(journal: Journal) -> None:
    assert answer(journal.board, [_change(verdict=None, note="", facts={}, evidence=())]) is None


def test_every_field_can_be_cleared(journal: Journal) -> None:
    journal.answer(_change(**FULL))
    journal.answer(_change(verdict=None, note="", facts={}, evidence=(), doubt=False))
    (row,) = [r for r in journal.board.rows() if r.key == KEY]
    assert (row.answer.verdict, row.answer.note, dict(row.answer.facts), row.answer.evidence) == (
        None,
        "",
        {},
        (),
    )


def test_changes_to_several_items_are_one_step(journal: Journal) -> None:
    before = len(journal.log)
    journal.answer(_change(verdict=Verdict.DONE), Change("juece", "本单位", "u-1", verdict=Verdict.MISSING))
    assert len(journal.log) == before + 1


@pytest.mark.parametrize("verdict", [Verdict.NOT_OCCURRED, Verdict.INAPPLICABLE])
def test_a_verdict_that_leaves_the_score_needs_a_reason(journal: Journal, verdict: Verdict) -> None:
    with pytest.raises(BadInputError, match=f"{verdict.value}.*理由"):
        answer(journal.board, [_change(verdict=verdict)])
    with pytest.raises(BadInputError, match="理由"):
        answer(journal.board, [_change(verdict=verdict, note=" \n ")])
    assert _recorded(journal, _change(verdict=verdict, note="没有此类事项"))


def test_the_reason_cannot_be_taken_away_from_under_such_a_verdict(journal: Journal) -> None:
    journal.answer(_change(verdict=Verdict.INAPPLICABLE, note="没有此类事项"))
    with pytest.raises(BadInputError, match="理由"):
        answer(journal.board, [_change(note="")])
    assert _recorded(journal, _change(verdict=Verdict.DONE, note=""))


def test_a_note_already_there_is_reason_enough(journal: Journal) -> None:
    journal.answer(_change(note="没有此类事项"))
    assert _recorded(journal, _change(verdict=Verdict.INAPPLICABLE))


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"from": "三月一日"}, "公告日.*日期"),
        ({"count": "许多"}, "意见数.*数字"),
        ({"why": "也许"}, "说明理由.*是或否"),
        ({"nothing": "1"}, "m-1.*nothing"),
    ],
)
def test_a_fact_of_the_wrong_type_or_not_asked_for_is_refused(
    journal: Journal, facts: dict[str, str], said: str
) -> None:
    with pytest.raises(BadInputError, match=said):
        answer(journal.board, [_change(facts=facts)])


def test_facts_are_kept_in_normal_form(journal: Journal) -> None:
    (recorded,) = _recorded(
        journal, _change(facts={"from": "2024年3月1日", "count": "１，２００", "why": "有"})
    )
    assert recorded["facts"] == {"from": "2024-03-01", "count": "1200", "why": "是"}


def test_evidence_without_a_title_is_refused(journal: Journal) -> None:
    with pytest.raises(BadInputError, match="佐证缺名称"):
        answer(journal.board, [_change(evidence=(Evidence("  ", "一号"),))])


def test_evidence_fields_are_one_line_without_the_sign_that_separates_them(journal: Journal) -> None:
    (recorded,) = _recorded(journal, _change(evidence=(Evidence("公告\n截图|甲"),)))
    title = recorded["evidence"][0]["title"]
    assert title.startswith("公告 截图")
    assert not set(title) & {"\n", "|", "｜"}


@pytest.mark.parametrize(
    "changed", [{"note": "字" * (NOTE_LIMIT + 1)}, {"evidence": (Evidence("字" * 201),)}]
)
def test_what_is_too_long_is_refused(journal: Journal, changed: dict[str, Any]) -> None:
    with pytest.raises(BadInputError, match="超过"):
        answer(journal.board, [_change(**changed)])


@pytest.mark.parametrize(
    "key",
    [("juece", "规划", "u-1"), ("juece", "没有", "m-1"), ("没有", "规划", "m-1"), ("juece", "规划", "")],
)
def test_an_item_that_is_not_asked_there_is_refused(journal: Journal, key: tuple[str, str, str]) -> None:
    with pytest.raises(BadInputError, match="没有这一条"):
        answer(journal.board, [Change(*key, verdict=Verdict.DONE)])


def test_one_bad_change_refuses_all(journal: Journal) -> None:
    good, bad = _change(verdict=Verdict.DONE), Change("juece", "本单位", "u-1", verdict=Verdict.INAPPLICABLE)
    with pytest.raises(BadInputError):
        answer(journal.board, [good, bad])


def test_two_changes_to_one_item_in_one_step_both_count(journal: Journal) -> None:
    journal.answer(_change(verdict=Verdict.INAPPLICABLE, note="没有此类事项"), _change(doubt=True))
    (row,) = [r for r in journal.board.rows() if r.key == KEY]
    assert (row.answer.verdict, row.answer.doubt) == (Verdict.INAPPLICABLE, True)

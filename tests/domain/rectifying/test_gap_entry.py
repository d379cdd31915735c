from __future__ import annotations

import pytest

from fazhi_tui.domain.gaps import find_gaps, gap_count
from fazhi_tui.domain.log.wish import Wish
from fazhi_tui.domain.rectifying import gap_entry
from fazhi_tui.domain.rectifying.manual_gap import SOURCES, ManualGap
from fazhi_tui.domain.verdict import Verdict
from fazhi_tui.errors import BadInputError, RefusedError
from tests.journal import Journal
from tests.rectified import MANUAL, add, close, entries, finalise, request, short
from tests.samples import SAMPLE


def _change(journal: Journal, id: str, **fields: str) -> Wish | None:
    return gap_entry.change_gap(journal.assessment, SAMPLE.checklists, id, fields)


def _withdraw(journal: Journal, id: str, reason: str = "经核实不属实") -> None:
    journal.record(gap_entry.withdraw_gap(journal.assessment, id, reason))


def _gap(journal: Journal, id: str) -> ManualGap:
    return journal.assessment.manual_gaps[id]


def test_a_manual_gap_keeps_its_words_its_basis_its_source_and_who_entered_it() -> None:
    journal = Journal()
    id = add(journal, checklist="juece", stage="公众参与")
    gap = _gap(journal, id)
    assert (gap.problem, gap.basis, gap.source) == (MANUAL["problem"], MANUAL["basis"], "督察")
    assert (gap.checklist, gap.stage, gap.actor) == ("juece", "canyu", "张某")


@pytest.mark.parametrize("source", SOURCES)
def test_each_source_is_taken(source: str) -> None:
    journal = Journal()
    assert _gap(journal, add(journal, source=source)).source == source


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"problem": " "}, "问题不能为空"),
        ({"basis": ""}, "依据不能为空"),
        ({"source": ""}, "没有写来源"),
        ({"source": "听说"}, "来源“听说”不认识"),
        ({"checklist": "没有"}, "没有清单“没有”"),
        ({"checklist": "juece", "stage": "没有"}, "没有环节“没有”"),
        ({"stage": "canyu"}, "没有写清单"),
        ({"problem": "长" * 2001}, "超过2000"),
    ],
)
def test_what_does_not_fit_is_refused(fields: dict[str, str], said: str) -> None:
    with pytest.raises(BadInputError, match=said) as caught:
        add(Journal(), **fields)
    assert caught.value.hint


def test_manual_gaps_count_and_are_numbered_behind_the_derived_ones_before_the_advice() -> None:
    journal = short()
    journal.add("juece", "规划")
    journal.say("juece", "规划", "m-may", Verdict.MISSING)
    first, second = add(journal), add(journal)
    assert gap_count(journal.board) == 3
    assert [(e.number, e.item) for e in entries(journal)] == [
        (1, "u-1"),
        (2, first),
        (3, second),
        (4, "m-may"),
    ]
    assert [gap.number for gap in find_gaps(journal.board)] == [1, 4]


def test_an_id_is_kept_when_others_go_and_never_given_again() -> None:
    journal = Journal()
    first, second = add(journal), add(journal)
    _withdraw(journal, first)
    third = add(journal)
    assert len({first, second, third}) == 3
    assert [e.item for e in entries(journal)] == [second, third]


def test_a_change_records_only_what_changes() -> None:
    journal = Journal()
    id = add(journal, checklist="juece", stage="canyu")
    assert _change(journal, id, source="督察", stage="公众参与") is None
    wish = _change(journal, id, source="审计", basis=MANUAL["basis"])
    assert wish == ("gap_changed", {"id": id, "source": "审计"})
    journal.record(wish)
    assert (_gap(journal, id).source, _gap(journal, id).problem) == ("审计", MANUAL["problem"])


def test_another_checklist_leaves_the_stage_of_the_former_behind() -> None:
    journal = Journal()
    id = add(journal, checklist="juece", stage="canyu")
    wish = _change(journal, id, checklist="zhifa")
    assert wish == ("gap_changed", {"id": id, "checklist": "zhifa", "stage": ""})


def test_a_withdrawn_gap_is_none_and_says_why() -> None:
    journal = Journal()
    id = add(journal)
    with pytest.raises(BadInputError, match="必须写理由"):
        _withdraw(journal, id, " ")
    _withdraw(journal, id)
    assert gap_count(journal.board) == 0
    assert entries(journal) == ()
    assert _gap(journal, id).withdrawn == "经核实不属实"
    with pytest.raises(BadInputError, match="没有编号为"):
        _withdraw(journal, id)
    with pytest.raises(BadInputError, match="没有编号为"):
        _change(journal, id, source="审计")


def test_undo_brings_each_step_on_a_manual_gap_back() -> None:
    journal = Journal()
    id = add(journal)
    wish = _change(journal, id, source="审计")
    assert wish is not None
    journal.record(wish)
    _withdraw(journal, id)
    journal.undo()
    assert _gap(journal, id).withdrawn == ""
    journal.undo()
    assert _gap(journal, id).source == "督察"
    journal.undo()
    assert journal.assessment.manual_gaps == {}


def test_one_can_be_entered_when_it_is_final_and_not_while_it_is_submitted() -> None:
    journal = short()
    journal.move("submitted")
    with pytest.raises(RefusedError, match="送审"):
        add(journal)
    final = short(final=True)
    assert _gap(final, add(final)).source == "督察"


@pytest.mark.parametrize("is_closed", [False, True])
def test_a_gap_whose_closing_was_asked_for_keeps_its_words(is_closed: bool) -> None:
    journal = Journal()
    id = add(journal)
    finalise(journal)
    request(journal, (id,))
    if is_closed:
        close(journal, (id,))
    with pytest.raises(RefusedError, match="不能再改或撤回"):
        _change(journal, id, source="审计")
    with pytest.raises(RefusedError, match="不能再改或撤回"):
        _withdraw(journal, id)

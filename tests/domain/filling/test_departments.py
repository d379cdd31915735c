from __future__ import annotations

import pytest

from fazhi_tui.domain.filling.departments import assign, stages_of
from fazhi_tui.errors import BadInputError
from tests.journal import Journal
from tests.samples import SAMPLE


def _assign(journal: Journal, checklist: str, stages: list[str], department: str) -> bool:
    wish = assign(journal.assessment, SAMPLE.checklists, checklist, stages, department)
    if wish is not None:
        journal.record(wish)
    return wish is not None


def test_a_stage_is_given_by_id_or_title_and_a_whole_checklist_without_one() -> None:
    journal = Journal()
    assert _assign(journal, "juece", ["公众参与"], "规划科")
    assert _assign(journal, "zhifa", [], "执法队")
    assert journal.assessment.departments == {
        ("juece", "canyu"): "规划科",
        ("zhifa", "gongshi"): "执法队",
        ("zhifa", "shenhe"): "执法队",
        ("zhifa", "lvzhi"): "执法队",
    }
    assert stages_of(journal.assessment, SAMPLE.checklists, " 规划科 ") == {("juece", "canyu")}


def test_what_is_so_already_makes_no_event_and_only_the_rest_is_recorded() -> None:
    journal = Journal()
    _assign(journal, "juece", ["canyu"], "规划科")
    assert not _assign(journal, "juece", ["canyu", "公众参与"], "规划科")
    assert _assign(journal, "juece", [], "规划科")
    assert [s["stage"] for s in journal.log.officer[-1].payload["stages"]] == ["zhidu"]


def test_a_stage_can_be_given_to_another_or_taken_back_and_undone() -> None:
    journal = Journal()
    _assign(journal, "juece", ["canyu"], "规划科")
    _assign(journal, "juece", ["canyu"], "法规科")
    assert journal.assessment.departments == {("juece", "canyu"): "法规科"}
    _assign(journal, "juece", [], "")
    assert journal.assessment.departments == {}
    journal.undo()
    journal.undo()
    assert journal.assessment.departments == {("juece", "canyu"): "规划科"}


@pytest.mark.parametrize(
    ("checklist", "stages", "department", "said"),
    [
        ("没有", [], "规划科", "没有清单“没有”"),
        ("juece", ["没有"], "规划科", "没有环节“没有”"),
        ("juece", [], "规/划", "路径分隔符"),
        ("juece", [], "  ", "不能为空"),
    ],
)
def test_what_does_not_fit_is_refused(checklist: str, stages: list[str], department: str, said: str) -> None:
    with pytest.raises(BadInputError, match=said):
        _assign(Journal(), checklist, stages, department)


def test_a_department_without_stages_is_told_who_has_some() -> None:
    journal = Journal()
    with pytest.raises(BadInputError) as caught:
        stages_of(journal.assessment, SAMPLE.checklists, "规划科")
    assert "fazhi dept" in caught.value.hint
    _assign(journal, "juece", [], "法规科")
    with pytest.raises(BadInputError) as caught:
        stages_of(journal.assessment, SAMPLE.checklists, "规划科")
    assert "法规科" in caught.value.hint

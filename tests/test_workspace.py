from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from fazhi_tui.domain.filling.answering import Change
from fazhi_tui.domain.verdict import Verdict
from fazhi_tui.errors import BadInputError, DamagedError, FazhiError
from fazhi_tui.loading.checklists.findings import FileFaultsError
from fazhi_tui.storage.archive import Archive
from fazhi_tui.workspace import NewAssessment, Workspace
from tests.samples import checklist, item, stage, write_toml

WANTED = NewAssessment("某局", 2023, "部门")


def test_a_new_assessment_opens_as_it_was_wanted(workspace: Workspace) -> None:
    wanted = NewAssessment(
        "越城区文化广电旅游局", 2023, "部门", ("执法权",), ("zhifa",), "半年", is_demo=True
    )
    id = workspace.create(wanted)
    assessment = workspace.open(id, writable=False).assessment
    assert id == assessment.id == "越城区文化广电旅游局-2023-半年"
    assert (assessment.unit, assessment.year, assessment.kind) == ("越城区文化广电旅游局", 2023, "部门")
    assert (assessment.flags, assessment.round, assessment.is_demo) == (frozenset({"执法权"}), "半年", True)
    assert [id for id, _ in assessment.adopted] == ["zhifa"]


def test_one_that_another_process_made_at_the_same_moment_is_not_written_over(
    workspace: Workspace, id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Archive, "make_folder", lambda archive, *_: archive.store(id))
    with pytest.raises(BadInputError, match="另一个程序刚建了"):
        workspace.create(replace(WANTED, unit="某_局"))
    assert workspace.open(id, writable=False).assessment.unit == "某局"


def test_without_a_choice_all_checklists_are_adopted_and_kept_with_the_assessment(
    workspace: Workspace,
) -> None:
    session = workspace.open(workspace.create(WANTED), writable=False)
    assert [c.id for c in session.library.checklists] == ["juece", "zhifa"]
    assert session.library == workspace.library()


def test_an_assessment_explains_itself_when_the_shipped_checklists_have_gone(
    workspace: Workspace, id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("fazhi_tui.workspace.shipped_checklists_folder", lambda: workspace.data / "none")
    assert len(list(workspace.open(id, writable=False).board.rows())) == 4


@pytest.mark.parametrize("unit", ["甲[/]乙 [x=1]", "CON", "局" * 60])
def test_an_odd_but_legal_unit_is_kept_as_it_is_in_a_folder_with_a_safe_name(
    workspace: Workspace, unit: str
) -> None:
    id = workspace.create(replace(WANTED, unit=unit))
    assert workspace.open(id, writable=False).assessment.unit == unit
    assert not set(id) & set('\\/:*?"<>|')
    (listed,) = workspace.list()
    assert listed.summary is not None
    assert listed.summary["entry"]["unit"] == unit


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"unit": ""}, "不能为空"),
        ({"unit": "甲/乙"}, "路径分隔符"),
        ({"unit": "局" * 61}, "超过60"),
        ({"unit": "甲\x07"}, "控制字符"),
        ({"year": 1999}, "年度1999"),
        ({"kind": "公司"}, "单位类别"),
        ({"flags": ("x",)}, "单位职权"),
        ({"checklists": ("juece", "没有")}, "没有清单“没有”"),
    ],
)
def test_a_bad_wish_is_refused_and_makes_nothing(
    workspace: Workspace, changed: dict[str, object], said: str
) -> None:
    with pytest.raises(BadInputError, match=said):
        workspace.create(replace(WANTED, **changed))  # type: ignore[arg-type]
    assert not (workspace.data / "assessments").exists()


def test_the_same_unit_year_and_round_again_is_refused_and_another_round_is_not(workspace: Workspace) -> None:
    first = workspace.create(WANTED)
    for again in (WANTED, replace(WANTED, unit=" 某局 "), replace(WANTED, kind="政府")):
        with pytest.raises(BadInputError, match="已有“某局 2023年度”的自查") as caught:
            workspace.create(again)
        assert first in caught.value.message
    workspace.create(replace(WANTED, year=2024))
    workspace.create(replace(WANTED, round="半年"))
    with pytest.raises(BadInputError, match="2023年度 半年"):
        workspace.create(replace(WANTED, round="半年"))
    assert len(workspace.list()) == 3


def test_a_fault_in_any_checklist_file_stops_the_making(workspace: Workspace) -> None:
    write_toml(workspace.own_checklists, checklist("own", stage("a", "甲", "unit", item("o-1", points=0))))
    with pytest.raises(FileFaultsError, match=r"own\.toml"):
        workspace.create(WANTED)
    assert workspace.list() == []


def test_the_units_own_checklists_are_offered_behind_the_shipped_ones(workspace: Workspace) -> None:
    write_toml(workspace.own_checklists, checklist("a-own", stage("a", "甲", "unit", item("o-1"))))
    assert [c.id for c in workspace.library().checklists] == ["juece", "zhifa", "a-own"]


def test_an_id_of_a_shipped_item_in_an_own_checklist_is_refused(workspace: Workspace) -> None:
    write_toml(workspace.own_checklists, checklist("own", stage("a", "甲", "unit", item("u-1"))))
    with pytest.raises(FileFaultsError, match="u-1"):
        workspace.library()


def test_a_replacement_is_adopted_without_being_named_and_its_other_items_are_not(
    workspace: Workspace,
) -> None:
    own = stage("a", "甲", "unit", item("u-1", replaces=True, question="本地怎样？"), item("o-1"))
    write_toml(workspace.own_checklists, checklist("own", own))
    library = workspace.library()
    assert workspace.default_checklists(library) == ("juece", "zhifa")
    session = workspace.open(workspace.create(WANTED), writable=False)
    assert [c.id for c in session.library.checklists] == ["juece", "zhifa"]
    assert [i.question for c in session.library.checklists for _, i in c.items() if i.is_local] == [
        "本地怎样？"
    ]
    named = workspace.create(replace(WANTED, unit="乙局", checklists=("juece", "own")))
    adopted = workspace.open(named, writable=False).library
    assert [next(i.id for _, i in c.items()) for c in adopted.checklists] == ["u-1", "o-1"]


def test_an_own_file_of_replacements_alone_is_no_checklist(workspace: Workspace) -> None:
    write_toml(
        workspace.own_checklists, checklist("own", stage("a", "甲", "unit", item("u-1", replaces=True)))
    )
    assert [c.id for c in workspace.library().checklists] == ["juece", "zhifa"]
    assert workspace.default_checklists(workspace.library()) == ("juece", "zhifa")
    with pytest.raises(BadInputError, match="没有清单“own”"):
        workspace.create(replace(WANTED, checklists=("own",)))


def test_checklist_files_are_parted_by_the_folder_they_lie_in(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path / "shipped")
    given = [Path("zhifa.toml"), tmp_path / "x" / "zhifa.toml", tmp_path / "shipped" / "juece.toml"]
    assert workspace.shipped_and_own(given) == ([given[0], given[2]], [given[1]])


def test_an_assessment_is_opened_by_a_unique_beginning_of_its_id(workspace: Workspace, id: str) -> None:
    assert workspace.open("某", writable=False).id == id
    with pytest.raises(BadInputError, match="没有编号"):
        workspace.open("乙", writable=False)


def test_a_damaged_assessment_is_listed_with_its_fault_and_hides_no_other(
    workspace: Workspace, id: str
) -> None:
    other = workspace.create(replace(WANTED, unit="乙局"))
    path = workspace.data / "assessments" / id / "events.json"
    path.write_bytes(b"{")
    by_id = {listed.id: listed for listed in workspace.list()}
    assert isinstance(by_id[id].fault, DamagedError)
    assert by_id[id].summary is None
    assert by_id[other].summary is not None
    assert path.read_bytes() == b"{"
    workspace.create(replace(WANTED, unit="丙局"))


def test_listing_shows_what_the_last_writer_left_even_if_it_was_killed(workspace: Workspace, id: str) -> None:
    workspace.list()
    killed = workspace.open(id, writable=True)
    killed.answer([Change("juece", "本单位", "u-red", verdict=Verdict.MISSING)])
    (listed,) = workspace.list()
    assert listed.summary is not None
    assert (listed.summary["entry"]["redlines"], listed.summary["entry"]["gaps"]) == (1, 1)
    killed.close()


def test_delete_moves_the_assessment_to_the_trash_whole(workspace: Workspace, id: str) -> None:
    events = (workspace.data / "assessments" / id / "events.json").read_bytes()
    where = workspace.delete(id)
    assert where == workspace.data / "trash" / f"{id}-20261124-090000"
    assert (where / "events.json").read_bytes() == events
    assert workspace.list() == []
    with pytest.raises(FazhiError, match="没有编号"):
        workspace.open(id, writable=False)
    assert workspace.create(replace(WANTED, flags=("执法权",))) == id

"""Hand-over files and the data folder they meet: where they belong, what is refused and left alone."""

from __future__ import annotations

import errno

import pytest

from fazhi_tui.domain.verdict import Verdict
from fazhi_tui.errors import BadInputError, DamagedError, FazhiError, LockedError, RefusedError
from fazhi_tui.loading.handover import read_handover
from fazhi_tui.workspace import NewAssessment, Workspace
from tests.domain.resealed import forged
from tests.exchanged import (
    ID,
    UNIT_1,
    Computer,
    file_bytes,
    file_of,
    say,
    tree,
)
from tests.handed import forged_file


def test_a_folder_that_was_renamed_is_found_by_what_is_in_it(
    workspace: Workspace, computer: Computer
) -> None:
    adviser = computer("律师")
    adviser.merge(file_of(workspace), takes_over=False)
    home = adviser.data / "assessments"
    (home / ID).rename(home / "取回的")
    say(workspace, UNIT_1, Verdict.DONE)
    assert adviser.merge(file_of(workspace), takes_over=False).id == "取回的"
    assert [listed.id for listed in adviser.list()] == ["取回的"]


def test_another_assessment_with_the_same_id_is_refused_and_left_alone(
    workspace: Workspace, computer: Computer
) -> None:
    other = computer("律师")
    other.create(NewAssessment("某局", 2023, "部门"))
    before = tree(other)
    with pytest.raises(RefusedError, match="另一份自查"):
        other.merge(file_of(workspace), takes_over=False)
    assert tree(other) == before


def test_a_damaged_copy_is_not_merged_into(workspace: Workspace, computer: Computer) -> None:
    other = computer("律师")
    other.merge(file_of(workspace), takes_over=False)
    (other.data / "assessments" / ID / "events.json").write_bytes(b"{")
    before = tree(other)
    with pytest.raises(DamagedError):
        other.merge(file_of(workspace), takes_over=False)
    assert tree(other) == before


def test_another_damaged_assessment_is_in_nobody_s_way(workspace: Workspace, computer: Computer) -> None:
    other = computer("律师")
    broken = other.create(NewAssessment("乙局", 2023, "部门"))
    (other.data / "assessments" / broken / "events.json").write_bytes(b"{")
    assert other.merge(file_of(workspace), takes_over=False).id == ID


ESCAPES = ["..", "../x", "a/b", "a\\b", "/etc", "C:", ".lock", "a\u202eb", " a", "a.", "x" * 300, "e\u0301"]


@pytest.mark.parametrize("escaping", [*ESCAPES, "~2", "a~2~3", "a~x", "CON/../y"])
def test_an_id_that_is_no_folder_of_ours_is_refused(
    workspace: Workspace, computer: Computer, escaping: str
) -> None:
    events = forged(workspace.open(ID, writable=False).log, "created", id=escaping)
    other = computer("律师")
    with pytest.raises(BadInputError, match=r"不能作文件夹名|不能用的字符"):
        other.merge(read_handover(forged_file(file_bytes(workspace), events), file="x"), takes_over=False)
    assert not other.data.exists()


def test_an_id_that_differs_only_in_case_is_refused(workspace: Workspace, computer: Computer) -> None:
    other = computer("律师")
    for name, home in (("A局", workspace), ("a局", other)):
        home.create(NewAssessment(name, 2023, "部门"))
    before = tree(other)
    with pytest.raises(BadInputError, match="只差大小写"):
        other.merge(file_of(workspace, "A局-2023"), takes_over=False)
    assert tree(other) == before


def test_the_second_of_two_similar_names_arrives_under_its_number(
    workspace: Workspace, computer: Computer
) -> None:
    first, second = (workspace.create(NewAssessment(unit, 2023, "部门")) for unit in ("甲:乙", "甲*乙"))
    assert second == f"{first}~2"
    other = computer("律师")
    for id in (first, second):
        assert other.merge(file_of(workspace, id), takes_over=False).id == id


def test_what_another_process_has_open_is_locked(workspace: Workspace, computer: Computer) -> None:
    other = computer("律师")
    other.merge(file_of(workspace), takes_over=False)
    say(workspace, UNIT_1, Verdict.DONE)
    given = file_of(workspace)
    with other.open(ID, writable=True):
        assert other.preview_merge(given, takes_over=False).change.coming
        with pytest.raises(LockedError, match="律师"):
            other.merge(given, takes_over=False)
    assert other.merge(given, takes_over=False).change.coming


@pytest.mark.parametrize("takes_over", [False, True])
@pytest.mark.parametrize("module", ["adopted", "segments"])
def test_a_disk_that_refuses_leaves_no_assessment_and_the_next_try_makes_it(
    workspace: Workspace, computer: Computer, monkeypatch: pytest.MonkeyPatch, module: str, takes_over: bool
) -> None:
    other = computer("律师")

    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    with monkeypatch.context() as patched:
        patched.setattr(f"fazhi_tui.storage.{module}.write_bytes", full)
        with pytest.raises(FazhiError, match="磁盘已满") as caught:
            other.merge(file_of(workspace), takes_over=takes_over)
    assert "没有合并" in caught.value.hint
    assert other.list() == []
    assert other.merge(file_of(workspace), takes_over=takes_over).id == ID

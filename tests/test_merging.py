"""Hand-over files in data folders: who may write, how lanes meet, what two writers make of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from fazhi_tui.domain.answers import Opinion
from fazhi_tui.domain.filling.answering import Change
from fazhi_tui.domain.log.merge import ForkError
from fazhi_tui.domain.verdict import Verdict
from fazhi_tui.errors import RefusedError
from fazhi_tui.storage.store import AssessmentStore
from fazhi_tui.workspace import Workspace
from tests.exchanged import (
    ADVISER,
    ID,
    OFFICER,
    UNIT_1,
    UNIT_2,
    Computer,
    file_bytes,
    file_of,
    lane,
    record,
    review,
    say,
    submit,
    tree,
)
from tests.journal import review_wish
from tests.samples import DECISIONS, ENFORCEMENT, write_toml


def test_a_copy_that_arrives_is_the_adviser_s_and_equal(workspace: Workspace, computer: Computer) -> None:
    say(workspace, UNIT_1, Verdict.PARTLY)
    other = computer("律师")
    merging = other.merge(file_of(workspace), takes_over=False)
    assert (merging.id, merging.before, merging.writer) == (ID, None, ADVISER)
    here, there = (w.open(ID, writable=False) for w in (workspace, other))
    assert there.log == here.log
    assert there.assessment == here.assessment
    assert there.check_code == here.check_code
    assert (here.lane, there.lane) == (OFFICER, ADVISER)
    assert [listed.id for listed in other.list()] == [ID]


def test_an_adviser_s_copy_refuses_every_verb_of_the_officer_and_writes_nothing(
    workspace: Workspace, computer: Computer
) -> None:
    other = computer("律师")
    other.merge(file_of(workspace), takes_over=False)
    before = tree(other)
    with other.open(ID, writable=True) as session:
        verbs: list[Callable[[], object]] = [
            lambda: session.answer([Change(*UNIT_1, verdict=Verdict.DONE)]),
            lambda: session.change_profile(has=["许可权"], lacks=[]),
            lambda: session.add_sheet("juece", "规划"),
            lambda: session.declare_absent("juece", "matter", "本年没有"),
        ]
        for verb in verbs:
            with pytest.raises(RefusedError, match="由复核一方写") as caught:
                verb()
            assert "--take-over" in caught.value.hint
        with pytest.raises(RefusedError):
            session.undo()
    assert tree(other) == before


def test_an_officer_s_copy_refuses_to_review(workspace: Workspace, id: str) -> None:
    submit(workspace)
    with workspace.open(id, writable=True) as session, pytest.raises(RefusedError, match="由自评一方写"):
        session._record(review_wish(session.assessment, UNIT_1, Opinion.AGREE))


def test_reviews_go_back_and_forth_and_both_sides_are_equal(workspace: Workspace, computer: Computer) -> None:
    adviser = computer("律师")
    say(workspace, UNIT_1, Verdict.DONE)
    submit(workspace)
    adviser.merge(file_of(workspace), takes_over=False)
    review(adviser, Verdict.HOLLOW)
    with adviser.open(ID, writable=True) as session:
        record(session, "returned", text="请改")
    back = workspace.merge(file_of(adviser), takes_over=False)
    assert [event.kind for event in back.change.coming] == ["reviewed", "returned"]
    assert (lane(workspace), lane(adviser)) == (OFFICER, ADVISER)
    say(workspace, UNIT_1, Verdict.PARTLY)
    submit(workspace)
    adviser.merge(file_of(workspace), takes_over=False)
    sides = [w.open(ID, writable=False) for w in (workspace, adviser)]
    assert sides[0].log == sides[1].log
    assert sides[0].assessment == sides[1].assessment
    assert file_bytes(workspace) == file_bytes(adviser)


def test_the_same_file_again_and_an_older_one_change_nothing(
    workspace: Workspace, computer: Computer
) -> None:
    older = file_of(workspace)
    say(workspace, UNIT_1, Verdict.DONE)
    newer = file_of(workspace)
    adviser = computer("律师")
    adviser.merge(newer, takes_over=False)
    before = tree(adviser)
    for file in (newer, older, newer):
        merging = adviser.merge(file, takes_over=False)
        assert not merging.changes_anything
        assert tree(adviser) == before
    assert len(adviser.merge(older, takes_over=False).change.lacking) == 1


def test_a_preview_writes_nothing_and_says_what_a_merge_does(
    workspace: Workspace, computer: Computer
) -> None:
    adviser = computer("律师")
    preview = adviser.preview_merge(file_of(workspace), takes_over=False)
    assert not adviser.data.exists()
    assert adviser.merge(file_of(workspace), takes_over=False) == preview
    say(workspace, UNIT_1, Verdict.DONE)
    before = tree(adviser)
    preview = adviser.preview_merge(file_of(workspace), takes_over=True)
    assert preview.changes_anything
    assert tree(adviser) == before
    assert adviser.merge(file_of(workspace), takes_over=True) == preview


def test_a_merge_brings_every_set_of_checklists_and_uses_the_last(
    workspace: Workspace, computer: Computer, tmp_path: Path
) -> None:
    adviser = computer("律师")
    adviser.merge(file_of(workspace), takes_over=False)
    old = workspace.open(ID, writable=False).library
    write_toml(tmp_path / "shipped", DECISIONS | {"version": "2027.01"}, ENFORCEMENT)
    with workspace.open(ID, writable=True) as session:
        assert session.adopt(*workspace.newest(session))
    adviser.merge(file_of(workspace), takes_over=False)
    store = AssessmentStore(adviser.data / "assessments" / ID)
    (store.folder / "checklists.json").unlink()
    assert adviser.open(ID, writable=False).library.checklists[0].version == "2027.01"
    assert store.read_checklists(old.digest) == list(old.data)
    third = computer("第三台")
    third.merge(file_of(adviser), takes_over=True)
    with third.open(ID, writable=True) as session:
        session.undo()
        assert session.library == old


def test_a_new_computer_takes_over_and_the_old_one_s_later_step_is_a_fork_both_keep(
    workspace: Workspace, computer: Computer
) -> None:
    new = computer("新电脑")
    new.merge(file_of(workspace), takes_over=True)
    assert lane(new) is OFFICER
    say(new, UNIT_1, Verdict.DONE)
    say(workspace, UNIT_2, Verdict.MISSING)
    sides = {workspace: tree(workspace), new: tree(new)}
    for here, there in ((workspace, new), (new, workspace)):
        with pytest.raises(ForkError, match="自评记录从第3条起分叉"):
            here.merge(file_of(there), takes_over=False)
        with pytest.raises(ForkError):
            here.preview_merge(file_of(there), takes_over=True)
        assert tree(here) == sides[here]


def test_the_old_computer_goes_on_from_the_new_one_s_file_if_it_did_not_write(
    workspace: Workspace, computer: Computer
) -> None:
    new = computer("新电脑")
    new.merge(file_of(workspace), takes_over=True)
    say(new, UNIT_1, Verdict.DONE)
    workspace.merge(file_of(new), takes_over=False)
    say(workspace, UNIT_2, Verdict.DONE)
    new.merge(file_of(workspace), takes_over=False)
    assert new.open(ID, writable=False).log == workspace.open(ID, writable=False).log


def test_two_advisers_reviews_are_a_fork_too(workspace: Workspace, computer: Computer) -> None:
    say(workspace, UNIT_1, Verdict.DONE)
    submit(workspace)
    first, second = computer("甲律师"), computer("乙律师事务所")
    for adviser, verdict in ((first, Verdict.PARTLY), (second, Verdict.HOLLOW)):
        adviser.merge(file_of(workspace), takes_over=False)
        review(adviser, verdict)
    workspace.merge(file_of(first), takes_over=False)
    before = tree(workspace)
    with pytest.raises(ForkError, match=r"复核记录从第1条起分叉.*甲律师.*乙律师事务所"):
        workspace.merge(file_of(second), takes_over=False)
    assert tree(workspace) == before


def test_an_adviser_s_copy_can_be_taken_over_later(workspace: Workspace, computer: Computer) -> None:
    new = computer("新电脑")
    new.merge(file_of(workspace), takes_over=False)
    log = new.open(ID, writable=False).log
    merging = new.merge(file_of(workspace), takes_over=True)
    assert (merging.old_writer, merging.writer, merging.change.coming) == (ADVISER, OFFICER, ())
    assert new.open(ID, writable=False).log == log
    say(new, UNIT_1, Verdict.DONE)


def test_a_copy_with_reviews_that_are_nowhere_else_cannot_be_taken_over(
    workspace: Workspace, computer: Computer
) -> None:
    say(workspace, UNIT_1, Verdict.DONE)
    submit(workspace)
    adviser = computer("律师")
    adviser.merge(file_of(workspace), takes_over=False)
    review(adviser, Verdict.PARTLY)
    before = tree(adviser)
    with pytest.raises(RefusedError, match="有1条不在文件里"):
        adviser.merge(file_of(workspace), takes_over=True)
    assert tree(adviser) == before
    workspace.merge(file_of(adviser), takes_over=False)
    adviser.merge(file_of(workspace), takes_over=True)
    assert lane(adviser) is OFFICER


def test_taking_over_what_one_writes_anyway_changes_nothing(workspace: Workspace, id: str) -> None:
    before = tree(workspace)
    assert not workspace.merge(file_of(workspace), takes_over=True).changes_anything
    assert tree(workspace) == before


def test_what_is_being_typed_on_a_copy_stays(workspace: Workspace, computer: Computer) -> None:
    other = computer("新电脑")
    other.merge(file_of(workspace), takes_over=True)
    with other.open(ID, writable=True) as session:
        session.keep_draft(Change(*UNIT_1, note="写到一半"))
    other.merge(file_of(workspace), takes_over=False)
    assert AssessmentStore(other.data / "assessments" / ID).read_draft() is not None

"""Hand-over files in data folders: who may write, where a file belongs, what is refused and left alone."""

from __future__ import annotations

import errno
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from fazhi_tui.domain.answers import Opinion
from fazhi_tui.domain.filling.answering import Change
from fazhi_tui.domain.log.events import Lane
from fazhi_tui.domain.log.merge import ForkError
from fazhi_tui.domain.verdict import Verdict
from fazhi_tui.errors import BadInputError, DamagedError, FazhiError, LockedError, RefusedError
from fazhi_tui.loading.handover import Handover, read_handover
from fazhi_tui.session import Session
from fazhi_tui.storage.store import AssessmentStore
from fazhi_tui.workspace import NewAssessment, Workspace
from tests.domain.resealed import forged
from tests.handed import forged_file
from tests.journal import review_wish
from tests.samples import DECISIONS, ENFORCEMENT, START, write_toml

ID = "某局-2023"
UNIT_1 = ("juece", "本单位", "u-1")
UNIT_2 = ("juece", "本单位", "u-2")
OFFICER, ADVISER = Lane.OFFICER, Lane.ADVISER
Computer = Callable[[str], Workspace]


@pytest.fixture
def computer(tmp_path: Path, id: str) -> Computer:
    """Other data folders by name; each person's clock is another, as in life."""
    assert id == ID

    def other(name: str) -> Workspace:
        at = START + timedelta(hours=len(name))
        return Workspace(tmp_path / name, actor=name, clock=lambda: at)

    return other


def _bytes(workspace: Workspace, id: str = ID) -> bytes:
    path = workspace.data / "交接.fazhi"
    workspace.open(id, writable=False).export_handover(path)
    data = path.read_bytes()
    path.unlink()
    return data


def _file(workspace: Workspace, id: str = ID) -> Handover:
    return read_handover(_bytes(workspace, id), file="交接.fazhi")


def _say(workspace: Workspace, key: tuple[str, str, str], verdict: Verdict, id: str = ID) -> None:
    with workspace.open(id, writable=True) as session:
        session.answer([Change(*key, verdict=verdict)])


def _record(session: Session, kind: str, **payload: object) -> None:
    session._record((kind, dict(payload)))


def _submit(workspace: Workspace) -> None:
    with workspace.open(ID, writable=True) as session:
        _record(session, "submitted")


def _review(workspace: Workspace, verdict: Verdict, text: str = "意见") -> None:
    with workspace.open(ID, writable=True) as session:
        session._record(review_wish(session.assessment, UNIT_1, Opinion.CORRECT, verdict, text))


def _tree(workspace: Workspace) -> dict[str, bytes]:
    passing = {".lock", ".owner.json", "summary.json"}
    files = [p for p in workspace.data.rglob("*") if p.is_file() and p.name not in passing]
    return {str(p.relative_to(workspace.data)): p.read_bytes() for p in files}


def _lane(workspace: Workspace, id: str = ID) -> Lane:
    return workspace.open(id, writable=False).lane


def test_a_copy_that_arrives_is_the_adviser_s_and_equal(workspace: Workspace, computer: Computer) -> None:
    _say(workspace, UNIT_1, Verdict.PARTLY)
    other = computer("律师")
    merging = other.merge(_file(workspace), takes_over=False)
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
    other.merge(_file(workspace), takes_over=False)
    before = _tree(other)
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
    assert _tree(other) == before


def test_an_officer_s_copy_refuses_to_review(workspace: Workspace, id: str) -> None:
    _submit(workspace)
    with workspace.open(id, writable=True) as session, pytest.raises(RefusedError, match="由自评一方写"):
        session._record(review_wish(session.assessment, UNIT_1, Opinion.AGREE))


def test_reviews_go_back_and_forth_and_both_sides_are_equal(workspace: Workspace, computer: Computer) -> None:
    adviser = computer("律师")
    _say(workspace, UNIT_1, Verdict.DONE)
    _submit(workspace)
    adviser.merge(_file(workspace), takes_over=False)
    _review(adviser, Verdict.HOLLOW)
    with adviser.open(ID, writable=True) as session:
        _record(session, "returned", text="请改")
    back = workspace.merge(_file(adviser), takes_over=False)
    assert [event.kind for event in back.change.coming] == ["reviewed", "returned"]
    assert (_lane(workspace), _lane(adviser)) == (OFFICER, ADVISER)
    _say(workspace, UNIT_1, Verdict.PARTLY)
    _submit(workspace)
    adviser.merge(_file(workspace), takes_over=False)
    sides = [w.open(ID, writable=False) for w in (workspace, adviser)]
    assert sides[0].log == sides[1].log
    assert sides[0].assessment == sides[1].assessment
    assert _bytes(workspace) == _bytes(adviser)


def test_the_same_file_again_and_an_older_one_change_nothing(
    workspace: Workspace, computer: Computer
) -> None:
    older = _file(workspace)
    _say(workspace, UNIT_1, Verdict.DONE)
    newer = _file(workspace)
    adviser = computer("律师")
    adviser.merge(newer, takes_over=False)
    before = _tree(adviser)
    for file in (newer, older, newer):
        merging = adviser.merge(file, takes_over=False)
        assert not merging.changes_anything
        assert _tree(adviser) == before
    assert len(adviser.merge(older, takes_over=False).change.lacking) == 1


def test_a_preview_writes_nothing_and_says_what_a_merge_does(
    workspace: Workspace, computer: Computer
) -> None:
    adviser = computer("律师")
    preview = adviser.preview_merge(_file(workspace), takes_over=False)
    assert not adviser.data.exists()
    assert adviser.merge(_file(workspace), takes_over=False) == preview
    _say(workspace, UNIT_1, Verdict.DONE)
    before = _tree(adviser)
    preview = adviser.preview_merge(_file(workspace), takes_over=True)
    assert preview.changes_anything
    assert _tree(adviser) == before
    assert adviser.merge(_file(workspace), takes_over=True) == preview


def test_a_merge_brings_every_set_of_checklists_and_uses_the_last(
    workspace: Workspace, computer: Computer, tmp_path: Path
) -> None:
    adviser = computer("律师")
    adviser.merge(_file(workspace), takes_over=False)
    old = workspace.open(ID, writable=False).library
    write_toml(tmp_path / "shipped", DECISIONS | {"version": "2027.01"}, ENFORCEMENT)
    with workspace.open(ID, writable=True) as session:
        assert session.adopt(*workspace.newest(session))
    adviser.merge(_file(workspace), takes_over=False)
    store = AssessmentStore(adviser.data / "assessments" / ID)
    (store.folder / "checklists.json").unlink()
    assert adviser.open(ID, writable=False).library.checklists[0].version == "2027.01"
    assert store.read_checklists(old.digest) == list(old.data)
    third = computer("第三台")
    third.merge(_file(adviser), takes_over=True)
    with third.open(ID, writable=True) as session:
        session.undo()
        assert session.library == old


def test_a_new_computer_takes_over_and_the_old_one_s_later_step_is_a_fork_both_keep(
    workspace: Workspace, computer: Computer
) -> None:
    new = computer("新电脑")
    new.merge(_file(workspace), takes_over=True)
    assert _lane(new) is OFFICER
    _say(new, UNIT_1, Verdict.DONE)
    _say(workspace, UNIT_2, Verdict.MISSING)
    sides = {workspace: _tree(workspace), new: _tree(new)}
    for here, there in ((workspace, new), (new, workspace)):
        with pytest.raises(ForkError, match="自评记录从第3条起分叉"):
            here.merge(_file(there), takes_over=False)
        with pytest.raises(ForkError):
            here.preview_merge(_file(there), takes_over=True)
        assert _tree(here) == sides[here]


def test_the_old_computer_goes_on_from_the_new_one_s_file_if_it_did_not_write(
    workspace: Workspace, computer: Computer
) -> None:
    new = computer("新电脑")
    new.merge(_file(workspace), takes_over=True)
    _say(new, UNIT_1, Verdict.DONE)
    workspace.merge(_file(new), takes_over=False)
    _say(workspace, UNIT_2, Verdict.DONE)
    new.merge(_file(workspace), takes_over=False)
    assert new.open(ID, writable=False).log == workspace.open(ID, writable=False).log


def test_two_advisers_reviews_are_a_fork_too(workspace: Workspace, computer: Computer) -> None:
    _say(workspace, UNIT_1, Verdict.DONE)
    _submit(workspace)
    first, second = computer("甲律师"), computer("乙律师事务所")
    for adviser, verdict in ((first, Verdict.PARTLY), (second, Verdict.HOLLOW)):
        adviser.merge(_file(workspace), takes_over=False)
        _review(adviser, verdict)
    workspace.merge(_file(first), takes_over=False)
    before = _tree(workspace)
    with pytest.raises(ForkError, match=r"复核记录从第1条起分叉.*甲律师.*乙律师事务所"):
        workspace.merge(_file(second), takes_over=False)
    assert _tree(workspace) == before


def test_an_adviser_s_copy_can_be_taken_over_later(workspace: Workspace, computer: Computer) -> None:
    new = computer("新电脑")
    new.merge(_file(workspace), takes_over=False)
    log = new.open(ID, writable=False).log
    merging = new.merge(_file(workspace), takes_over=True)
    assert (merging.old_writer, merging.writer, merging.change.coming) == (ADVISER, OFFICER, ())
    assert new.open(ID, writable=False).log == log
    _say(new, UNIT_1, Verdict.DONE)


def test_a_copy_with_reviews_that_are_nowhere_else_cannot_be_taken_over(
    workspace: Workspace, computer: Computer
) -> None:
    _say(workspace, UNIT_1, Verdict.DONE)
    _submit(workspace)
    adviser = computer("律师")
    adviser.merge(_file(workspace), takes_over=False)
    _review(adviser, Verdict.PARTLY)
    before = _tree(adviser)
    with pytest.raises(RefusedError, match="有1条不在文件里"):
        adviser.merge(_file(workspace), takes_over=True)
    assert _tree(adviser) == before
    workspace.merge(_file(adviser), takes_over=False)
    adviser.merge(_file(workspace), takes_over=True)
    assert _lane(adviser) is OFFICER


def test_taking_over_what_one_writes_anyway_changes_nothing(workspace: Workspace, id: str) -> None:
    before = _tree(workspace)
    assert not workspace.merge(_file(workspace), takes_over=True).changes_anything
    assert _tree(workspace) == before


def test_a_folder_that_was_renamed_is_found_by_what_is_in_it(
    workspace: Workspace, computer: Computer
) -> None:
    adviser = computer("律师")
    adviser.merge(_file(workspace), takes_over=False)
    home = adviser.data / "assessments"
    (home / ID).rename(home / "取回的")
    _say(workspace, UNIT_1, Verdict.DONE)
    assert adviser.merge(_file(workspace), takes_over=False).id == "取回的"
    assert [listed.id for listed in adviser.list()] == ["取回的"]


def test_another_assessment_with_the_same_id_is_refused_and_left_alone(
    workspace: Workspace, computer: Computer
) -> None:
    other = computer("律师")
    other.create(NewAssessment("某局", 2023, "部门"))
    before = _tree(other)
    with pytest.raises(RefusedError, match="另一份自查"):
        other.merge(_file(workspace), takes_over=False)
    assert _tree(other) == before


def test_a_damaged_copy_is_not_merged_into(workspace: Workspace, computer: Computer) -> None:
    other = computer("律师")
    other.merge(_file(workspace), takes_over=False)
    (other.data / "assessments" / ID / "events.json").write_bytes(b"{")
    before = _tree(other)
    with pytest.raises(DamagedError):
        other.merge(_file(workspace), takes_over=False)
    assert _tree(other) == before


def test_another_damaged_assessment_is_in_nobody_s_way(workspace: Workspace, computer: Computer) -> None:
    other = computer("律师")
    broken = other.create(NewAssessment("乙局", 2023, "部门"))
    (other.data / "assessments" / broken / "events.json").write_bytes(b"{")
    assert other.merge(_file(workspace), takes_over=False).id == ID


ESCAPES = ["..", "../x", "a/b", "a\\b", "/etc", "C:", ".lock", "a\u202eb", " a", "a.", "x" * 300, "e\u0301"]


@pytest.mark.parametrize("escaping", [*ESCAPES, "~2", "a~2~3", "a~x", "CON/../y"])
def test_an_id_that_is_no_folder_of_ours_is_refused(
    workspace: Workspace, computer: Computer, escaping: str
) -> None:
    events = forged(workspace.open(ID, writable=False).log, "created", id=escaping)
    other = computer("律师")
    with pytest.raises(BadInputError, match=r"不能作文件夹名|不能用的字符"):
        other.merge(read_handover(forged_file(_bytes(workspace), events), file="x"), takes_over=False)
    assert not other.data.exists()


def test_an_id_that_differs_only_in_case_is_refused(workspace: Workspace, computer: Computer) -> None:
    other = computer("律师")
    for name, home in (("A局", workspace), ("a局", other)):
        home.create(NewAssessment(name, 2023, "部门"))
    before = _tree(other)
    with pytest.raises(BadInputError, match="只差大小写"):
        other.merge(_file(workspace, "A局-2023"), takes_over=False)
    assert _tree(other) == before


def test_the_second_of_two_similar_names_arrives_under_its_number(
    workspace: Workspace, computer: Computer
) -> None:
    first, second = (workspace.create(NewAssessment(unit, 2023, "部门")) for unit in ("甲:乙", "甲*乙"))
    assert second == f"{first}~2"
    other = computer("律师")
    for id in (first, second):
        assert other.merge(_file(workspace, id), takes_over=False).id == id


def test_what_another_process_has_open_is_locked(workspace: Workspace, computer: Computer) -> None:
    other = computer("律师")
    other.merge(_file(workspace), takes_over=False)
    _say(workspace, UNIT_1, Verdict.DONE)
    given = _file(workspace)
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
            other.merge(_file(workspace), takes_over=takes_over)
    assert "没有合并" in caught.value.hint
    assert other.list() == []
    assert other.merge(_file(workspace), takes_over=takes_over).id == ID


def test_what_is_being_typed_on_a_copy_stays(workspace: Workspace, computer: Computer) -> None:
    other = computer("新电脑")
    other.merge(_file(workspace), takes_over=True)
    with other.open(ID, writable=True) as session:
        session.keep_draft(Change(*UNIT_1, note="写到一半"))
    other.merge(_file(workspace), takes_over=False)
    assert AssessmentStore(other.data / "assessments" / ID).read_draft() is not None

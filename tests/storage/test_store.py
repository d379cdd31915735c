from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from fazhi_tui.domain.filling.answering import Change
from fazhi_tui.domain.verdict import Verdict
from fazhi_tui.errors import FazhiError
from fazhi_tui.storage.store import AssessmentStore
from fazhi_tui.storage.summaries import read_summary
from fazhi_tui.workspace import Workspace


@pytest.fixture
def store(workspace: Workspace, id: str) -> AssessmentStore:
    return AssessmentStore(workspace.data / "assessments" / id)


def _answer(workspace: Workspace, id: str, verdict: Verdict) -> None:
    with workspace.open(id, writable=True) as session:
        session.answer([Change("juece", "本单位", "u-1", verdict=verdict)])


@pytest.mark.skipif(os.name != "posix", reason="POSIX file modes")
def test_everything_kept_is_for_its_owner_alone(
    workspace: Workspace, id: str, store: AssessmentStore
) -> None:
    with workspace.open(id, writable=True) as session:
        for number in range(300):
            session.answer([Change("juece", "本单位", "u-1", note=f"{number}")])
        session.keep_draft(Change("juece", "本单位", "u-2", note="写到一半"))
        kept = list(store.folder.rglob("*"))
        assert {p.name for p in kept} >= {
            "events.json",
            "checklists.json",
            "draft.json",
            "sealed",
            "0001.json",
        }
        for path in kept:
            expected = 0o700 if path.is_dir() else 0o600
            assert stat.S_IMODE(path.stat().st_mode) == expected, path.name
    assert stat.S_IMODE(store.folder.stat().st_mode) == 0o700


def test_a_summary_is_taken_only_while_it_belongs_to_the_log(
    workspace: Workspace, id: str, store: AssessmentStore
) -> None:
    assert read_summary(store.folder) is None
    (listed,) = workspace.list()
    assert listed.summary == read_summary(store.folder)
    assert listed.summary is not None
    with workspace.open(id, writable=True) as session:
        session.answer([Change("juece", "本单位", "u-1", verdict=Verdict.DONE)])
        assert read_summary(store.folder) is None
        (fresh,) = workspace.list()
        assert fresh.summary is not None
        assert fresh.summary["entry"]["open"] == listed.summary["entry"]["open"] - 1


def test_a_summary_of_what_was_read_before_another_wrote_is_not_taken_for_fresh(
    workspace: Workspace, id: str, store: AssessmentStore
) -> None:
    store.read_log()
    _answer(workspace, id, Verdict.DONE)
    store.write_summary({"entry": {}})
    assert read_summary(store.folder) is None
    store.read_log()
    store.write_summary({"entry": {}})
    assert read_summary(store.folder) == {"entry": {}}


def test_closing_leaves_a_fresh_summary(workspace: Workspace, id: str, store: AssessmentStore) -> None:
    _answer(workspace, id, Verdict.MISSING)
    summary = read_summary(store.folder)
    assert summary is not None
    assert summary["entry"]["gaps"] == 1


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b"{}", b'{"of":[0,0],"values":{}}'])
def test_a_damaged_summary_is_rebuilt(
    workspace: Workspace, id: str, store: AssessmentStore, damage: bytes
) -> None:
    (store.folder / "summary.json").write_bytes(damage)
    (listed,) = workspace.list()
    assert listed.fault is None
    assert listed.summary is not None
    assert read_summary(store.folder) == listed.summary


def test_a_changed_summary_is_not_believed(workspace: Workspace, id: str, store: AssessmentStore) -> None:
    workspace.list()
    path = store.folder / "summary.json"
    path.write_text(path.read_text(encoding="utf-8").replace('"open"', '"other"'), encoding="utf-8")
    assert read_summary(store.folder) is None


def test_a_summary_that_cannot_be_written_is_no_fault(
    store: AssessmentStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "full")

    monkeypatch.setattr("fazhi_tui.storage.side_file.write_bytes", full)
    store.read_log()
    store.write_summary({"entry": {}})
    assert read_summary(store.folder) is None


def test_a_draft_is_kept_read_and_forgotten(store: AssessmentStore) -> None:
    assert store.read_draft() is None
    store.write_draft({"note": "写到一半"})
    assert store.read_draft() == {"note": "写到一半"}
    store.drop_draft()
    store.drop_draft()
    assert store.read_draft() is None


@pytest.mark.parametrize("damage", [b"", b"[]", b"{", b"\xff"])
def test_a_damaged_draft_is_no_draft(store: AssessmentStore, damage: bytes) -> None:
    (store.folder / "draft.json").write_bytes(damage)
    assert store.read_draft() is None


def test_an_assessment_whose_making_was_stopped_never_began(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from fazhi_tui.workspace import NewAssessment

    wanted = NewAssessment("某局", 2023, "部门")

    def full(*_: object) -> None:
        raise OSError(28, "full")

    with monkeypatch.context() as patched:
        patched.setattr("fazhi_tui.storage.segments.write_bytes", full)
        with pytest.raises(FazhiError, match="磁盘已满"):
            workspace.create(wanted)
    assert workspace.list() == []
    assert workspace.create(wanted) == "某局-2023"
    assert [listed.id for listed in workspace.list()] == ["某局-2023"]

from __future__ import annotations

from typing import Any

import pytest

from fazhi_tui.documents import gap_list
from fazhi_tui.domain.filling.answering import Change
from fazhi_tui.domain.verdict import Verdict
from fazhi_tui.errors import SaveFailedError
from fazhi_tui.reporting.tables.form_csv import form_csv
from fazhi_tui.session import Session
from fazhi_tui.storage.side_file import write_side_file
from fazhi_tui.workspace import Workspace
from tests.disk import Disk

OWN = ("juece", "本单位", "u-1")


def _stored(workspace: Workspace, id: str) -> Session:
    return workspace.open(id, writable=False)


def _typed(**fields: Any) -> Change:  # noqa: ANN401
    return Change(*OWN, **fields)


def test_what_was_being_typed_becomes_an_answer_when_the_next_writer_opens(
    workspace: Workspace, id: str
) -> None:
    with workspace.open(id, writable=True) as stopped:
        stopped.keep_draft(_typed(note="写到一半"))
    assert _stored(workspace, id).recovered is None
    with workspace.open(id, writable=True) as session:
        assert session.recovered == _typed(note="写到一半")
        assert session.board.sheets[0].rows[0].answer.note == "写到一半"
        assert session.is_saved
    with workspace.open(id, writable=True) as session:
        assert session.recovered is None


def test_what_is_only_being_typed_stands_in_no_document(workspace: Workspace, id: str) -> None:
    with workspace.open(id, writable=True) as session:
        session.answer([_typed(verdict=Verdict.MISSING, note="记下的")])
        session.keep_draft(_typed(verdict=Verdict.MISSING, note="写到一半"))
    stored = _stored(workspace, id)
    made = [gap_list(stored, form).decode() for form in ("md", "csv", "json")]
    made.append(form_csv(stored.board).decode())
    assert all("记下的" in text and "写到一半" not in text for text in made)


def test_a_draft_with_its_verdict_comes_back_with_it(workspace: Workspace, id: str) -> None:
    with workspace.open(id, writable=True) as session:
        session.keep_draft(_typed(verdict=Verdict.INAPPLICABLE, note="没有此类"))
    with workspace.open(id, writable=True) as session:
        answer = session.board.sheets[0].rows[0].answer
    assert (answer.verdict, answer.note) == (Verdict.INAPPLICABLE, "没有此类")


def test_a_draft_without_a_note_changes_only_the_verdict(workspace: Workspace, id: str) -> None:
    with workspace.open(id, writable=True) as session:
        session.answer([_typed(note="说明")])
        session.keep_draft(_typed(verdict=Verdict.DONE))
    with workspace.open(id, writable=True) as session:
        answer = session.board.sheets[0].rows[0].answer
    assert (answer.verdict, answer.note) == (Verdict.DONE, "说明")


def test_a_draft_given_up_or_already_answered_is_not_recovered(workspace: Workspace, id: str) -> None:
    with workspace.open(id, writable=True) as session:
        session.keep_draft(_typed(note="写到一半"))
        session.drop_draft()
        session.drop_draft()
    with workspace.open(id, writable=True) as session:
        assert session.recovered is None
        session.answer([_typed(note="写完了")])
        session.keep_draft(_typed(note="写完了"))
    with workspace.open(id, writable=True) as session:
        assert session.recovered is None


BAD_DRAFTS: list[dict[str, Any]] = [
    {},
    {"checklist": "juece", "object": "没有", "item": "u-1", "note": "x", "verdict": None},
    {"checklist": ["juece"], "object": "本单位", "item": "u-1", "note": "x", "verdict": None},
    {"checklist": "juece", "object": "本单位", "item": "u-1", "note": 3, "verdict": None},
    {"checklist": "juece", "object": "本单位", "item": "u-1", "note": "x", "verdict": "好"},
    {"checklist": "juece", "object": "本单位", "item": "u-1", "note": "", "verdict": "不适用"},
    {"checklist": "juece", "object": "本单位", "item": "u-1", "note": "字" * 2001, "verdict": None},
]


@pytest.mark.parametrize("draft", BAD_DRAFTS, ids=range(len(BAD_DRAFTS)))
def test_a_draft_that_no_longer_fits_is_left_alone_and_opening_works(
    workspace: Workspace, id: str, draft: dict[str, Any]
) -> None:
    path = workspace.data / "assessments" / id / "draft.json"
    write_side_file(path, draft)
    with workspace.open(id, writable=True) as session:
        assert session.recovered is None
        assert len(session.log) == 2
        assert session.unfit == (draft.get("note") if isinstance(draft.get("note"), str) else "")
    assert path.exists()


def test_what_comes_back_and_cannot_be_saved_is_kept_on_disk_and_in_memory(
    workspace: Workspace, id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with workspace.open(id, writable=True) as session:
        session.keep_draft(_typed(note="写到一半"))
    with monkeypatch.context() as patched:
        disk = Disk(patched)
        with workspace.open(id, writable=True) as session:
            assert (session.recovered, session.unfit) == (_typed(note="写到一半"), "")
            assert not session.is_saved
            session.drop_draft()
            disk.full = False
    with workspace.open(id, writable=True) as session:
        assert session.recovered == _typed(note="写到一半")


def test_a_draft_is_not_forgotten_while_its_answer_is_not_on_disk(
    workspace: Workspace, id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with workspace.open(id, writable=True) as session:
        session.keep_draft(_typed(note="写到一半"))
        with monkeypatch.context() as patched:
            Disk(patched)
            with pytest.raises(SaveFailedError):
                session.answer([_typed(note="写到一半")])
        session.drop_draft()
    with workspace.open(id, writable=True) as session:
        assert session.recovered == _typed(note="写到一半")


def test_one_who_only_reads_leaves_the_writer_s_draft_alone(workspace: Workspace, id: str) -> None:
    with workspace.open(id, writable=True) as session:
        session.keep_draft(_typed(note="写到一半"))
        _stored(workspace, id).drop_draft()
    with workspace.open(id, writable=True) as session:
        assert session.recovered == _typed(note="写到一半")

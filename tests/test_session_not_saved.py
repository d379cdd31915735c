from __future__ import annotations

import pytest

from fazhi_tui.domain.filling.answering import Change
from fazhi_tui.domain.verdict import Verdict
from fazhi_tui.errors import SaveFailedError
from fazhi_tui.session import Session
from fazhi_tui.workspace import Workspace
from tests.disk import Disk

OWN = ("juece", "本单位", "u-1")


def _stored(workspace: Workspace, id: str) -> Session:
    return workspace.open(id, writable=False)


def test_a_failed_save_keeps_the_answer_says_so_in_chinese_and_retry_puts_it_on_disk(
    workspace: Workspace, id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with workspace.open(id, writable=True) as session:
        before = session.log
        disk = Disk(monkeypatch)
        with pytest.raises(SaveFailedError) as caught:
            session.answer([Change(*OWN, verdict=Verdict.HOLLOW)])
        assert "磁盘已满" in caught.value.message
        assert not session.is_saved
        assert [gap.row.key for gap in session.gaps] == [OWN]
        assert _stored(workspace, id).log == before
        with pytest.raises(SaveFailedError):
            session.retry()
        disk.full = False
        session.retry()
        session.retry()
        assert session.is_saved
        assert _stored(workspace, id).log == session.log


def test_what_failed_to_save_goes_with_the_next_save_in_its_order(
    workspace: Workspace, id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with workspace.open(id, writable=True) as session:
        disk = Disk(monkeypatch)
        for verdict in (Verdict.DONE, Verdict.PARTLY):
            with pytest.raises(SaveFailedError):
                session.answer([Change(*OWN, verdict=verdict)])
        with pytest.raises(SaveFailedError):
            session.undo()
        disk.full = False
        session.answer([Change(*OWN, note="说明")])
        assert [e.kind for e in _stored(workspace, id).log.officer[2:]] == [
            "answered",
            "answered",
            "undo",
            "answered",
        ]
        assert _stored(workspace, id).assessment == session.assessment


def test_a_session_closed_unsaved_leaves_no_summary_of_what_is_not_on_disk(
    workspace: Workspace, id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = workspace.open(id, writable=True)
    with monkeypatch.context() as patched:
        Disk(patched)
        with pytest.raises(SaveFailedError):
            session.answer([Change(*OWN, verdict=Verdict.HOLLOW)])
    session.close()
    (listed,) = workspace.list()
    assert listed.summary is not None
    assert listed.summary["entry"]["gaps"] == 0
    workspace.open(id, writable=True).close()


def test_a_file_changed_behind_the_session_s_back_is_not_written_over(workspace: Workspace, id: str) -> None:
    live = workspace.data / "assessments" / id / "events.json"
    with workspace.open(id, writable=True) as session:
        live.write_bytes(b"{")
        with pytest.raises(SaveFailedError) as caught:
            session.answer([Change(*OWN, verdict=Verdict.HOLLOW)])
        assert "fazhi restore" in caught.value.hint
        assert not session.is_saved
        assert live.read_bytes() == b"{"

from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from fazhi_tui.domain.filling.answering import Change
from fazhi_tui.domain.verdict import Verdict
from fazhi_tui.errors import BadInputError, DamagedError, LockedError
from fazhi_tui.storage.lock import WriteLock
from fazhi_tui.workspace import Workspace

ROOT = Path(__file__).parents[2]
SINCE = "2026-11-24T09:00:00+08:00"


@contextmanager
def _held_elsewhere(workspace: Workspace, id: str) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "tests.storage.other_process", str(workspace.data), id, "hold"]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "ready\n"
        try:
            yield holder
        finally:
            holder.kill()


def test_a_second_writer_is_refused_with_the_first_named(workspace: Workspace, id: str) -> None:
    with _held_elsewhere(workspace, id) as holder:
        with pytest.raises(LockedError) as caught:
            workspace.open(id, writable=True)
        assert caught.value.exit_code == 4
        assert "李某" in caught.value.message
        assert f"进程{holder.pid}" in caught.value.message
        assert id in caught.value.message


def test_a_reader_is_not_kept_out(workspace: Workspace, id: str) -> None:
    with _held_elsewhere(workspace, id):
        assert workspace.open(id, writable=False).assessment.unit == "某局"
        assert [listed.id for listed in workspace.list()] == [id]


def test_an_open_assessment_is_not_deleted(workspace: Workspace, id: str) -> None:
    with _held_elsewhere(workspace, id), pytest.raises(LockedError):
        workspace.delete(id)
    assert [listed.id for listed in workspace.list()] == [id]


def test_the_lock_of_a_killed_process_is_free(workspace: Workspace, id: str) -> None:
    with _held_elsewhere(workspace, id) as holder:
        holder.kill()
        holder.wait()
        with workspace.open(id, writable=True) as session:
            assert session.answer([Change("juece", "本单位", "u-1", verdict=Verdict.DONE)])


def test_the_same_process_cannot_write_twice_either(workspace: Workspace, id: str) -> None:
    with workspace.open(id, writable=True), pytest.raises(LockedError, match="张某"):
        workspace.open(id, writable=True)
    workspace.open(id, writable=True).close()


def test_the_lock_is_given_back_when_opening_fails(workspace: Workspace, id: str) -> None:
    path = workspace.data / "assessments" / id / "events.json"
    kept = path.read_bytes()
    path.write_bytes(b"[]")
    with pytest.raises(DamagedError):
        workspace.open(id, writable=True)
    path.write_bytes(kept)
    workspace.open(id, writable=True).close()


@pytest.mark.parametrize("owner", [b"", b"{", b"[]", b'{"who":3}', None])
def test_a_holder_whose_name_cannot_be_read_is_another_program(tmp_path: Path, owner: bytes | None) -> None:
    first, second = WriteLock(tmp_path), WriteLock(tmp_path)
    first.acquire("张某", SINCE)
    path = tmp_path / ".owner.json"
    path.unlink() if owner is None else path.write_bytes(owner)
    with pytest.raises(LockedError, match="另一个程序"):
        second.acquire("李某", SINCE)
    first.release()
    second.acquire("李某", SINCE)
    second.release()


def test_giving_back_a_lock_twice_or_without_having_it_does_nothing(tmp_path: Path) -> None:
    first, second = WriteLock(tmp_path), WriteLock(tmp_path)
    first.acquire("张某", SINCE)
    second.release()
    with pytest.raises(LockedError, match="张某"):
        second.acquire("李某", SINCE)
    first.release()
    first.release()


def test_a_full_disk_does_not_keep_an_assessment_from_being_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr("fazhi_tui.storage.lock.write_bytes", full)
    first, second = WriteLock(tmp_path), WriteLock(tmp_path)
    first.acquire("张某", SINCE)
    with pytest.raises(LockedError, match="另一个程序"):
        second.acquire("李某", SINCE)
    first.release()


@pytest.mark.parametrize(("code", "said"), [(errno.EROFS, "磁盘是只读的"), (errno.EACCES, "没有权限")])
def test_a_folder_that_cannot_be_written_to_is_said_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, said: str
) -> None:
    def refuse(*_: object, **__: object) -> int:
        raise OSError(code, os.strerror(code))

    with monkeypatch.context() as patched:
        patched.setattr(os, "open", refuse)
        with pytest.raises(BadInputError, match=said) as caught:
            WriteLock(tmp_path).acquire("张某", SINCE)
    assert str(tmp_path) in caught.value.message

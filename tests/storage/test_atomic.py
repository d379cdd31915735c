from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest

from fazhi_tui.storage import atomic
from fazhi_tui.storage.atomic import make_folder, sweep, write_bytes

posix = pytest.mark.skipif(os.name != "posix", reason="POSIX file modes")


@posix
def test_a_file_is_for_its_owner_alone_whatever_it_was_before(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(b"old")
    path.chmod(0o644)
    write_bytes(path, b"new")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize("durable", [True, False])
def test_a_file_is_replaced_whole_and_nothing_else_is_left(tmp_path: Path, durable: bool) -> None:
    path = tmp_path / "a.json"
    write_bytes(path, b"one", durable=durable)
    write_bytes(path, b"two", durable=durable)
    assert path.read_bytes() == b"two"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_step_that_fails_leaves_the_old_file_and_no_leftover(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    path = tmp_path / "a.json"
    write_bytes(path, b"old")

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, step, full)
    with pytest.raises(OSError, match="full"):
        write_bytes(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


@posix
def test_the_file_and_then_the_folder_are_put_on_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[bool] = []
    real = os.fsync

    def noted(handle: int) -> None:
        synced.append(stat.S_ISDIR(os.fstat(handle).st_mode))
        real(handle)

    monkeypatch.setattr(os, "fsync", noted)
    write_bytes(tmp_path / "a.json", b"x")
    assert synced == [False, True]
    write_bytes(tmp_path / "a.json", b"x", durable=False)
    assert len(synced) == 2


@posix
@pytest.mark.parametrize("code", [errno.EINVAL, errno.ENOTSUP])
def test_a_file_system_that_cannot_sync_folders_is_no_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    real = os.fsync

    def picky(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(code, "not here")
        real(handle)

    monkeypatch.setattr(os, "fsync", picky)
    write_bytes(tmp_path / "a.json", b"x")
    assert (tmp_path / "a.json").read_bytes() == b"x"


def test_what_a_killed_writer_left_is_swept_and_nothing_else(tmp_path: Path) -> None:
    for name in (".events.json.abc.tmp", "events.json", ".lock", "x.tmp"):
        (tmp_path / name).write_bytes(b"x")
    sweep(tmp_path)
    assert sorted(p.name for p in tmp_path.iterdir()) == [".lock", "events.json", "x.tmp"]


def test_leftovers_are_swept_at_any_depth(tmp_path: Path) -> None:
    deep = tmp_path / "copies" / "sealed"
    make_folder(deep)
    for name in (".0001-ab.json.tmp", "0001-ab.json"):
        (deep / name).write_bytes(b"x")
    sweep(tmp_path)
    assert [p.name for p in deep.iterdir()] == ["0001-ab.json"]


@posix
def test_folders_are_made_for_their_owner_alone_and_their_parents_put_on_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[Path] = []
    monkeypatch.setattr(atomic, "sync_folder", synced.append)
    make_folder(tmp_path / "a" / "b")
    make_folder(tmp_path / "a" / "b")
    assert synced == [tmp_path, tmp_path / "a"]
    for folder in (tmp_path / "a", tmp_path / "a" / "b"):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_a_write_the_system_takes_in_pieces_is_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.write
    monkeypatch.setattr(os, "write", lambda handle, data: real(handle, bytes(data[:3])))
    write_bytes(tmp_path / "a.json", b"0123456789")
    assert (tmp_path / "a.json").read_bytes() == b"0123456789"


def test_a_name_as_long_as_the_system_takes_can_be_written(tmp_path: Path) -> None:
    path = tmp_path / ("局" * 83 + ".md")
    write_bytes(path, b"x")
    assert path.read_bytes() == b"x"


def test_a_folder_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        write_bytes(tmp_path / "gone" / "a.json", b"x")
    assert atomic.sweep(tmp_path / "gone") is None  # type: ignore[func-returns-value]

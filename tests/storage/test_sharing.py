from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from fazhi_tui.storage import sharing
from fazhi_tui.storage.atomic import read_bytes, second_name, write_bytes
from fazhi_tui.storage.sharing import PAUSES, retried


class RefusedError(PermissionError):
    """What Windows raises; `winerror` does not exist elsewhere."""

    def __init__(self, code: int) -> None:
        super().__init__(errno.EACCES, "The process cannot access the file")
        self.winerror = code


class Windows:
    """Refuses the first so many times, and notes the pauses instead of making them."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *, refuses: int, code: int = 32) -> None:
        self.left = refuses
        self.code = code
        self.pauses: list[float] = []
        monkeypatch.setattr(sharing, "wait", self.pauses.append)

    def guard(self, real: Callable[..., object]) -> Callable[..., object]:
        def call(*args: object, **kwargs: object) -> object:
            if self.left:
                self.left -= 1
                raise RefusedError(self.code)
            return real(*args, **kwargs)

        return call


@pytest.mark.parametrize("code", [5, 32, 33])
def test_a_file_in_use_is_tried_again_until_it_is_free(monkeypatch: pytest.MonkeyPatch, code: int) -> None:
    windows = Windows(monkeypatch, refuses=3, code=code)
    assert retried(windows.guard(lambda: "done")) == "done"
    assert windows.pauses == list(PAUSES[:3])


def test_a_refusal_that_lasts_is_raised_after_bounded_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    windows = Windows(monkeypatch, refuses=1000)
    with pytest.raises(RefusedError):
        retried(windows.guard(lambda: "done"))
    assert windows.pauses == list(PAUSES)
    assert sum(PAUSES) < 2


@pytest.mark.parametrize(
    "error", [RefusedError(1314), PermissionError(errno.EACCES, "no"), OSError(errno.EIO, "bad")]
)
def test_any_other_refusal_is_final(monkeypatch: pytest.MonkeyPatch, error: OSError) -> None:
    windows = Windows(monkeypatch, refuses=0)

    def refuse() -> None:
        raise error

    with pytest.raises(OSError, match=r".") as caught:
        retried(refuse)
    assert caught.value is error
    assert windows.pauses == []


def test_a_save_waits_for_a_reader_that_holds_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.json"
    write_bytes(path, b"old")
    windows = Windows(monkeypatch, refuses=2)
    with monkeypatch.context() as patched:
        patched.setattr(os, "replace", windows.guard(os.replace))
        write_bytes(path, b"new")
    assert path.read_bytes() == b"new"
    assert len(windows.pauses) == 2
    assert list(tmp_path.iterdir()) == [path]


def test_a_save_that_is_refused_for_good_leaves_the_old_file_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.json"
    write_bytes(path, b"old")
    windows = Windows(monkeypatch, refuses=1000)
    with monkeypatch.context() as patched:
        patched.setattr(os, "replace", windows.guard(os.replace))
        with pytest.raises(RefusedError):
            write_bytes(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_reading_and_giving_a_second_name_wait_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.json"
    write_bytes(path, b"x")
    windows = Windows(monkeypatch, refuses=1)
    with monkeypatch.context() as patched:
        patched.setattr(Path, "read_bytes", windows.guard(Path.read_bytes))
        assert read_bytes(path) == b"x"
    windows.left = 1
    with monkeypatch.context() as patched:
        patched.setattr(os, "replace", windows.guard(os.replace))
        second_name(path, tmp_path / "b.json")
    assert (tmp_path / "b.json").read_bytes() == b"x"
    assert len(windows.pauses) == 2

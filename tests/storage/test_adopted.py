from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from fazhi_tui.domain.log.canonical import digest
from fazhi_tui.errors import DamagedError
from fazhi_tui.storage.adopted import AdoptedChecklists
from fazhi_tui.storage.atomic import write_bytes

OLD: list[dict[str, Any]] = [{"id": "juece", "version": "1", "laws": {"b": 1, "a": 2}}]
NEW: list[dict[str, Any]] = [{"id": "juece", "version": "2", "laws": {"b": 1, "a": 2}}]
OF_OLD, OF_NEW = digest(OLD), digest(NEW)


@pytest.fixture
def kept(tmp_path: Path) -> AdoptedChecklists:
    kept = AdoptedChecklists(tmp_path)
    kept.create(OLD)
    return kept


def _in_use(folder: Path) -> str:
    return digest(json.loads((folder / "checklists.json").read_text(encoding="utf-8")))


def test_a_set_is_read_back_with_its_keys_in_their_order(kept: AdoptedChecklists) -> None:
    (data,) = kept.read(OF_OLD)
    assert list(data["laws"]) == ["b", "a"]


def test_a_set_that_is_kept_is_read_before_and_after_it_comes_into_use(
    tmp_path: Path, kept: AdoptedChecklists
) -> None:
    kept.put(NEW)
    assert _in_use(tmp_path) == OF_OLD
    assert (kept.read(OF_OLD), kept.read(OF_NEW)) == (OLD, NEW)
    kept.use(OF_NEW)
    assert _in_use(tmp_path) == OF_NEW
    assert (kept.read(OF_OLD), kept.read(OF_NEW)) == (OLD, NEW)
    kept.use(OF_OLD)
    assert _in_use(tmp_path) == OF_OLD
    assert (kept.read(OF_OLD), kept.read(OF_NEW)) == (OLD, NEW)


def test_the_set_being_replaced_is_kept_even_where_it_never_was(
    tmp_path: Path, kept: AdoptedChecklists
) -> None:
    kept.put(NEW)
    (tmp_path / "adopted" / f"{OF_OLD[:16]}.json").unlink()
    kept.use(OF_NEW)
    assert kept.read(OF_OLD) == OLD


def test_a_set_in_use_already_is_not_written_again(tmp_path: Path, kept: AdoptedChecklists) -> None:
    before = (tmp_path / "checklists.json").stat()
    kept.use(OF_OLD)
    after = (tmp_path / "checklists.json").stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_a_disk_that_refuses_the_exchange_is_no_fault_and_the_set_is_found(
    tmp_path: Path, kept: AdoptedChecklists, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept.put(NEW)

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "full")

    monkeypatch.setattr("fazhi_tui.storage.adopted.write_bytes", full)
    kept.use(OF_NEW)
    assert _in_use(tmp_path) == OF_OLD
    assert kept.read(OF_NEW) == NEW


def test_a_set_that_cannot_be_kept_raises_and_leaves_the_one_in_use(
    tmp_path: Path, kept: AdoptedChecklists, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "full")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="full"):
        kept.put(NEW)
    assert kept.read(OF_OLD) == OLD
    with pytest.raises(DamagedError):
        kept.read(OF_NEW)


DAMAGE = [b"", b"{}", b"[3]", b"{", b"\xff", b'[{"id":"\\ud800"}]', b"[" * 100_000, b"\x00" * 300, None]


@pytest.mark.parametrize("damage", DAMAGE, ids=range(len(DAMAGE)))
def test_one_damaged_file_of_the_two_is_no_loss_and_both_are_damage_and_named(
    tmp_path: Path, kept: AdoptedChecklists, damage: bytes | None
) -> None:
    in_use, second = tmp_path / "checklists.json", tmp_path / "adopted" / f"{OF_OLD[:16]}.json"
    whole = in_use.read_bytes()
    for path in (in_use, second):
        path.unlink() if damage is None else path.write_bytes(damage)
        if path is in_use:
            assert kept.read(OF_OLD) == OLD
    with pytest.raises(DamagedError) as caught:
        kept.read(OF_OLD)
    assert str(in_use if damage is not None else second) in caught.value.message
    in_use.write_bytes(whole)
    assert kept.read(OF_OLD) == OLD


def test_a_damaged_kept_set_is_written_anew_when_it_is_put_again(
    tmp_path: Path, kept: AdoptedChecklists
) -> None:
    path = tmp_path / "adopted" / f"{OF_OLD[:16]}.json"
    path.write_bytes(b"{")
    kept.put(OLD)
    (tmp_path / "checklists.json").unlink()
    assert kept.read(OF_OLD) == OLD


def test_a_damaged_set_in_use_is_mended_by_using_it(tmp_path: Path, kept: AdoptedChecklists) -> None:
    (tmp_path / "checklists.json").write_bytes(b"{")
    kept.use(OF_OLD)
    assert _in_use(tmp_path) == OF_OLD


@pytest.mark.parametrize("digest", ["", "../../etc/passwd", "\0" * 64, OF_OLD.upper(), OF_OLD[:16]])
def test_what_is_no_digest_names_no_file(kept: AdoptedChecklists, digest: str) -> None:
    with pytest.raises(DamagedError):
        kept.read(digest)


@pytest.mark.parametrize("verb", [lambda k: k.put(NEW), lambda k: (k.put(NEW), k.use(OF_NEW))])
def test_stopped_at_any_write_every_set_that_was_kept_is_still_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, verb: Callable[[AdoptedChecklists], object]
) -> None:
    class Stopped(BaseException):
        pass

    for limit in range(4):
        folder = tmp_path / str(limit)
        folder.mkdir()
        kept = AdoptedChecklists(folder)
        kept.create(OLD)
        written: list[Path] = []

        def write(path: Path, data: bytes, written: list[Path] = written, limit: int = limit) -> None:
            if len(written) == limit:
                raise Stopped
            write_bytes(path, data)
            written.append(path)

        monkeypatch.setattr("fazhi_tui.storage.adopted.write_bytes", write)
        try:
            verb(kept)
        except Stopped:
            assert kept.read(OF_OLD) == OLD
            if written:
                assert kept.read(OF_NEW) == NEW
        monkeypatch.undo()

from __future__ import annotations

import errno
import os
import stat
from datetime import date
from pathlib import Path

import pytest

from fazhi_tui.storage import segments
from fazhi_tui.storage.atomic import second_name, write_bytes
from fazhi_tui.storage.store import AssessmentStore
from tests.storage.whole import BEGUN, SEAL_AT, append, last_written, log_of, make, stored


@pytest.fixture(autouse=True)
def _small_segments(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(segments, "SEAL_AT", SEAL_AT)


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def _logs(store: AssessmentStore) -> dict[str, int]:
    """The copies that verify without help of the present files, and how many events each has."""
    return {name: len(log) for name, log in store.copies.kept()}


def test_a_new_assessment_has_no_copies_and_one_save_makes_the_first(tmp_path: Path) -> None:
    store = make(tmp_path / "a", BEGUN)
    assert not (store.folder / "copies").exists()
    append(store, BEGUN)
    assert _logs(store) == {"上一版": BEGUN}


@pytest.mark.parametrize("count", [BEGUN + 3, SEAL_AT, SEAL_AT + 1, 3 * SEAL_AT, 3 * SEAL_AT + 5])
def test_the_generation_before_the_last_save_is_kept_over_any_number_of_segments(
    tmp_path: Path, count: int
) -> None:
    store = make(tmp_path / "a", count)
    assert _logs(store) == {"上一版": count - 1}


def test_each_day_that_is_over_is_kept_as_it_ended_and_only_the_last_ten(tmp_path: Path) -> None:
    store = make(tmp_path / "a", BEGUN)
    days = [date(2026, 11, day).isoformat() for day in range(1, 13)]
    ended = {}
    for count in range(BEGUN, 2 * len(days) + BEGUN, 2):
        day = days[(count - BEGUN) // 2]
        append(store, count)
        append(store, count + 1)
        ended[day] = count + 2
        last_written(store.folder / "events.json", day)
        store.read_log()
    append(store, max(ended.values()))
    kept = dict(sorted(ended.items(), reverse=True)[:10])
    assert _logs(store) == {"上一版": max(ended.values())} | kept


def test_saves_of_the_same_day_make_no_dated_copy(tmp_path: Path) -> None:
    store = make(tmp_path / "a", BEGUN + 4)
    assert _names(store.folder / "copies") == ["previous.json"]


def test_copies_cost_a_save_no_disk_write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = make(tmp_path / "a", BEGUN + 2)
    last_written(store.folder / "events.json", "2026-11-20")
    synced: list[int] = []
    real = os.fsync

    def noted(handle: int) -> None:
        synced.append(handle)
        real(handle)

    monkeypatch.setattr(os, "fsync", noted)
    store.read_log()
    append(store, BEGUN + 2)
    assert len(synced) == 2
    assert set(_logs(store)) == {"上一版", "2026-11-20"}


def test_a_copy_is_another_file_than_the_live_one_once_saved(tmp_path: Path) -> None:
    store = make(tmp_path / "a", 2 * SEAL_AT + 2)
    pairs = [("events.json", "copies/previous.json")]
    pairs += [(f"sealed/{n:04d}.json", f"copies/sealed/{_sealed(store, n)}") for n in (1, 2)]
    for one, other in pairs:
        assert (store.folder / one).stat().st_ino != (store.folder / other).stat().st_ino


def _sealed(store: AssessmentStore, number: int) -> str:
    (name,) = [n for n in _names(store.folder / "copies" / "sealed") if n.startswith(f"{number:04d}-")]
    return name


def test_a_sealed_segment_has_a_second_copy_with_the_same_bytes(tmp_path: Path) -> None:
    store = make(tmp_path / "a", 3 * SEAL_AT)
    for number in (1, 2):
        sealed = store.folder / "sealed" / f"{number:04d}.json"
        assert sealed.read_bytes() == (store.folder / "copies/sealed" / _sealed(store, number)).read_bytes()


@pytest.mark.skipif(os.name != "posix", reason="POSIX file modes")
def test_copies_are_for_their_owner_alone(tmp_path: Path) -> None:
    store = make(tmp_path / "a", 2 * SEAL_AT)
    for path in [store.folder / "copies", *(store.folder / "copies").rglob("*")]:
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600)


@pytest.mark.parametrize("code", [errno.EPERM, errno.ENOTSUP, errno.EMLINK])
def test_where_there_are_no_links_copies_are_made_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(code, "no links here")

    monkeypatch.setattr(os, "link", refuse)
    store = make(tmp_path / "a", 2 * SEAL_AT + 2)
    assert _logs(store) == {"上一版": 2 * SEAL_AT + 1}
    assert len(_names(store.folder / "copies" / "sealed")) == 2


def test_a_copy_that_cannot_be_made_is_no_fault_of_the_save(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = make(tmp_path / "a", BEGUN)
    (store.folder / "copies").write_bytes(b"in the way")
    append(store, BEGUN)
    assert stored(store.folder) == log_of(BEGUN + 1)


def test_a_second_name_replaces_the_first_holder_and_leaves_nothing_else(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    write_bytes(one, b"1")
    write_bytes(other, b"2")
    (tmp_path / ".other.tmp").write_bytes(b"left by a killed one")
    second_name(one, other)
    second_name(one, other)
    assert other.read_bytes() == b"1"
    assert _names(tmp_path) == ["one", "other"]

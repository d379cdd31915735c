"""Which lane a copy may write is kept with its events, and a merge is one save."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from fazhi_tui.domain.log.events import Event, Lane, Log
from fazhi_tui.errors import DamagedError
from fazhi_tui.storage import segments, tiny
from fazhi_tui.storage.atomic import write_bytes
from fazhi_tui.storage.store import AssessmentStore
from tests.samples import SAMPLE
from tests.storage.whole import BEGUN, SEAL_AT, STAMP, append, events, log_of, make, stored

ADVISER, OFFICER = Lane.ADVISER, Lane.OFFICER


@pytest.fixture(autouse=True)
def _small_segments(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(segments, "SEAL_AT", SEAL_AT)


def _arrived(folder: Path, count: int) -> AssessmentStore:
    """An adviser's copy of the first so many events, one save each after the first two."""
    folder.mkdir(parents=True)
    store = AssessmentStore(folder)
    store.create(SAMPLE.data, events()[:BEGUN], writer=ADVISER)
    store.read_log()
    for number in range(BEGUN, count):
        append(store, number)
    return store


def _writer(folder: Path) -> Lane:
    store = AssessmentStore(folder)
    store.read_log()
    return store.writer


def _meta(folder: Path) -> dict[str, object]:
    meta: dict[str, object] = json.loads((folder / "events.json").read_bytes())["meta"]["1"]
    return meta


def test_a_new_copy_is_the_officer_s_and_one_that_arrived_the_adviser_s(tmp_path: Path) -> None:
    make(tmp_path / "new", BEGUN)
    _arrived(tmp_path / "came", BEGUN)
    assert (_writer(tmp_path / "new"), _writer(tmp_path / "came")) == (OFFICER, ADVISER)


@pytest.mark.parametrize("count", [BEGUN + 1, SEAL_AT, SEAL_AT + 1, 3 * SEAL_AT + 2])
def test_the_writer_stays_over_any_number_of_saves_and_segments(tmp_path: Path, count: int) -> None:
    store = _arrived(tmp_path / "a", count)
    assert store.writer is _writer(tmp_path / "a") is ADVISER
    assert stored(tmp_path / "a") == log_of(count)


def test_a_segment_of_the_first_version_is_the_officer_s(tmp_path: Path) -> None:
    make(tmp_path / "a", BEGUN)
    path = tmp_path / "a" / "events.json"
    path.write_bytes(path.read_bytes().replace(b'"writer":"officer",', b""))
    assert "writer" not in _meta(tmp_path / "a")
    assert _writer(tmp_path / "a") is OFFICER


@pytest.mark.parametrize("old", [b'"writer":"adviser"', b'"writer"', b'"continues"'])
@pytest.mark.parametrize("new", [b'"writer":"adviser","writer":"officer"', b'"written"', b'"writer":"x"'])
def test_no_other_word_makes_it_the_officer_s(tmp_path: Path, old: bytes, new: bytes) -> None:
    _arrived(tmp_path / "a", BEGUN)
    path = tmp_path / "a" / "events.json"
    path.write_bytes(path.read_bytes().replace(old, new))
    with pytest.raises(DamagedError):
        _writer(tmp_path / "a")


def _writes(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    done: list[Path] = []

    def write(path: Path, data: bytes, **options: object) -> None:
        done.append(path)
        write_bytes(path, data, **options)  # type: ignore[arg-type]

    for module in (tiny, segments):
        monkeypatch.setattr(module, "write_bytes", write)
    return done


@pytest.mark.parametrize("writer", Lane)
@pytest.mark.parametrize("count", [0, 1, 30])
def test_a_merge_is_one_replace_of_the_live_file_or_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, writer: Lane, count: int
) -> None:
    store = _arrived(tmp_path / "a", BEGUN + 1)
    done = _writes(monkeypatch)
    coming = events()[BEGUN + 1 : BEGUN + 1 + count]
    store.merge(log_of(BEGUN + 1), coming, writer=writer)
    expected = [tmp_path / "a" / "events.json"]
    assert done == (expected if count or writer is OFFICER else [])
    assert stored(tmp_path / "a") == log_of(BEGUN + 1 + count)
    assert store.writer is _writer(tmp_path / "a") is writer


@pytest.mark.parametrize("writer", Lane)
def test_saves_go_on_after_a_merge(tmp_path: Path, writer: Lane) -> None:
    store = _arrived(tmp_path / "a", SEAL_AT)
    store.merge(log_of(SEAL_AT), events()[SEAL_AT:20], writer=writer)
    for number in range(20, 30):
        append(store, number)
    assert stored(tmp_path / "a") == log_of(30)
    assert _writer(tmp_path / "a") is writer


def test_a_merge_of_both_lanes_into_sealed_segments_reads_back(tmp_path: Path) -> None:
    officer = Log(log_of(40).officer, ())
    folder = tmp_path / "a"
    folder.mkdir()
    store = AssessmentStore(folder)
    known: list[Event] = []
    for event in officer.officer[: SEAL_AT * 2 - 2]:
        if not known:
            store.create(SAMPLE.data, officer.officer[:BEGUN])
            known, _ = list(officer.officer[:BEGUN]), store.read_log()
        elif event not in known:
            store.append(Log(tuple(known)), [event])
            known.append(event)
    coming = [event for event in events() if event not in known]
    store.merge(Log(tuple(known)), coming, writer=OFFICER)
    assert stored(folder) == log_of(40)


def _restored(folder: Path) -> None:
    copies = AssessmentStore(folder).copies
    copies.restore(copies.good()[0], STAMP)


@pytest.mark.parametrize("cut", [1, 40, 400])
def test_restoring_a_copy_keeps_the_writer_a_damaged_file_still_names(tmp_path: Path, cut: int) -> None:
    _arrived(tmp_path / "a", 12)
    path = tmp_path / "a" / "events.json"
    path.write_bytes(path.read_bytes()[:-cut])
    _restored(tmp_path / "a")
    assert _writer(tmp_path / "a") is ADVISER


@pytest.mark.parametrize("damage", [b"", b"\0" * 500, b"{", b"not ours"])
def test_restoring_a_copy_takes_the_writer_from_the_newest_copy_else(tmp_path: Path, damage: bytes) -> None:
    _arrived(tmp_path / "a", 12)
    (tmp_path / "a" / "events.json").write_bytes(damage)
    _restored(tmp_path / "a")
    assert _writer(tmp_path / "a") is ADVISER


def test_going_back_before_a_take_over_leaves_the_writer(tmp_path: Path) -> None:
    store = _arrived(tmp_path / "a", 12)
    store.merge(log_of(12), (), writer=OFFICER)
    copies = AssessmentStore(tmp_path / "a").copies
    copies.restore(copies.find("上一版"), STAMP)
    assert _writer(tmp_path / "a") is OFFICER


def test_a_note_that_looks_like_the_writer_is_not_taken_for_it(tmp_path: Path) -> None:
    from fazhi_tui.storage.salvage import writer_in

    path = tmp_path / "x"
    path.write_text(json.dumps({"note": 'x","writer":"officer"'}), encoding="utf-8")
    assert writer_in(path) is None
    assert writer_in(tmp_path / "nowhere") is None

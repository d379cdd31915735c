from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from fazhi_tui.domain.log.events import Event, Log
from fazhi_tui.storage import segment, segments, tiny
from fazhi_tui.storage.atomic import write_bytes
from fazhi_tui.storage.segments import Segments
from tests.storage.growing import SEAL_AT, begin, grow, next_of


@pytest.fixture(autouse=True)
def _small_segments(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(segments, "SEAL_AT", SEAL_AT)


@pytest.mark.parametrize("count", [0, 1, SEAL_AT - 1, SEAL_AT, 3 * SEAL_AT, 5 * SEAL_AT + 3])
def test_every_event_is_read_back_over_any_number_of_segments(tmp_path: Path, count: int) -> None:
    store, log = begin(tmp_path)
    log = grow(store, log, count)
    assert Segments(tmp_path).read() == log
    assert store.read() == log


def test_a_sealed_segment_never_changes_again(tmp_path: Path) -> None:
    store, log = begin(tmp_path)
    log = grow(store, log, SEAL_AT)
    first = (tmp_path / "sealed" / "0001.json").read_bytes()
    grow(store, log, 3 * SEAL_AT)
    assert (tmp_path / "sealed" / "0001.json").read_bytes() == first
    assert sorted(p.name for p in (tmp_path / "sealed").iterdir()) == [
        "0001.json",
        "0002.json",
        "0003.json",
        "0004.json",
    ]


def test_the_live_file_stays_small(tmp_path: Path) -> None:
    store, log = begin(tmp_path)
    sizes = []
    for _ in range(6 * SEAL_AT):
        log = grow(store, log, 1)
        sizes.append((tmp_path / "events.json").stat().st_size)
    assert max(sizes[SEAL_AT:]) < 1.5 * max(sizes[:SEAL_AT])


def test_the_files_are_tinydb_databases_that_name_what_they_continue(tmp_path: Path) -> None:
    store, log = begin(tmp_path)
    grow(store, log, SEAL_AT)
    live = json.loads((tmp_path / "events.json").read_text(encoding="utf-8"))
    last = json.loads((tmp_path / "sealed" / "0001.json").read_text(encoding="utf-8"))["events"]
    heads = {e["lane"]: e["hash"] for e in last.values()}
    assert live["meta"]["1"] == {
        "schema": 1,
        "id": tmp_path.name,
        "segment": 2,
        "writer": "officer",
        "continues": heads,
    }
    assert list(live["events"]) == ["1"]


def test_several_events_in_one_append_are_one_write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store, log = begin(tmp_path)
    more: list[Event] = []
    for _ in range(3):
        more.append(next_of(log.with_events(more)))
    writes: list[Path] = []
    monkeypatch.setattr(tiny, "write_bytes", _counting(writes))
    store.append(log, more)
    assert writes == [tmp_path / "events.json"]
    assert Segments(tmp_path).read() == log.with_events(more)


def _counting(writes: list[Path]) -> Callable[..., None]:
    def write(path: Path, data: bytes, *, keep: Callable[[Path], None]) -> None:
        writes.append(path)
        write_bytes(path, data, keep=keep)

    return write


def test_a_reader_is_not_disturbed_by_a_writer_that_seals_meanwhile(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store, log = begin(tmp_path)
    log = grow(store, log, 2 * SEAL_AT - 1)
    real = tiny.read_tables
    grown: list[Log] = []

    def read_then_write(path: Path) -> tiny.Tables:
        tables = real(path)
        if not grown:
            grown.append(log)
            grown.append(grow(store, log, 2))
        return tables

    monkeypatch.setattr(segment, "read_tables", read_then_write)
    assert Segments(tmp_path).read() == log

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from fazhi_tui.domain.events import Event, Lane, Log, next_event, sealed
from fazhi_tui.errors import DamagedError
from fazhi_tui.storage import segments, tiny
from fazhi_tui.storage.atomic import write_bytes
from fazhi_tui.storage.segments import Segments

SEAL_AT = 8


@pytest.fixture(autouse=True)
def _small_segments(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(segments, "SEAL_AT", SEAL_AT)


def _next(log: Log, lane: Lane = Lane.OFFICER) -> Event:
    payload = {"n": len(log)}
    return next_event(
        log, lane, kind="answered", payload=payload, at="2026-11-24T09:00:00+08:00", actor="张某"
    )


def _begin(folder: Path) -> tuple[Segments, Log]:
    log = Log()
    log = log.with_event(_next(log))
    store = Segments(folder)
    store.create("某局-2023", log.officer)
    assert store.read() == log
    return store, log


def _grow(store: Segments, log: Log, count: int) -> Log:
    for number in range(count):
        event = _next(log, Lane.ADVISER if number % 3 == 2 else Lane.OFFICER)
        store.append(log, [event])
        log = log.with_event(event)
    return log


@pytest.mark.parametrize("count", [0, 1, SEAL_AT - 1, SEAL_AT, 3 * SEAL_AT, 5 * SEAL_AT + 3])
def test_every_event_is_read_back_over_any_number_of_segments(tmp_path: Path, count: int) -> None:
    store, log = _begin(tmp_path)
    log = _grow(store, log, count)
    assert Segments(tmp_path).read() == log
    assert store.read() == log


def test_a_sealed_segment_never_changes_again(tmp_path: Path) -> None:
    store, log = _begin(tmp_path)
    log = _grow(store, log, SEAL_AT)
    first = (tmp_path / "sealed" / "0001.json").read_bytes()
    _grow(store, log, 3 * SEAL_AT)
    assert (tmp_path / "sealed" / "0001.json").read_bytes() == first
    assert sorted(p.name for p in (tmp_path / "sealed").iterdir()) == [
        "0001.json",
        "0002.json",
        "0003.json",
        "0004.json",
    ]


def test_the_live_file_stays_small(tmp_path: Path) -> None:
    store, log = _begin(tmp_path)
    sizes = []
    for _ in range(6 * SEAL_AT):
        log = _grow(store, log, 1)
        sizes.append((tmp_path / "events.json").stat().st_size)
    assert max(sizes[SEAL_AT:]) < 1.5 * max(sizes[:SEAL_AT])


def test_the_files_are_tinydb_databases_that_name_what_they_continue(tmp_path: Path) -> None:
    store, log = _begin(tmp_path)
    _grow(store, log, SEAL_AT)
    live = json.loads((tmp_path / "events.json").read_text(encoding="utf-8"))
    last = json.loads((tmp_path / "sealed" / "0001.json").read_text(encoding="utf-8"))["events"]
    heads = {e["lane"]: e["hash"] for e in last.values()}
    assert live["meta"]["1"] == {"schema": 1, "id": "某局-2023", "segment": 2, "continues": heads}
    assert list(live["events"]) == ["1"]


def test_several_events_in_one_append_are_one_write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store, log = _begin(tmp_path)
    more: list[Event] = []
    for _ in range(3):
        more.append(_next(log.with_events(more)))
    writes: list[Path] = []
    monkeypatch.setattr(tiny, "write_bytes", _counting(writes))
    store.append(log, more)
    assert writes == [tmp_path / "events.json"]
    assert Segments(tmp_path).read() == log.with_events(more)


def _counting(writes: list[Path]) -> Callable[[Path, bytes], None]:
    def write(path: Path, data: bytes) -> None:
        writes.append(path)
        write_bytes(path, data)

    return write


class _Disk:
    """A disk that fails at the given write, before the file is replaced or just after."""

    def __init__(self, *, fails_at: int, after: bool) -> None:
        self.left = fails_at
        self.after = after

    def write(self, path: Path, data: bytes) -> None:
        self.left -= 1
        if self.left == 0 and not self.after:
            raise OSError(28, "full")
        write_bytes(path, data)
        if self.left == 0:
            raise OSError(5, "lost")


@pytest.mark.parametrize("after", [False, True])
@pytest.mark.parametrize("fails_at", [1, 2, 3])
def test_a_writer_stopped_between_the_steps_of_sealing_loses_no_acknowledged_event(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fails_at: int, after: bool
) -> None:
    store, log = _begin(tmp_path)
    log = _grow(store, log, SEAL_AT - 1)
    disk = _Disk(fails_at=fails_at, after=after)
    monkeypatch.setattr(segments, "write_bytes", disk.write)
    monkeypatch.setattr(tiny, "write_bytes", disk.write)
    event = _next(log)
    with pytest.raises(OSError, match=r"full|lost"):
        store.append(log, [event])
    assert Segments(tmp_path).read() in (log, log.with_event(event))
    assert (Segments(tmp_path).read() == log) or (fails_at == 3 and after)


@pytest.mark.parametrize("after", [False, True])
@pytest.mark.parametrize("fails_at", [1, 2, 3])
def test_the_same_writer_goes_on_after_a_failed_save_and_writes_each_event_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fails_at: int, after: bool
) -> None:
    store, log = _begin(tmp_path)
    log = _grow(store, log, SEAL_AT - 1)
    disk = _Disk(fails_at=fails_at, after=after)
    monkeypatch.setattr(segments, "write_bytes", disk.write)
    monkeypatch.setattr(tiny, "write_bytes", disk.write)
    first = _next(log)
    with pytest.raises(OSError, match=r"full|lost"):
        store.append(log, [first])
    second = _next(log.with_event(first))
    store.append(log, [first, second])
    log = log.with_events([first, second])
    assert Segments(tmp_path).read() == log
    log = _grow(store, log, 2 * SEAL_AT)
    assert Segments(tmp_path).read() == log


@pytest.mark.parametrize("after", [False, True])
@pytest.mark.parametrize("count", [0, SEAL_AT - 2])
def test_a_failed_save_outside_sealing_can_be_repeated(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, count: int, after: bool
) -> None:
    store, log = _begin(tmp_path)
    log = _grow(store, log, count)
    monkeypatch.setattr(tiny, "write_bytes", _Disk(fails_at=1, after=after).write)
    event = _next(log)
    with pytest.raises(OSError, match=r"full|lost"):
        store.append(log, [event])
    more = [event, _next(log.with_event(event))]
    store.append(log, more)
    assert Segments(tmp_path).read() == log.with_events(more)


def test_a_reader_is_not_disturbed_by_a_writer_that_seals_meanwhile(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store, log = _begin(tmp_path)
    log = _grow(store, log, 2 * SEAL_AT - 1)
    real = tiny.read_tables
    grown: list[Log] = []

    def read_then_write(path: Path) -> tiny.Tables:
        tables = real(path)
        if not grown:
            grown.append(log)
            grown.append(_grow(store, log, 2))
        return tables

    monkeypatch.setattr(segments, "read_tables", read_then_write)
    assert Segments(tmp_path).read() == log


def _edit(path: Path, change: Callable[[dict[str, Any]], object]) -> None:
    data = json.loads(path.read_text(encoding="utf-8"))
    change(data)
    path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")


BROKEN: list[tuple[str, Callable[[dict[str, Any]], object]]] = [
    ("events.json", lambda d: d.pop("meta")),
    ("events.json", lambda d: d.pop("events")),
    ("events.json", lambda d: d["meta"].update({"2": {}})),
    ("events.json", lambda d: d["meta"]["1"].pop("segment")),
    ("events.json", lambda d: d["meta"]["1"].update(segment=0)),
    ("events.json", lambda d: d["meta"]["1"].update(segment="3")),
    ("events.json", lambda d: d["meta"]["1"].update(segment=2)),
    ("events.json", lambda d: d["meta"]["1"].update(segment=4)),
    ("events.json", lambda d: d["meta"]["1"].update(segment=10**9)),
    ("events.json", lambda d: d["meta"]["1"].update(continues={"officer": "", "adviser": ""})),
    ("events.json", lambda d: d["events"].update({"x": {}})),
    ("events.json", lambda d: d["events"].update({"1": 3})),
    ("events.json", lambda d: d["events"]["1"].update(actor="别人")),
    ("events.json", lambda d: d["events"].pop("1")),
    ("sealed/0001.json", lambda d: d["events"]["3"]["payload"].update(n=99)),
    ("sealed/0001.json", lambda d: d["events"].pop("8")),
    ("sealed/0002.json", lambda d: d["meta"]["1"].update(segment=1)),
]


@pytest.mark.parametrize(("name", "change"), BROKEN, ids=range(len(BROKEN)))
def test_a_change_to_any_segment_is_found_and_nothing_is_touched(
    tmp_path: Path, name: str, change: Callable[[dict[str, Any]], object]
) -> None:
    store, log = _begin(tmp_path)
    _grow(store, log, 2 * SEAL_AT + 1)
    _edit(tmp_path / name, change)
    before = {p: p.read_bytes() for p in tmp_path.rglob("*.json")}
    with pytest.raises(DamagedError) as caught:
        Segments(tmp_path).read()
    assert "备份" in caught.value.hint
    assert {p: p.read_bytes() for p in tmp_path.rglob("*.json")} == before


@pytest.mark.parametrize("name", ["events.json", "sealed/0001.json", "sealed/0002.json"])
def test_a_missing_segment_is_damage_and_named(tmp_path: Path, name: str) -> None:
    store, log = _begin(tmp_path)
    _grow(store, log, 2 * SEAL_AT + 1)
    (tmp_path / name).unlink()
    with pytest.raises(DamagedError, match="不见了") as caught:
        Segments(tmp_path).read()
    assert str(tmp_path / name) in caught.value.message


def test_swapped_segments_are_damage(tmp_path: Path) -> None:
    store, log = _begin(tmp_path)
    _grow(store, log, 2 * SEAL_AT + 1)
    one, two = tmp_path / "sealed" / "0001.json", tmp_path / "sealed" / "0002.json"
    first, second = one.read_bytes(), two.read_bytes()
    one.write_bytes(second)
    two.write_bytes(first)
    with pytest.raises(DamagedError, match="接不上"):
        Segments(tmp_path).read()


def test_a_forged_last_event_with_a_fresh_hash_is_only_caught_by_the_check_code(tmp_path: Path) -> None:
    store, log = _begin(tmp_path)
    log = _grow(store, log, 1)
    forged = sealed(
        next_event(Log(log.officer[:-1]), Lane.OFFICER, kind="answered", payload={}, at="", actor="")
    )
    _edit(tmp_path / "events.json", lambda d: d["events"].update({"2": forged.as_dict()}))
    assert Segments(tmp_path).read().head(Lane.OFFICER) != log.head(Lane.OFFICER)

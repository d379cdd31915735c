from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from fazhi_tui.domain.log.events import Lane, Log, next_event, sealed
from fazhi_tui.errors import DamagedError
from fazhi_tui.storage import segments
from fazhi_tui.storage.segments import Segments
from tests.storage.growing import SEAL_AT, begin, grow


@pytest.fixture(autouse=True)
def _small_segments(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(segments, "SEAL_AT", SEAL_AT)


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
    store, log = begin(tmp_path)
    grow(store, log, 2 * SEAL_AT + 1)
    _edit(tmp_path / name, change)
    before = {p: p.read_bytes() for p in tmp_path.rglob("*.json")}
    with pytest.raises(DamagedError) as caught:
        Segments(tmp_path).read()
    assert "备份" in caught.value.hint
    assert {p: p.read_bytes() for p in tmp_path.rglob("*.json")} == before


@pytest.mark.parametrize("name", ["events.json", "sealed/0001.json", "sealed/0002.json"])
def test_a_missing_segment_is_damage_and_named(tmp_path: Path, name: str) -> None:
    store, log = begin(tmp_path)
    grow(store, log, 2 * SEAL_AT + 1)
    (tmp_path / name).unlink()
    with pytest.raises(DamagedError, match="不见了") as caught:
        Segments(tmp_path).read()
    assert str(tmp_path / name) in caught.value.message


def test_swapped_segments_are_damage(tmp_path: Path) -> None:
    store, log = begin(tmp_path)
    grow(store, log, 2 * SEAL_AT + 1)
    one, two = tmp_path / "sealed" / "0001.json", tmp_path / "sealed" / "0002.json"
    first, second = one.read_bytes(), two.read_bytes()
    one.write_bytes(second)
    two.write_bytes(first)
    with pytest.raises(DamagedError, match="接不上"):
        Segments(tmp_path).read()


def test_a_forged_last_event_with_a_fresh_hash_is_only_caught_by_the_check_code(tmp_path: Path) -> None:
    store, log = begin(tmp_path)
    log = grow(store, log, 1)
    forged = sealed(
        next_event(Log(log.officer[:-1]), Lane.OFFICER, kind="answered", payload={}, at="", actor="")
    )
    _edit(tmp_path / "events.json", lambda d: d["events"].update({"2": forged.as_dict()}))
    assert Segments(tmp_path).read().head(Lane.OFFICER) != log.head(Lane.OFFICER)

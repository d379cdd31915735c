from __future__ import annotations

from pathlib import Path

import pytest

from fazhi_tui.domain.log.events import Lane, Log, in_order
from fazhi_tui.storage.salvage import continued, readable_events, whole_beginning
from tests.storage.damages import UNREADABLE, edited
from tests.storage.whole import SEAL_AT, events, log_of

COUNT = 20


def test_a_whole_file_gives_all_its_events_in_order(folder: Path) -> None:
    assert readable_events(folder / "sealed" / "0001.json") == list(events()[:SEAL_AT])
    assert whole_beginning(folder / "sealed" / "0001.json") == (SEAL_AT, True)


@pytest.mark.parametrize(("damage", "count"), [("empty", 0), ("zeros", 0), ("cut by one", 8), ("twice", 16)])
def test_of_a_damaged_one_it_gives_what_is_genuine(folder: Path, damage: str, count: int) -> None:
    path = folder / "sealed" / "0001.json"
    path.write_bytes(UNREADABLE[damage](path.read_bytes()))
    assert len(readable_events(path)) == count


def test_a_changed_event_is_not_given_and_those_behind_it_are(folder: Path) -> None:
    path = folder / "sealed" / "0001.json"
    path.write_bytes(edited(lambda tables: tables["events"]["3"].update(actor="别人"))(path.read_bytes()))
    assert readable_events(path) == [*events()[:2], *events()[3:SEAL_AT]]
    assert whole_beginning(path) == (2, False)


def test_a_file_that_is_not_there_gives_none(tmp_path: Path) -> None:
    assert readable_events(tmp_path / "gone") == []


def test_events_continue_a_log_in_whatever_order_they_come() -> None:
    assert continued(log_of(5), reversed(events())) == log_of(len(events()))
    assert continued(log_of(COUNT), events()[:COUNT]) == log_of(COUNT)
    assert continued(Log(), []) == Log()


@pytest.mark.parametrize("missing", range(len(events())))
def test_behind_a_missing_event_only_what_does_not_need_it_continues(missing: int) -> None:
    log = continued(Log(), [e for e in events() if e is not events()[missing]])
    assert in_order(log)[:missing] == list(events()[:missing])
    there = {e.hash for lane in Lane for e in log.lane(lane)}
    assert events()[missing].hash not in there
    assert all(e.seen in {*there, ""} for lane in Lane for e in log.lane(lane))

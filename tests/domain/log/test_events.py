from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fazhi_tui.domain.log.canonical import canonical, digest
from fazhi_tui.domain.log.events import (
    Event,
    Lane,
    Log,
    check_code,
    event_from,
    in_order,
    log_from,
    next_event,
    sealed,
)
from fazhi_tui.errors import DamagedError


def _after(log: Log, lane: Lane, kind: str = "answered", **payload: object) -> Event:
    return next_event(log, lane, kind=kind, payload=payload, at="2026-11-24T09:00:00+08:00", actor="张某")


def _log(*lanes: Lane) -> Log:
    log = Log()
    for lane in lanes:
        log = log.with_event(_after(log, lane))
    return log


OFFICER, ADVISER = Lane.OFFICER, Lane.ADVISER
JSON_VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text("汉字ab"),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(st.text("汉ab", max_size=3), inner, max_size=3),
    max_leaves=8,
)


def test_canonical_json_is_sorted_compact_and_keeps_han() -> None:
    assert (
        canonical({"乙": [1, None], "甲": {"b": True, "a": "字"}})
        == '{"乙":[1,null],"甲":{"a":"字","b":true}}'.encode()
    )


@given(JSON_VALUES)
def test_a_digest_survives_a_round_trip_through_json(value: Any) -> None:  # noqa: ANN401
    assert digest(json.loads(json.dumps(value))) == digest(value)


@given(st.dictionaries(st.text("汉ab", max_size=3), st.integers(), min_size=2, max_size=5))
def test_a_digest_does_not_depend_on_the_order_of_keys(value: dict[str, int]) -> None:
    assert digest(dict(reversed(list(value.items())))) == digest(value)


def test_canonical_json_refuses_what_json_does_not_have() -> None:
    with pytest.raises(ValueError, match="JSON"):
        canonical(float("nan"))


def test_an_event_continues_its_lane_and_names_the_head_of_the_other() -> None:
    log = _log(OFFICER, ADVISER)
    event = _after(log, ADVISER)
    assert (event.seq, event.prev, event.seen) == (2, log.adviser[-1].hash, log.officer[-1].hash)
    assert event.hash == digest(event.content())


def test_an_event_reads_back_from_its_stored_form() -> None:
    event = _after(Log(), OFFICER, note="说明")
    assert event_from(json.loads(json.dumps(event.as_dict()))) == event


@pytest.mark.parametrize(
    "change",
    [
        lambda d: d.pop("hash"),
        lambda d: d.pop("payload"),
        lambda d: d.update(seq="1"),
        lambda d: d.update(seq=True),
        lambda d: d.update(lane="judge"),
        lambda d: d.update(at=None),
        lambda d: d.update(actor=3),
        lambda d: d.update(payload=[]),
    ],
)
def test_a_stored_event_with_a_wrong_field_is_damage(change: Callable[[dict[str, Any]], Any]) -> None:
    data = _after(Log(), OFFICER).as_dict()
    change(data)
    with pytest.raises(DamagedError, match="记录"):
        event_from(data)


def test_a_stored_event_that_is_no_table_is_damage() -> None:
    with pytest.raises(DamagedError, match="记录"):
        event_from([])  # type: ignore[arg-type]


def test_a_log_is_read_from_events_in_any_interleaving() -> None:
    log = _log(OFFICER, OFFICER, ADVISER, OFFICER, ADVISER)
    assert log_from([*log.adviser, *log.officer]) == log
    assert log_from([log.officer[0], *log.adviser, *log.officer[1:]]) == log


@pytest.mark.parametrize("field", ["seq", "at", "actor", "kind", "payload", "prev", "seen", "hash"])
def test_an_event_changed_in_any_field_is_found(field: str) -> None:
    log = _log(OFFICER, OFFICER, OFFICER)
    other: Any = {"seq": 7, "payload": {"note": "改"}}.get(field, "改")
    events = [log.officer[0], replace(log.officer[1], **{field: other}), log.officer[2]]
    with pytest.raises(DamagedError, match="自评记录第2条"):
        log_from(events)


def test_a_rewritten_event_with_a_fresh_hash_breaks_the_next_link() -> None:
    log = _log(OFFICER, OFFICER)
    forged = sealed(replace(log.officer[0], actor="别人"))
    with pytest.raises(DamagedError, match=r"自评记录第2条.*接不上"):
        log_from([forged, log.officer[1]])


def test_a_missing_event_is_found() -> None:
    log = _log(OFFICER, OFFICER, OFFICER)
    with pytest.raises(DamagedError, match="接不上"):
        log_from([log.officer[0], log.officer[2]])


@pytest.mark.parametrize("value", [float("nan"), "\ud800"])
def test_a_payload_that_cannot_be_hashed_is_damage(value: object) -> None:
    event = replace(_after(Log(), OFFICER), payload={"note": value})
    with pytest.raises(DamagedError, match="自评记录第1条"):
        log_from([event])


def test_events_that_saw_nothing_of_each_other_stand_officer_first() -> None:
    officer, adviser = _log(OFFICER, OFFICER), _log(ADVISER, ADVISER)
    log = Log(officer.officer, adviser.adviser)
    assert in_order(log) == [*officer.officer, *adviser.adviser]


def test_an_event_stands_behind_what_it_saw() -> None:
    log = _log(OFFICER, ADVISER, OFFICER, OFFICER, ADVISER)
    expected = [log.officer[0], log.adviser[0], log.officer[1], log.officer[2], log.adviser[1]]
    assert in_order(log) == expected


def test_an_event_that_saw_what_is_not_there_is_damage_and_named() -> None:
    log = _log(OFFICER, ADVISER)
    with pytest.raises(DamagedError, match="复核记录第1条"):
        in_order(Log((), log.adviser))


@given(st.lists(st.tuples(st.sampled_from(Lane), st.booleans()), max_size=24))
def test_the_fold_order_keeps_each_lane_and_puts_every_event_behind_what_it_saw(
    steps: list[tuple[Lane, bool]],
) -> None:
    copies = {lane: Log() for lane in Lane}
    for lane, meets in steps:
        copies[lane] = copies[lane].with_event(_after(copies[lane], lane))
        if meets:
            copies = dict.fromkeys(Lane, Log(copies[OFFICER].officer, copies[ADVISER].adviser))
    log = Log(copies[OFFICER].officer, copies[ADVISER].adviser)
    order = in_order(log)
    assert tuple(e for e in order if e.lane is OFFICER) == log.officer
    assert tuple(e for e in order if e.lane is ADVISER) == log.adviser
    place = {event.hash: position for position, event in enumerate(order)}
    assert all(place[e.seen] < place[e.hash] for e in order if e.seen)


def test_the_check_code_is_sixteen_hex_digits_and_changes_with_each_part() -> None:
    logs = [_log(), _log(OFFICER), _log(OFFICER, OFFICER), _log(OFFICER, ADVISER)]
    codes = {check_code(log, library) for log in logs for library in ("", "a" * 64)}
    assert len(codes) == 8
    assert all(len(code) == 16 and set(code) <= set("0123456789abcdef") for code in codes)


def test_an_event_with_the_wrong_number_is_found_even_with_a_hash_of_its_own() -> None:
    log = _log(OFFICER)
    with pytest.raises(DamagedError, match="接不上"):
        log_from([log.officer[0], sealed(replace(_after(log, OFFICER), seq=3))])

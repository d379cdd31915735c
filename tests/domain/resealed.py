"""A log rewritten by somebody who knows how the hashes are made."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from fazhi_tui.domain.log.events import NO_HASH, Event, Lane, Log, in_order, sealed

Change = Callable[[Event], Event]


def resealed(events: Iterable[Event]) -> list[Event]:
    """The events numbered, linked and hashed anew in their order; what they have seen is kept by place."""
    heads, seqs, renamed = dict.fromkeys(Lane, NO_HASH), dict.fromkeys(Lane, 0), {NO_HASH: NO_HASH}
    made = []
    for event in events:
        lane = event.lane
        seqs[lane] += 1
        seen = renamed.get(event.seen, event.seen)
        new = sealed(replace(event, seq=seqs[lane], prev=heads[lane], seen=seen))
        renamed[event.hash] = heads[lane] = new.hash
        made.append(new)
    return made


def forged(log: Log, kind: str, **payload: Any) -> list[Event]:  # noqa: ANN401
    """The log with fields of the payload of its last event of a kind changed."""

    def change(data: Mapping[str, Any]) -> dict[str, Any]:
        return {**data, **payload}

    events = in_order(log)
    last = max(place for place, event in enumerate(events) if event.kind == kind)
    events[last] = replace(events[last], payload=change(events[last].payload))
    return resealed(events)

"""What can still be read of a damaged file: every event whose hash is that of its content."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from itertools import takewhile
from pathlib import Path

from fazhi_tui.domain.log.events import NO_HASH, Event, Lane, Log, event_from, is_genuine
from fazhi_tui.errors import DamagedError
from fazhi_tui.storage.atomic import read_bytes

# In a text someone typed a quote is escaped, so there this cannot be found.
_BEGINNING = re.compile(r'(?:"(\d{1,9})"\s*:\s*)?(\{\s*"seq"\s*:)')
_WRITER = re.compile(r'"writer"\s*:\s*"(officer|adviser)"')
# An editor may have saved the file anew in the system's own encoding.
_ENCODINGS = ("utf-8", "gb18030", "utf-16")


def readable_events(path: Path) -> list[Event]:
    """The genuine events in a file, in its order, whatever surrounds them; none if it cannot be opened."""
    return [event for _, event in _found_in(path)]


def whole_beginning(path: Path) -> tuple[int, bool]:
    """How many of a damaged file's events can be read from its first one on, and whether it shows no more."""
    numbers = [number for number, _ in _found_in(path)]
    count = len([*takewhile(lambda pair: pair[0] == pair[1], enumerate(numbers, start=1))])
    return count, count == _beginnings_in(path)


def writer_in(path: Path) -> Lane | None:
    """The lane a damaged file says its copy may write; None where that cannot be read."""
    try:
        text = read_bytes(path).replace(b"\0", b"").decode("utf-8", "replace")
    except OSError:
        return None
    found = _WRITER.search(text)
    return Lane(found[1]) if found else None


def continued(log: Log, events: Iterable[Event]) -> Log:
    """The log with those of the events, in any order, that continue it one after another.

    Only genuine events may be given. Where two could follow the same event, the first given does; one that
    has seen what is not there, and all behind it, stay out.
    """
    following: dict[tuple[Lane, int, str], Event] = {}
    for event in events:
        following.setdefault((event.lane, event.seq, event.prev), event)
    places = {lane: (lane, len(log.lane(lane)) + 1, log.head(lane)) for lane in Lane}
    there = {NO_HASH, *(event.hash for lane in Lane for event in log.lane(lane))}
    more: list[Event] = []
    while fit := [e for place in places.values() if (e := following.get(place)) and e.seen in there]:
        for found in fit:
            more.append(found)
            there.add(found.hash)
            places[found.lane] = (found.lane, found.seq + 1, found.hash)
    return log.with_events(more)


def _found_in(path: Path) -> list[tuple[int, Event]]:
    try:
        data = read_bytes(path)
    except OSError:
        return []
    found: list[tuple[int, Event]] = []
    for encoding in _ENCODINGS:
        if not found:
            found = _genuine(data.decode(encoding, "replace"))
    return found


def _beginnings_in(path: Path) -> int:
    """How many events a file shows, whole or not; only of one in our own encoding."""
    try:
        return len(_BEGINNING.findall(read_bytes(path).decode("utf-8", "replace")))
    except OSError:
        return 0


def _genuine(text: str) -> list[tuple[int, Event]]:
    """Each genuine event in a text with its number in the table, 0 where that cannot be read."""
    decoder = json.JSONDecoder()
    found: list[tuple[int, Event]] = []
    place = 0
    while (beginning := _BEGINNING.search(text, place)) is not None:
        place = beginning.end()
        try:
            data, end = decoder.raw_decode(text, beginning.start(2))
            event = event_from(data)
        except (ValueError, RecursionError, DamagedError):
            continue
        if is_genuine(event):
            found.append((int(beginning[1] or 0), event))
            place = end
    return found

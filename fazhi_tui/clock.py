"""The time of an event."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

Clock = Callable[[], datetime]


def stamp(clock: Clock) -> str:
    """The time of an event: ISO 8601 to the second, with zone."""
    return clock().isoformat(timespec="seconds")

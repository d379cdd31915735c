"""Windows keeps a file that another program has open from being replaced; it is usually free in a moment."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

# Access denied, sharing violation, lock violation. A virus scanner, an indexer or a reader of ours holds a
# file for milliseconds; a refusal that is meant outlasts the pauses, 1.3 seconds together.
_IN_USE = {5, 32, 33}
PAUSES = (0.01, 0.02, 0.04, 0.08, 0.15, 0.25, 0.35, 0.4)

Result = TypeVar("Result")


def retried(action: Callable[[], Result]) -> Result:
    """What the action returns, tried again after each pause while Windows says the file is in use.

    Elsewhere a refusal is final and is raised at once.

    Raises:
        OSError: the last refusal, or any other error.
    """
    for pause in PAUSES:
        try:
            return action()
        except PermissionError as error:
            if getattr(error, "winerror", None) not in _IN_USE:
                raise
        wait(pause)
    return action()


def wait(seconds: float) -> None:
    """Let the other program finish."""
    time.sleep(seconds)

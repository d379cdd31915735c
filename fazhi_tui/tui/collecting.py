"""When Python looks for unused objects: it walks through all there are, 100 ms with 50 sheets, and keys wait.

What an assessment is made of has no cycles and goes with the last reference to it. So once it is opened it is
left out of the walks; they go through the screens and dialogs that come and go over it, and take little. Back
at the list, where nothing is open, all is walked through once.
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


def undisturbed(compute: Callable[[], T]) -> T:
    """Compute without a walk: half made, nothing of it is unused."""
    gc.disable()
    try:
        return compute()
    finally:
        gc.enable()


def leave_out() -> None:
    """Leave what there is now out of the walks: an assessment has just been read."""
    gc.freeze()


def tidy_up() -> None:
    """Let go of what was left out and is closed now; what is still used is left out again."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()

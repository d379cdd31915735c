"""Every call that changes a disk, in its order, so that one of them can fail or be the process's last."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

NAMES = ("open", "write", "fsync", "replace", "rename", "link", "unlink", "mkdir", "rmdir")

Act = Callable[[int, str, Callable[[], Any]], Any]


@contextmanager
def watched(act: Act) -> Iterator[list[str]]:
    """Give each call, numbered from 0, to `act`, which may make it or not; yields their names so far."""
    seen: list[str] = []
    real = {name: getattr(os, name) for name in NAMES}

    def watching(name: str) -> Callable[..., Any]:
        def call(*args: Any, **kwargs: Any) -> Any:  # noqa: ANN401
            seen.append(name)
            return act(len(seen) - 1, name, lambda: real[name](*args, **kwargs))

        return call

    for name in NAMES:
        setattr(os, name, watching(name))
    try:
        yield seen
    finally:
        for name in NAMES:
            setattr(os, name, real[name])


def made(_: int, __: str, make: Callable[[], Any]) -> Any:  # noqa: ANN401
    """Make the call."""
    return make()


def failing(at: int, code: int, *, after: bool = False) -> Act:
    """The call with this number fails, before or after it has had its effect; the others are made."""

    def act(number: int, _: str, make: Callable[[], Any]) -> Any:  # noqa: ANN401
        if number != at:
            return make()
        if after:
            make()
        raise OSError(code, os.strerror(code))

    return act


def killing(at: int, *, after: bool) -> Act:
    """The process is killed just before or just after the call with this number."""

    def act(number: int, _: str, make: Callable[[], Any]) -> Any:  # noqa: ANN401
        if number == at and not after:
            os.kill(os.getpid(), signal.SIGKILL)
        try:
            return make()
        finally:
            if number == at:
                os.kill(os.getpid(), signal.SIGKILL)

    return act

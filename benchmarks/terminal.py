"""A program in a terminal of 80 by 24, and when it paints."""

from __future__ import annotations

import fcntl
import os
import select
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

QUIET = 0.06
PATIENCE = 20.0
_ENVIRONMENT = {
    "TERM": "xterm-256color",
    "TEXTUAL_DISABLE_KITTY_KEY": "1",
    "TEXTUAL_ANIMATIONS": "none",
    "TEXTUAL_SMOOTH_SCROLL": "0",
}


class Terminal:
    """Runs `python -m …` with a terminal of its own; ended when left.

    `data` is the data folder, named as the program's own is, that it finds without being told.
    """

    def __init__(
        self, module: str, *, cwd: Path, given: Sequence[str] = (), data: Path | None = None
    ) -> None:
        self._master, slave = os.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self._begun = time.perf_counter()
        self._process = subprocess.Popen(
            [sys.executable, "-m", module, *given],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            cwd=cwd,
            env=_environment() | _ENVIRONMENT | ({"XDG_DATA_HOME": str(data.parent)} if data else {}),
            start_new_session=True,
        )
        os.close(slave)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.terminate()
        while self._process.poll() is None:
            self._read(QUIET)
        os.close(self._master)

    def first_paint(self, text: str) -> float:
        """Milliseconds from the process's start until a text stands on the screen."""
        shown = b""
        while text.encode() not in shown:
            shown += self._read(PATIENCE)
        return (time.perf_counter() - self._begun) * 1000

    def processor_time(self) -> float:
        """Milliseconds of processor it has used; 0 where the system does not say."""
        # Linux: the clock of another process.
        clock = (~self._process.pid << 3) | 2
        return time.clock_gettime(clock) * 1000 if sys.platform == "linux" else 0.0

    def settle(self) -> None:
        """Wait until it paints nothing more."""
        while self._read(QUIET * 5):
            pass

    def press(self, key: str) -> float:
        """Milliseconds from a key until the last it paints on that key."""
        begun = time.perf_counter()
        os.write(self._master, key.encode())
        painted = self._read(PATIENCE)
        at = time.perf_counter()
        while more := self._read(QUIET):
            painted, at = painted + more, time.perf_counter()
        if not painted:
            raise RuntimeError(f"{key}: nothing was painted")
        return (at - begun) * 1000

    def press_all(self, keys: Sequence[str]) -> list[float]:
        """Each key in turn."""
        return [self.press(key) for key in keys]

    def _read(self, seconds: float) -> bytes:
        if not select.select([self._master], [], [], seconds)[0]:
            return b""
        try:
            return os.read(self._master, 1 << 16)
        except OSError:  # Linux: the other end is closed
            return b""


def _environment() -> dict[str, str]:
    """Ours, but byte code is kept, as it is where the program is installed."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}

"""A real pseudo-terminal with the program in it, and the screen it would show."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import cast

import pexpect
import pyte

KEYS = {
    "enter": "\r",
    "esc": "\x1b",
    "f2": "\x1bOQ",
    "f4": "\x1bOS",
    "f5": "\x1b[15~",
    "f6": "\x1b[17~",
    "f8": "\x1b[19~",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "ctrl+q": "\x11",
    "ctrl+w": "\x17",
    "ctrl+z": "\x1a",
}
PATIENCE = 20.0


class Terminal:
    """The program in a terminal of so many columns and rows."""

    def __init__(
        self,
        data: Path,
        *,
        columns: int = 80,
        rows: int = 24,
        env: dict[str, str] | None = None,
        program: tuple[str, ...] = ("-m", "fazhi_tui"),
    ) -> None:
        command = [*program, "--data", str(data), "--as", "张某"]
        environment = {"TERM": "xterm-256color", "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin", **(env or {})}
        self.child = pexpect.spawn(sys.executable, command, dimensions=(rows, columns), env=environment)
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self.received = b""

    @property
    def text(self) -> str:
        """The screen as text; a wide character's second cell is nothing."""
        return "\n".join(
            "".join(self.screen.buffer[y][x].data for x in range(self.screen.columns))
            for y in range(self.screen.lines)
        )

    def wait_for(self, *wanted: str) -> str:
        """Read until the screen shows all of these; fails with the screen after `PATIENCE` seconds."""
        self.wait_until(lambda: all(part in self.text for part in wanted), f"{wanted}")
        return self.text

    def wait_until(self, is_there: Callable[[], bool], wanted: str) -> None:
        """Read until something holds of the screen; fails with the screen after `PATIENCE` seconds."""
        deadline = time.monotonic() + PATIENCE
        while not is_there():
            assert time.monotonic() < deadline, f"{wanted} did not come:\n{self.text}"
            self._read()

    def press(self, *keys: str) -> None:
        """Send named keys, or characters as they are."""
        for key in keys:
            self.child.send(KEYS.get(key, key).encode())

    def type_in_chunks(self, text: str, size: int) -> None:
        """Send text as an input method does: so many characters at a time."""
        for start in range(0, len(text), size):
            self.child.send(text[start : start + size].encode())

    def paste(self, text: str) -> None:
        """Send text as a bracketed paste."""
        self.child.send(b"\x1b[200~" + text.replace("\n", "\r").encode() + b"\x1b[201~")

    def close(self) -> None:
        """Close the terminal itself, as its window's cross does; returns when the program has ended."""
        os.close(self.child.child_fd)
        deadline, pid = time.monotonic() + PATIENCE, int(self.child.pid or 0)
        while os.waitpid(pid, os.WNOHANG)[0] == 0:
            assert time.monotonic() < deadline, "the program outlives its terminal"
            time.sleep(0.02)

    def kill(self) -> None:
        """kill -9."""
        self.child.kill(signal.SIGKILL)
        self.child.wait()

    def end(self, number: int) -> int:
        """Send a signal; returns the exit code."""
        self.child.kill(number)
        return self.wait_for_exit()

    def wait_for_exit(self) -> int:
        """Read until the program ends; returns its exit code, or minus the signal's number."""
        deadline = time.monotonic() + PATIENCE
        while self._read():
            assert time.monotonic() < deadline, f"still running:\n{self.text}"
        self.child.wait()
        status = self.child.exitstatus
        return status if status is not None else -(self.child.signalstatus or 0)

    def pause(self) -> None:
        """Let the program go on for a moment, reading what it shows."""
        assert self._read(), f"ended:\n{self.text}"

    def resize(self, *, columns: int, rows: int) -> None:
        """Change the terminal's size."""
        self.child.setwinsize(rows, columns)
        self.screen.resize(rows, columns)

    def _read(self) -> bool:
        try:
            chunk = cast(bytes, self.child.read_nonblocking(65536, timeout=0.2))
        except pexpect.TIMEOUT:
            return True
        except pexpect.EOF:
            return False
        self.received += chunk
        self._stream.feed(chunk)
        return True

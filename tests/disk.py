"""A disk that can be full."""

from __future__ import annotations

import errno
from collections.abc import Callable
from pathlib import Path

import pytest

from fazhi_tui.storage.atomic import write_bytes


class Disk:
    """Writing of the log that fails while `full` is set."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.full = True
        monkeypatch.setattr("fazhi_tui.storage.tiny.write_bytes", self.write)

    def write(self, path: Path, data: bytes, *, keep: Callable[[Path], None] | None = None) -> None:
        if self.full:
            raise OSError(errno.ENOSPC, "No space left on device")
        write_bytes(path, data, keep=keep)

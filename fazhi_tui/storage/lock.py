"""One writer an assessment, and its name for the others."""

from __future__ import annotations

import contextlib
import json
import os
import platform
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from fazhi_tui.errors import LockedError, UnwritableError
from fazhi_tui.os_faults import os_fault
from fazhi_tui.storage.atomic import write_bytes
from fazhi_tui.storage.plain_json import encode

if TYPE_CHECKING:
    from filelock import BaseFileLock

_LOCK = ".lock"
_OWNER = ".owner.json"


class WriteLock:
    """Held while an assessment is open for writing; freed by the system if the process dies."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @cached_property
    def _lock(self) -> BaseFileLock:
        from filelock import FileLock

        # An assessment may be opened in one thread and closed in another.
        return FileLock(self._folder / _LOCK, timeout=0, mode=0o600, thread_local=False)

    def acquire(self, who: str, since: str) -> None:
        """Take the lock.

        Raises:
            LockedError: names who holds it and since when.
            UnwritableError: the folder cannot be written to.
        """
        from filelock import Timeout

        try:
            self._lock.acquire()
        except Timeout:
            raise LockedError(
                f"“{self._folder.name}”正由{self._holder()}打开，现在不能写入。",
                "请在那边关闭后再试；查看和导出不受影响。",
            ) from None
        except OSError as error:
            raise UnwritableError(
                f"“{self._folder.name}”不能写入：{os_fault(error)}（{self._folder}）",
                "请检查权限和磁盘；查看和导出不受影响。",
            ) from None
        owner = {"who": who, "pid": os.getpid(), "host": platform.node(), "since": since}
        # Only a courtesy to the others: a full disk must not keep an assessment from being opened.
        with contextlib.suppress(OSError):
            write_bytes(self._folder / _OWNER, encode(owner), durable=False)

    def release(self) -> None:
        """Give the lock back."""
        if self._lock.is_locked:
            with contextlib.suppress(OSError):
                (self._folder / _OWNER).unlink()
            self._lock.release()

    def _holder(self) -> str:
        try:
            owner = json.loads((self._folder / _OWNER).read_text(encoding="utf-8"))
            since = owner["since"][:16].replace("T", " ")
            return f"{owner['who']}（{owner['host']}，进程{owner['pid']}，自{since}起）"
        except (OSError, ValueError, KeyError, TypeError):
            return "另一个程序"

"""The checklists an assessment has adopted: the set in use, and every set it has ever had, by digest.

`checklists.json` is the set in use. `adopted/` keeps each set under the first 16 hex of its digest, so
that an adoption or its undo only has to be in the log: whatever set the log names is found.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from fazhi_tui.domain.log.canonical import digest as digest_of
from fazhi_tui.errors import DamagedError
from fazhi_tui.storage.atomic import make_folder, write_bytes
from fazhi_tui.storage.plain_json import decode, encode

IN_USE = "checklists.json"
ADOPTED = "adopted"
_NAME_DIGITS = 16
_DIGEST = re.compile("[0-9a-f]{64}")

Data = list[dict[str, Any]]


class AdoptedChecklists:
    """The sets kept in one assessment's folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._in_use = folder / IN_USE

    def create(self, data: Sequence[Mapping[str, Any]]) -> None:
        """Write the first set, kept and in use: two files, so that one damaged is not both."""
        self.put(data)
        write_bytes(self._in_use, encode(list(data)))

    def put(self, data: Sequence[Mapping[str, Any]]) -> None:
        """Keep a set, durably; the set in use stays what it is.

        Raises:
            OSError: it could not be kept.
        """
        self._keep(digest_of(list(data)), list(data))

    def read(self, digest: str) -> Data:
        """The set with this digest.

        Raises:
            DamagedError: no file holds it; names the file that should.
        """
        kept = self._kept(digest)
        for path in (self._in_use, kept) if _DIGEST.fullmatch(digest) else ():
            data, of = _read(path)
            if data is not None and of == digest:
                return data
        where = self._in_use if self._in_use.exists() else kept
        raise DamagedError(f"采用的清单与记录不符：{where}", "文件未作任何改动，请用备份恢复。")

    def use(self, digest: str) -> None:
        """Make the set with this digest the one in use, and keep the one it replaces.

        A disk that refuses is no fault: `read` finds the set where it is kept.

        Raises:
            DamagedError: no file holds the set.
        """
        data = self.read(digest)
        current, of = _read(self._in_use)
        if of == digest:
            return
        with contextlib.suppress(OSError):
            if current is not None:
                self._keep(of, current)
            write_bytes(self._in_use, encode(data))

    def _kept(self, digest: str) -> Path:
        return self._folder / ADOPTED / f"{digest[:_NAME_DIGITS]}.json"

    def _keep(self, digest: str, data: Sequence[Mapping[str, Any]]) -> None:
        path = self._kept(digest)
        if _read(path)[1] != digest:
            make_folder(path.parent)
            write_bytes(path, encode(data))


def _read(path: Path) -> tuple[Data | None, str]:
    """What a file holds and its digest; none, and an empty one, where it does not read."""
    try:
        data = decode(path.read_bytes(), path)
        if isinstance(data, list) and all(isinstance(d, dict) for d in data):
            return data, digest_of(data)
    except (OSError, DamagedError, ValueError, RecursionError):
        pass
    return None, ""

"""A small file beside the log that carries its own digest; damaged, it counts as not there."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from fazhi_tui.domain.log.canonical import digest
from fazhi_tui.errors import DamagedError
from fazhi_tui.storage.atomic import read_bytes, write_bytes
from fazhi_tui.storage.plain_json import decode, encode


def write_side_file(path: Path, value: Any) -> None:  # noqa: ANN401 - any JSON value
    """Replace the file; whole even if killed, but not waited for until it is on disk.

    Raises:
        OSError: the file is the old one.
    """
    write_bytes(path, encode({"digest": digest(value), "value": value}), durable=False)


def read_side_file(path: Path) -> Any:  # noqa: ANN401 - any JSON value
    """What was written last, None if that is not there whole."""
    try:
        data = decode(read_bytes(path), path)
        return data["value"] if data["digest"] == digest(data["value"]) else None
    except (OSError, DamagedError, KeyError, TypeError, ValueError, RecursionError):
        return None

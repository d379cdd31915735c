"""What the list shows of an assessment, kept beside its log and good for as long as it is of that log.

The list reads nothing else, and no more of the program than this.
"""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from fazhi_tui.storage.generations import LIVE
from fazhi_tui.storage.side_file import read_side_file, write_side_file

# Inode, bytes, nanoseconds of its time.
Stamp = tuple[int, int, int]

_SUMMARY = "summary.json"


def stamp_of(live: Path) -> Stamp | None:
    """What a live file is now; None if it is not there."""
    try:
        status = live.stat()
    except OSError:
        return None
    return status.st_ino, status.st_size, status.st_mtime_ns


def read_summary(folder: Path) -> dict[str, Any] | None:
    """The summary if it is whole and belongs to the log as it stands, else None."""
    summary = read_side_file(folder / _SUMMARY)
    stamp = stamp_of(folder / LIVE)
    if not isinstance(summary, dict) or stamp is None or summary.get("of") != list(stamp[1:]):
        return None
    return summary.get("values")


def write_summary(folder: Path, stamp: Stamp, values: Mapping[str, Any]) -> None:
    """Keep the summary of a log that has this stamp.

    It can always be rebuilt, so failing to write it is no fault.
    """
    with contextlib.suppress(OSError):
        write_side_file(folder / _SUMMARY, {"of": list(stamp[1:]), "values": dict(values)})

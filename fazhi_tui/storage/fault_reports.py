"""Reports of the program's own faults, in the data folder: what they hold is the caller's care."""

from __future__ import annotations

import contextlib
from datetime import datetime
from pathlib import Path

from fazhi_tui.storage.atomic import make_folder, write_bytes

FOLDER = "crashes"
_KEPT = 10


def write_fault_report(data: Path, report: str, when: datetime) -> Path:
    """Write a report; the newest ten stay.

    Raises:
        OSError: it could not be written.
    """
    folder = data / FOLDER
    make_folder(folder)
    path = folder / f"{when:%Y%m%d-%H%M%S}.txt"
    write_bytes(path, report.encode("utf-8"))
    for old in sorted(folder.glob("*.txt"))[:-_KEPT]:
        with contextlib.suppress(OSError):
            old.unlink()
    return path

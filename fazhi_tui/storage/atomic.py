"""Replace a file so that at every moment it is whole, old or new."""

from __future__ import annotations

import contextlib
import errno
import os
import tempfile
from pathlib import Path

_CANNOT_SYNC = {errno.EINVAL, errno.ENOTSUP}


def write_bytes(path: Path, data: bytes, *, durable: bool = True) -> None:
    """Write through a temporary file in the same folder and an atomic replace; mode 0600.

    Args:
        path: the file to replace or make.
        data: its new content.
        durable: wait until file and folder are on disk; not needed for what can be rebuilt.

    Raises:
        OSError: the file is the old one; or the new one, where only putting its folder on disk failed.
    """
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".tmp", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            if durable:
                os.fsync(file.fileno())
        os.replace(name, path)  # noqa: PTH105 - the name is a plain string from mkstemp
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(name)  # noqa: PTH108
        raise
    if durable:
        sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Put a folder's own entries on disk, where system and file system can."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in _CANNOT_SYNC:
            raise
    finally:
        os.close(handle)


def make_folder(folder: Path) -> None:
    """A folder for its owner alone, on disk when it returns; one that is there stays as it is."""
    if not folder.is_dir():
        folder.mkdir(mode=0o700, exist_ok=True)
        sync_folder(folder.parent)


def sweep(folder: Path) -> None:
    """Remove temporary files that a killed writer left behind; call only while holding the lock."""
    for leftover in folder.glob(".*.tmp"):
        with contextlib.suppress(OSError):
            leftover.unlink()

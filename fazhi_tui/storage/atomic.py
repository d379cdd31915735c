"""Replace a file so that at every moment it is whole, old or new."""

from __future__ import annotations

import contextlib
import errno
import os
import tempfile
from collections.abc import Callable
from pathlib import Path

from fazhi_tui.storage.sharing import retried

_CANNOT_SYNC = {errno.EINVAL, errno.ENOTSUP}
_LEFTOVERS = ".*.tmp"


def write_bytes(
    path: Path, data: bytes, *, durable: bool = True, keep: Callable[[Path], None] | None = None
) -> None:
    """Write through a temporary file in the same folder and an atomic replace; mode 0600.

    Args:
        path: the file to replace or make.
        data: its new content.
        durable: wait until file and folder are on disk; not needed for what can be rebuilt.
        keep: called with the new file, complete, before it takes the old one's place.

    Raises:
        OSError: the file is the old one; or the new one, where only putting its folder on disk failed.
    """
    handle, name = tempfile.mkstemp(prefix=".fazhi.", suffix=".tmp", dir=path.parent)
    try:
        try:
            _write_all(handle, data)
            if durable:
                os.fsync(handle)
        finally:
            os.close(handle)
        if keep is not None:
            keep(Path(name))
        retried(lambda: os.replace(name, path))  # noqa: PTH105 - the name is a plain string from mkstemp
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(name)  # noqa: PTH108
        raise
    if durable:
        sync_folder(path.parent)


def read_bytes(path: Path) -> bytes:
    """A file's content.

    Raises:
        OSError: it is not there or cannot be read.
    """
    return retried(path.read_bytes)


def second_name(source: Path, target: Path, *, durable: bool = False) -> None:
    """Let a file that is only ever replaced, never written in place, be found under a second name too.

    What had that name is replaced. Costs no disk write where the file system has links; else it is a copy.
    The folder is not put on disk where it is a link; with `durable` a copy is.

    Raises:
        OSError: the second name is as it was.
    """
    passing = target.with_name(f".{target.name}.tmp")
    passing.unlink(missing_ok=True)
    try:
        os.link(source, passing)
    except OSError:
        write_bytes(target, read_bytes(source), durable=durable)
        return
    retried(lambda: passing.replace(target))
    # Where both names were the same file already, POSIX leaves the first one there.
    passing.unlink(missing_ok=True)


def make_folder(folder: Path) -> None:
    """A folder for its owner alone, and those above it, on disk when it returns; one there stays as it is."""
    if not folder.is_dir():
        make_folder(folder.parent)
        folder.mkdir(mode=0o700, exist_ok=True)
        sync_folder(folder.parent)


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


def sweep(folder: Path) -> None:
    """Remove temporary files that a killed writer left behind, at any depth; call only with the lock held."""
    for leftover in list(folder.rglob(_LEFTOVERS)):
        with contextlib.suppress(OSError):
            leftover.unlink()


def _write_all(handle: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(handle, rest) :]

"""Writing a file where the user wants it."""

from __future__ import annotations

import os
import stat
from itertools import count
from pathlib import Path

from fazhi_tui.errors import BadInputError
from fazhi_tui.os_faults import os_fault
from fazhi_tui.storage.atomic import read_bytes, write_bytes


def export(path: Path, data: bytes) -> None:
    """Write or replace a file whole.

    Unlike the data it is read by others, from a shared folder too: it has the mode of the file it replaces,
    or the usual one of a new file.

    Raises:
        BadInputError: the folder is missing, or the system refuses.
    """
    if path.is_dir():
        raise BadInputError(f"“{path}”是文件夹。", "请写上文件名。")
    if path.exists() and not path.is_file():
        raise BadInputError(f"“{path}”不是普通文件。", "请写一个文件名，如 差距清单.md。")
    if not path.parent.is_dir():
        raise BadInputError(f"没有文件夹“{path.parent}”。", "请先建立文件夹，或换一个位置。")
    try:
        write_bytes(path, data, keep=lambda made: made.chmod(_mode(path)))
    except OSError as error:
        raise BadInputError(
            f"写不进“{path}”：{os_fault(error)}。", "请换一个位置，或检查权限和磁盘空间。"
        ) from None


def export_draft(path: Path, data: bytes) -> Path | None:
    """Write a file that people go on working in; one that stands there is kept beside it, if it differs.

    Returns:
        Where the former file is kept; None where there was none or it was the same.

    Raises:
        BadInputError: as `export`, or the former file does not read.
    """
    kept = None
    if path.is_file():
        try:
            former = read_bytes(path)
        except OSError as error:
            raise BadInputError(f"“{path}”读不出来：{os_fault(error)}。", "请换一个文件名。") from None
        if former != data:
            kept = _free_name(path)
            export(kept, former)
    export(path, data)
    return kept


def _free_name(path: Path) -> Path:
    names = (path.with_name(f"{path.stem}（原稿{number}）{path.suffix}") for number in count(1))
    return next(name for name in names if not name.exists())


def _mode(path: Path) -> int:
    if path.exists():
        return stat.S_IMODE(path.stat().st_mode)
    # A process learns its mask only by setting one.
    mask = os.umask(0o077)
    os.umask(mask)
    return 0o666 & ~mask

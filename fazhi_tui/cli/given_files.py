"""Files the user names."""

from __future__ import annotations

from pathlib import Path

from fazhi_tui.errors import BadInputError
from fazhi_tui.os_faults import os_fault


def refuse_existing(path: Path) -> None:
    """Refuse to write over a file.

    Raises:
        BadInputError: it is there.
    """
    if path.exists():
        raise BadInputError(f"文件已存在：{path}", "请换一个文件名；确要覆盖，加 --force。")


def read_given(path: Path, limit: int) -> bytes:
    """A file's bytes, at most one more than the limit, so that the reader can tell it is too big.

    Raises:
        BadInputError: it does not read.
    """
    try:
        with path.open("rb") as file:
            return file.read(limit + 1)
    except OSError as error:
        raise BadInputError(f"读不出来（{os_fault(error)}）：{path}", "请核对路径和权限。") from None

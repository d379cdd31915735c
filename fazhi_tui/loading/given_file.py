"""A file the user names."""

from __future__ import annotations

from pathlib import Path

from fazhi_tui.errors import BadInputError
from fazhi_tui.os_faults import os_fault


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

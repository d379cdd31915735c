"""Files the user names."""

from __future__ import annotations

from pathlib import Path

from fazhi_tui.errors import BadInputError


def refuse_existing(path: Path) -> None:
    """Refuse to write over a file.

    Raises:
        BadInputError: it is there.
    """
    if path.exists():
        raise BadInputError(f"文件已存在：{path}", "请换一个文件名；确要覆盖，加 --force。")

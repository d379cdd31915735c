"""The JSON of every data file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from fazhi_tui.errors import DamagedError

UNTOUCHED = "文件未作任何改动，请用备份恢复。"


def encode(value: Any) -> bytes:  # noqa: ANN401 - any JSON value
    """Compact UTF-8 JSON."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode("utf-8")


def decode(data: bytes, path: Path) -> Any:  # noqa: ANN401 - any JSON value
    """JSON out of a file's bytes; a name that stands twice in an object is a fault.

    Raises:
        DamagedError: names the file and the kind of damage.
    """
    try:
        return json.loads(data.decode("utf-8"), object_pairs_hook=_unique)
    except (ValueError, RecursionError):
        raise DamagedError(f"数据文件损坏，读不出来（{_kind(data)}）：{path}", UNTOUCHED) from None


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    names = dict(pairs)
    if len(names) != len(pairs):
        raise ValueError("a name stands twice")
    return names


def _kind(data: bytes) -> str:
    if not data.strip(b"\0"):
        return "内容全是零" if data else "文件是空的"
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return "不是 UTF-8 编码，或夹有乱码"
    return "内容不全，或夹有乱码"

"""TinyDB's storage of ours: a damaged file raises, a write is atomic."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tinydb import TinyDB
from tinydb.storages import Storage

from fazhi_tui.errors import DamagedError
from fazhi_tui.storage.atomic import write_bytes

SCHEMA = 1
Tables = dict[str, dict[str, Any]]


class AtomicStorage(Storage):
    """One UTF-8 JSON file, compact, Han unescaped; absent is empty, damaged raises."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self) -> Tables | None:
        """The tables, or None if the file is not there.

        Raises:
            DamagedError: the file is there and does not read.
        """
        try:
            return read_tables(self._path)
        except FileNotFoundError:
            return None

    def write(self, data: Tables) -> None:
        """Replace the file whole."""
        write_bytes(self._path, encode(data))


def encode(value: Any) -> bytes:  # noqa: ANN401 - any JSON value
    """Compact UTF-8 JSON."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode("utf-8")


def decode(data: bytes, path: Path) -> Any:  # noqa: ANN401 - any JSON value
    """JSON out of a file's bytes.

    Raises:
        DamagedError: names the file.
    """
    try:
        return json.loads(data.decode("utf-8"))
    except (ValueError, RecursionError):
        raise DamagedError(f"数据文件损坏，读不出来：{path}", "文件未作任何改动，请用备份恢复。") from None


def read_tables(path: Path) -> Tables:
    """The tables of a TinyDB file.

    Raises:
        FileNotFoundError: no such file.
        DamagedError: not a TinyDB file, or made by a newer version.
    """
    tables = decode(path.read_bytes(), path)
    if not isinstance(tables, dict) or not all(isinstance(t, dict) for t in tables.values()):
        raise DamagedError(f"数据文件的结构不对：{path}", "文件未作任何改动，请用备份恢复。")
    for meta in tables.get("meta", {}).values():
        schema = meta.get("schema", SCHEMA) if isinstance(meta, dict) else SCHEMA
        if type(schema) is not int:
            raise DamagedError(f"数据文件的结构不对：{path}", "文件未作任何改动，请用备份恢复。")
        if schema > SCHEMA:
            raise DamagedError(
                f"数据由更高版本的 fazhi 写成：{path}", "请升级 fazhi 后再打开，文件未作任何改动。"
            )
    return tables


def open_database(path: Path) -> TinyDB:
    """The TinyDB database of a file."""
    return TinyDB(path, storage=AtomicStorage)

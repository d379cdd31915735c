"""TinyDB's storage of ours: a damaged file raises, a write is atomic."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Document

from fazhi_tui.errors import DamagedError, NewerDataError
from fazhi_tui.storage.atomic import read_bytes, write_bytes
from fazhi_tui.storage.plain_json import UNTOUCHED, decode, encode

SCHEMA = 1
Tables = dict[str, dict[str, Any]]


class AtomicStorage(Storage):
    """One UTF-8 JSON file, compact, Han unescaped; absent is empty, damaged raises.

    `keep` is called with the new file before it takes the old one's place.
    """

    def __init__(self, path: Path, keep: Callable[[Path], None] | None = None) -> None:
        self._path = path
        self._keep = keep

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
        write_bytes(self._path, encode(data), keep=self._keep)


def read_tables(path: Path) -> Tables:
    """The tables of a TinyDB file.

    Raises:
        FileNotFoundError: no such file.
        DamagedError: not a TinyDB file of ours; NewerDataError where it is one of a newer version.
    """
    tables = decode(read_bytes(path), path)
    if not isinstance(tables, dict) or not all(isinstance(t, dict) for t in tables.values()):
        raise misshapen(path)
    for meta in tables.get("meta", {}).values():
        schema = meta.get("schema") if isinstance(meta, dict) else None
        if type(schema) is not int or schema < 1:
            raise DamagedError(f"数据文件的格式编号不对，应为 {SCHEMA}：{path}", UNTOUCHED)
        if schema > SCHEMA:
            raise NewerDataError(
                f"数据由更高版本的 fazhi 写成：{path}", "请升级 fazhi 后再打开，文件未作任何改动。"
            )
    return tables


def insert(
    path: Path,
    table: str,
    rows: Iterable[Mapping[str, Any]],
    *,
    behind: int,
    keep: Callable[[Path], None] | None = None,
) -> None:
    """Put rows behind the first so many of a table, in one replace of the file.

    Raises:
        DamagedError: the file is there and does not read.
        OSError: the file is the old one, or perhaps the new one.
    """
    documents = [Document(row, doc_id=number) for number, row in enumerate(rows, start=behind + 1)]
    with TinyDB(path, storage=AtomicStorage, keep=keep) as database:
        database.table(table).insert_multiple(documents)


def misshapen(path: Path) -> DamagedError:
    """The fault of a file that reads but is not built as ours are."""
    return DamagedError(f"数据文件的结构不对：{path}", UNTOUCHED)

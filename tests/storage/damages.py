"""What happens to a file: one entry a kind, from the bytes it had to those it has."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

Damage = Callable[[bytes], bytes]


def edited(change: Callable[[dict[str, Any]], object]) -> Damage:
    """The file with its data changed by hand and written anew as ours are."""

    def damage(data: bytes) -> bytes:
        tables = json.loads(data)
        change(tables)
        return json.dumps(tables, ensure_ascii=False, separators=(",", ":")).encode("utf-8")

    return damage


def _last(tables: dict[str, Any]) -> Any:  # noqa: ANN401
    return list(tables["events"].values())[-1]


UNREADABLE: dict[str, Damage] = {
    "empty": lambda data: b"",
    "zeros": lambda data: bytes(len(data)),
    "cut in half": lambda data: data[: len(data) // 2],
    "cut by one": lambda data: data[:-1],
    "zeros at the end": lambda data: data[: len(data) // 2] + bytes(len(data) - len(data) // 2),
    "garbage in the middle": lambda data: data[:600] + bytes(range(256)) + data[856:],
    "GB18030": lambda data: data.decode().encode("gb18030"),
    "UTF-16": lambda data: data.decode().encode("utf-16"),
    "byte order mark": lambda data: b"\xef\xbb\xbf" + data,
    "twice": lambda data: data + data,
    "something else": lambda data: b"PK\x03\x04 not ours",
}
MISSHAPEN: dict[str, Damage] = {
    "a list": lambda data: b"[]",
    "a number": lambda data: b"3",
    "empty tables": lambda data: b"{}",
    "no events": edited(lambda tables: tables.pop("events")),
    "no meta": edited(lambda tables: tables.pop("meta")),
    "events a list": edited(lambda tables: tables.update(events=[])),
    "no schema": edited(lambda tables: tables["meta"]["1"].pop("schema")),
    "schema 0": edited(lambda tables: tables["meta"]["1"].update(schema=0)),
    "no heads": edited(lambda tables: tables["meta"]["1"].pop("continues")),
    "odd heads": edited(lambda tables: tables["meta"]["1"].update(continues={"officer": 3, "adviser": ""})),
    "an event too few": edited(lambda tables: tables["events"].pop("1")),
    "an event's number": edited(
        lambda tables: tables["events"].update({"90": tables["events"].popitem()[1]})
    ),
    "an event no object": edited(lambda tables: tables["events"].update({"1": 3})),
    "an event without a time": edited(lambda tables: tables["events"]["1"].pop("at")),
}
BROKEN: dict[str, Damage] = {
    "text changed": edited(lambda tables: _last(tables).update(actor="别人")),
    "time changed": edited(lambda tables: _last(tables).update(at="2020-01-01T00:00:00+08:00")),
    "link changed": edited(lambda tables: _last(tables).update(prev="0" * 64)),
    "hash changed": edited(lambda tables: _last(tables).update(hash="0" * 64)),
    "number changed": edited(lambda tables: _last(tables).update(seq=999)),
}
EVERY = UNREADABLE | MISSHAPEN | BROKEN

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from fazhi_tui.errors import DamagedError
from fazhi_tui.storage.plain_json import encode
from fazhi_tui.storage.tiny import AtomicStorage, insert, read_tables

TABLES: dict[str, dict[str, Any]] = {"meta": {"1": {"schema": 1}}, "events": {"1": {"note": "说明"}}}


def test_a_file_that_is_not_there_is_empty(tmp_path: Path) -> None:
    assert AtomicStorage(tmp_path / "events.json").read() is None


def test_what_was_written_is_read_and_han_stays_han(tmp_path: Path) -> None:
    path = tmp_path / "events.json"
    AtomicStorage(path).write(TABLES)
    assert AtomicStorage(path).read() == TABLES
    assert path.read_text(encoding="utf-8") == '{"meta":{"1":{"schema":1}},"events":{"1":{"note":"说明"}}}'


DAMAGE = [
    b"",
    b"{",
    b"[]",
    b"3",
    b"null",
    b'{"events": []}',
    b"\xff\xfe",
    encode(TABLES)[:-1],
    encode(TABLES) + b"}",
    b"[" * 100_000,
    b'{"events":{"1":{"n":1},"1":{"n":2}}}',
    b'{"events":{},"events":{}}',
    b"\x00" * 4096,
]


@pytest.mark.parametrize("damage", DAMAGE, ids=range(len(DAMAGE)))
def test_a_damaged_file_raises_names_itself_and_is_left_as_it_is(tmp_path: Path, damage: bytes) -> None:
    path = tmp_path / "events.json"
    path.write_bytes(damage)
    with pytest.raises(DamagedError) as caught:
        AtomicStorage(path).read()
    assert str(path) in caught.value.message
    assert "未作任何改动" in caught.value.hint
    assert path.read_bytes() == damage
    assert list(tmp_path.iterdir()) == [path]


def test_a_damaged_file_is_not_overwritten_by_an_insert(tmp_path: Path) -> None:
    path = tmp_path / "events.json"
    path.write_bytes(b"{")
    with pytest.raises(DamagedError):
        insert(path, "events", [{"note": "新"}], behind=0)
    assert path.read_bytes() == b"{"


def test_a_file_of_a_newer_version_is_refused_untouched(tmp_path: Path) -> None:
    path = tmp_path / "events.json"
    data = encode({"meta": {"1": {"schema": 2}}, "events": {}})
    path.write_bytes(data)
    with pytest.raises(DamagedError, match="更高版本") as caught:
        read_tables(path)
    assert "升级" in caught.value.hint
    assert path.read_bytes() == data


@pytest.mark.parametrize("schema", ['"2"', "null", "[]", "0", "-1", "1.0", "true"])
def test_a_schema_there_never_was_is_damage(tmp_path: Path, schema: str) -> None:
    path = tmp_path / "events.json"
    path.write_text(f'{{"meta":{{"1":{{"schema":{schema}}}}},"events":{{}}}}', encoding="utf-8")
    with pytest.raises(DamagedError, match="格式编号不对，应为 1"):
        read_tables(path)


def test_one_insert_of_many_is_one_replace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    writes: list[object] = []
    real = AtomicStorage.write

    def counted(self: AtomicStorage, data: dict[str, dict[str, Any]]) -> None:
        writes.append(data)
        real(self, data)

    monkeypatch.setattr(AtomicStorage, "write", counted)
    insert(tmp_path / "events.json", "events", [{"n": n} for n in range(5)], behind=0)
    assert len(writes) == 1
    insert(tmp_path / "events.json", "events", [{"n": 5}], behind=5)
    assert list(read_tables(tmp_path / "events.json")["events"]) == ["1", "2", "3", "4", "5", "6"]

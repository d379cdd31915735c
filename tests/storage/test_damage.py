"""What is said of a damaged file: which it is, and the first event that does not fit."""

from __future__ import annotations

from pathlib import Path

import pytest

from fazhi_tui.domain.log.events import Lane, Log, next_event
from fazhi_tui.errors import DamagedError, NewerDataError
from fazhi_tui.storage import segment, segments, tiny
from fazhi_tui.storage.copies import Copies
from fazhi_tui.storage.salvage import readable_events
from fazhi_tui.storage.segments import Segments
from tests.storage.damages import BROKEN, EVERY, UNREADABLE, edited
from tests.storage.growing import begin, grow, next_of
from tests.storage.whole import SEAL_AT, log_of, stored

COUNT = 20


@pytest.fixture(autouse=True)
def _small_segments(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(segments, "SEAL_AT", SEAL_AT)


def _fault(folder: Path) -> DamagedError:
    with pytest.raises(DamagedError) as caught:
        stored(folder)
    return caught.value


@pytest.mark.parametrize("name", ["events.json", "sealed/0001.json", "sealed/0002.json"])
@pytest.mark.parametrize("damage", EVERY)
def test_the_file_is_named_and_nothing_is_touched(folder: Path, name: str, damage: str) -> None:
    path = folder / name
    path.write_bytes(EVERY[damage](path.read_bytes()))
    before = {p: p.read_bytes() for p in folder.rglob("*") if p.is_file()}
    fault = _fault(folder)
    assert str(path) in fault.message
    assert "备份" in fault.hint
    assert {p: p.read_bytes() for p in folder.rglob("*") if p.is_file()} == before


SAID = {
    "empty": "文件是空的",
    "zeros": "内容全是零",
    "GB18030": "不是 UTF-8 编码",
    "UTF-16": "不是 UTF-8 编码",
    "cut by one": "内容不全",
    "garbage in the middle": "夹有乱码",
}


@pytest.mark.parametrize("damage", SAID)
def test_the_kind_of_damage_is_said(folder: Path, damage: str) -> None:
    path = folder / "events.json"
    path.write_bytes(UNREADABLE[damage](path.read_bytes()))
    assert SAID[damage] in _fault(folder).message


@pytest.mark.parametrize("name", ["events.json", "sealed/0001.json"])
@pytest.mark.parametrize("damage", BROKEN)
def test_the_first_event_that_does_not_fit_is_named(folder: Path, name: str, damage: str) -> None:
    path = folder / name
    path.write_bytes(BROKEN[damage](path.read_bytes()))
    expected = "复核记录第3条" if name == "events.json" else "自评记录第8条"
    assert f"{path}：{expected}" in _fault(folder).message


@pytest.mark.parametrize("whole", [0, 1, 5])
def test_a_file_cut_short_says_from_which_event_it_cannot_be_read(folder: Path, whole: int) -> None:
    path = folder / "sealed" / "0001.json"
    data = path.read_bytes()
    path.write_bytes(data[: data.index(f'"{whole + 1}":{{"seq"'.encode()) + 20])
    said = f"前{whole}条记录完好，第{whole + 1}条起" if whole else "第1条记录起就读不出来"
    assert said in _fault(folder).message


def test_a_file_whose_events_are_all_whole_does_not_speak_of_one_that_is_not(folder: Path) -> None:
    path = folder / "events.json"
    count = len(readable_events(path))
    path.write_bytes(edited(lambda tables: tables["meta"]["1"].update(schema=0))(path.read_bytes()))
    assert f"格式编号不对，应为 1：{path}。能读出的{count}条记录都完好" in _fault(folder).message


def test_of_faults_in_several_files_the_first_is_named(tmp_path: Path) -> None:
    store, log = begin(tmp_path)
    grow(store, log, 5 * SEAL_AT)
    for number in (4, 2):
        path = tmp_path / "sealed" / f"{number:04d}.json"
        path.write_bytes(edited(lambda t: t["events"]["6"].update(actor="别人"))(path.read_bytes()))
    with pytest.raises(DamagedError, match=r"0002\.json：.*的内容与其校验值不符"):
        Segments(tmp_path).read()


def test_an_event_that_has_seen_what_is_not_there_is_named_with_its_file(tmp_path: Path) -> None:
    store, log = begin(tmp_path)
    stranger = next_of(log.with_event(next_of(log)), Lane.ADVISER)
    other = Log(log.officer, (stranger,))
    event = next_event(other, Lane.OFFICER, kind="answered", payload={}, at="", actor="")
    store.append(log, [event])
    with pytest.raises(DamagedError, match=r"events\.json：自评记录第2条.*所见"):
        Segments(tmp_path).read()


def test_a_file_that_may_not_be_read_is_said_so(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> bytes:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr("fazhi_tui.storage.tiny.read_bytes", refuse)
    fault = _fault(folder)
    assert "磁盘读写出错" in fault.message
    assert str(folder / "events.json") in fault.message


@pytest.mark.parametrize("name", ["events.json", "sealed/0001.json"])
def test_data_of_a_newer_version_is_refused_untouched_and_not_called_damage(folder: Path, name: str) -> None:
    path = folder / name
    path.write_bytes(edited(lambda tables: tables["meta"]["1"].update(schema=2))(path.read_bytes()))
    before = path.read_bytes()
    with pytest.raises(NewerDataError, match="更高版本") as caught:
        stored(folder)
    assert "升级" in caught.value.hint
    assert path.read_bytes() == before


def test_a_reader_in_whose_way_a_restore_comes_reads_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = tiny.read_tables
    restored: list[Path] = []

    def read_then_restore(path: Path) -> tiny.Tables:
        tables = real(path)
        if not restored:
            restored.append(path)
            copies = Copies(folder)
            copies.restore(copies.find("上一版"), "x")
        return tables

    monkeypatch.setattr(segment, "read_tables", read_then_restore)
    assert Segments(folder).read() == log_of(COUNT - 1)

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from fazhi_tui.domain.log.events import in_order
from fazhi_tui.errors import BadInputError, NewerDataError
from fazhi_tui.storage import segments
from fazhi_tui.storage.copies import Copies
from fazhi_tui.storage.store import AssessmentStore
from tests.samples import SAMPLE
from tests.storage.damages import EVERY, UNREADABLE, edited
from tests.storage.whole import BEGUN, SEAL_AT, STAMP, append, events, log_of, make, stored

COUNT = 20


@pytest.fixture(autouse=True)
def _small_segments(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(segments, "SEAL_AT", SEAL_AT)


def _spoil(path: Path, damage: str) -> bytes:
    path.write_bytes(EVERY[damage](path.read_bytes()))
    return path.read_bytes()


def _names(folder: Path) -> list[str]:
    return [copy.name for copy in Copies(folder).good()]


@pytest.mark.parametrize("damage", EVERY)
def test_any_damage_to_the_live_file_costs_the_last_save_at_most_and_the_damaged_file_is_kept(
    folder: Path, damage: str
) -> None:
    damaged = _spoil(folder / "events.json", damage)
    best = Copies(folder).good()[0]
    assert best.log in (log_of(COUNT - 1), log_of(COUNT))
    aside = Copies(folder).restore(best, STAMP)
    assert stored(folder) == best.log
    assert (aside / "events.json").read_bytes() == damaged


@pytest.mark.parametrize("name", ["sealed/0001.json", "sealed/0002.json"])
@pytest.mark.parametrize("damage", EVERY)
def test_any_damage_to_a_sealed_segment_costs_nothing(folder: Path, name: str, damage: str) -> None:
    damaged = _spoil(folder / name, damage)
    best = Copies(folder).good()[0]
    assert (best.name, best.log, best.loses, best.since) == ("拼合", log_of(COUNT), 0, "")
    aside = Copies(folder).restore(best, STAMP)
    assert stored(folder) == log_of(COUNT)
    assert (aside / name).read_bytes() == damaged


READABLE_ALL = ["GB18030", "UTF-16", "byte order mark", "twice", "no meta", "no schema", "no heads"]


@pytest.mark.parametrize("damage", READABLE_ALL)
def test_what_only_needs_reading_differently_loses_nothing(folder: Path, damage: str) -> None:
    _spoil(folder / "events.json", damage)
    best = Copies(folder).good()[0]
    assert (best.name, best.log, best.loses) == ("拼合", log_of(COUNT), 0)


def test_each_copy_says_what_it_would_lose_of_what_can_still_be_read(folder: Path) -> None:
    path = folder / "events.json"
    path.write_bytes(path.read_bytes()[:-1])
    said = [(c.name, len(c.log), c.loses, c.since) for c in Copies(folder).good()]
    times = [event.at for event in events()]
    assert said == [
        ("拼合", COUNT, 0, ""),
        ("上一版", COUNT - 1, 1, times[COUNT - 1]),
        ("2026-11-20", COUNT - 2, 2, times[COUNT - 2]),
    ]
    assert Copies(folder).good()[2].last_at == times[COUNT - 3]


def test_what_cannot_be_read_is_not_counted_as_lost(folder: Path) -> None:
    _spoil(folder / "events.json", "zeros")
    said = [(c.name, len(c.log), c.loses) for c in Copies(folder).good()]
    assert said == [("上一版", COUNT - 1, 0), ("2026-11-20", COUNT - 2, 0)]


def test_an_older_copy_is_restored_by_name_and_the_way_back_stays_open(folder: Path) -> None:
    copies = Copies(folder)
    copies.restore(copies.find("2026-11-20"), STAMP)
    assert stored(folder) == log_of(COUNT - 2)
    assert copies.find("上一版").log == log_of(COUNT)
    copies.restore(copies.find("上一版"), STAMP)
    assert stored(folder) == log_of(COUNT)
    assert sorted(p.name for p in (folder / "damaged").iterdir()) == [STAMP, f"{STAMP}~2"]


def test_after_a_restore_the_log_grows_and_seals_and_older_copies_still_lead_back(folder: Path) -> None:
    _spoil(folder / "events.json", "zeros")
    copies = Copies(folder)
    copies.restore(copies.find("2026-11-20"), STAMP)
    store = AssessmentStore(folder)
    assert store.read_log() == log_of(COUNT - 2)
    for number in range(COUNT - 2, len(events())):
        append(store, number)
    assert stored(folder) == log_of(len(events()))
    assert [len(copy.log) for copy in copies.good()] == [len(events()), len(events()) - 1, COUNT - 2]
    copies.restore(copies.find("2026-11-20"), STAMP)
    assert stored(folder) == log_of(COUNT - 2)


def test_a_good_previous_generation_is_not_replaced_by_a_damaged_file(folder: Path) -> None:
    _spoil(folder / "events.json", "zeros")
    copies = Copies(folder)
    copies.restore(copies.find("2026-11-20"), STAMP)
    assert copies.find("上一版").log == log_of(COUNT - 1)


def test_sealed_segments_that_have_no_second_copy_get_one_before_they_are_put_away(folder: Path) -> None:
    shutil.rmtree(folder / "copies" / "sealed")
    copies = Copies(folder)
    copies.restore(copies.find("2026-11-20"), STAMP)
    assert copies.find("上一版").log == log_of(COUNT)
    assert copies.find("2026-11-20").log == log_of(COUNT - 2)


def test_copies_that_do_not_verify_are_passed_over(folder: Path) -> None:
    _spoil(folder / "events.json", "zeros")
    _spoil(folder / "copies" / "previous.json", "text changed")
    assert _names(folder) == ["2026-11-20"]
    _spoil(folder / "copies" / "2026-11-20.json", "cut by one")
    assert "上一版" not in _names(folder)


def test_without_any_copy_what_can_be_read_from_the_beginning_is_offered(folder: Path) -> None:
    for path in folder.rglob("copies/**/*.json"):
        path.unlink()
    path = folder / "sealed" / "0002.json"
    path.write_bytes(edited(lambda tables: tables["events"]["3"].update(actor="别人"))(path.read_bytes()))
    (best,) = Copies(folder).good()
    assert (best.name, best.log, best.loses) == ("拼合", log_of(SEAL_AT + 2), COUNT - SEAL_AT - 3)
    assert best.since == events()[SEAL_AT + 3].at
    Copies(folder).restore(best, STAMP)
    assert stored(folder) == log_of(SEAL_AT + 2)


@pytest.mark.parametrize("damage", ["zeros", "something else"])
def test_where_nothing_verifies_there_is_no_copy_and_that_is_said(tmp_path: Path, damage: str) -> None:
    folder = make(tmp_path / "a", BEGUN + 2).folder
    for path in folder.rglob("*.json"):
        path.write_bytes(UNREADABLE[damage](path.read_bytes()))
    assert Copies(folder).good() == ()
    with pytest.raises(BadInputError, match="没有可用的备份"):
        Copies(folder).find("上一版")


def test_a_log_whose_checklists_are_gone_is_no_good_copy(folder: Path) -> None:
    for path in [folder / "checklists.json", *(folder / "adopted").iterdir()]:
        path.write_bytes(b"{")
    assert Copies(folder).good() == ()
    AssessmentStore(folder).put_checklists(SAMPLE.data)
    assert _names(folder) == ["拼合", "上一版", "2026-11-20"]


def test_a_live_file_that_is_gone_is_restored_too(folder: Path) -> None:
    (folder / "events.json").unlink()
    Copies(folder).restore(Copies(folder).good()[0], STAMP)
    assert stored(folder) == log_of(COUNT - 1)


def test_an_unknown_copy_is_refused_with_those_there_are(folder: Path) -> None:
    with pytest.raises(BadInputError, match="2026-11-19") as caught:
        Copies(folder).find("2026-11-19")
    assert "拼合、上一版、2026-11-20" in caught.value.hint


def test_data_of_a_newer_version_is_not_restored_over(folder: Path) -> None:
    copies = Copies(folder)
    copy = copies.find("2026-11-20")
    path = folder / "events.json"
    path.write_bytes(edited(lambda tables: tables["meta"]["1"].update(schema=2))(path.read_bytes()))
    before = {p: p.read_bytes() for p in folder.rglob("*") if p.is_file()}
    with pytest.raises(NewerDataError):
        copies.good()
    with pytest.raises(NewerDataError):
        copies.restore(copy, STAMP)
    assert {p: p.read_bytes() for p in folder.rglob("*") if p.is_file()} == before


def test_listing_writes_nothing(folder: Path) -> None:
    _spoil(folder / "events.json", "cut in half")
    before = {p: p.read_bytes() for p in folder.rglob("*") if p.is_file()}
    Copies(folder).good()
    assert {p: p.read_bytes() for p in folder.rglob("*") if p.is_file()} == before


def test_the_restored_live_file_has_everything_in_fold_order(folder: Path) -> None:
    copies = Copies(folder)
    copies.restore(copies.find("上一版"), STAMP)
    tables = json.loads((folder / "events.json").read_text(encoding="utf-8"))
    assert tables["meta"]["1"]["segment"] == 1
    assert [e["hash"] for e in tables["events"].values()] == [e.hash for e in in_order(log_of(COUNT - 1))]
    assert not (folder / "sealed").exists()


def test_quotes_in_a_note_are_not_taken_for_an_event(tmp_path: Path) -> None:
    folder = make(tmp_path / "a", len(events())).folder
    path = folder / "events.json"
    text = path.read_text(encoding="utf-8")
    path.write_bytes(text.replace("说明", '{\\"seq\\":1,').encode())
    assert Copies(folder).good()[0].loses == 0

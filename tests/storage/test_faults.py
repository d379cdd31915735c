"""Every call of a save that can fail, failing once: nothing acknowledged is lost, and trying again works."""

from __future__ import annotations

import contextlib
import errno
from collections.abc import Iterator
from pathlib import Path

import pytest

from fazhi_tui.errors import DamagedError
from fazhi_tui.storage import segments
from fazhi_tui.storage.atomic import sweep
from fazhi_tui.storage.store import AssessmentStore
from tests.storage.calls import Act, failing, made, watched
from tests.storage.scenarios import COUNT, RESTORE, SAVES, SCENARIOS, SEALING, Scenario
from tests.storage.whole import SEAL_AT, events, log_of, make, stored

CODES = {errno.EIO, errno.ENOSPC, errno.EROFS, errno.EACCES}


def _id(value: object) -> str:
    if isinstance(value, Scenario):
        return value.name
    return errno.errorcode[value] if isinstance(value, int) and value in CODES else str(value)


# Which error it is makes no difference to most steps: all four for the saves, one for the rest.
FAULTS = [(scenario, errno.EIO) for scenario in SCENARIOS]
FAULTS += [(scenario, code) for scenario in SAVES for code in (errno.ENOSPC, errno.EROFS, errno.EACCES)]


@pytest.fixture(autouse=True)
def _small_segments(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(segments, "SEAL_AT", SEAL_AT)


def _faults(code: int, calls: int) -> Iterator[Act]:
    for at in range(calls):
        yield failing(at, code)
        if code == errno.EIO:
            yield failing(at, code, after=True)


def _calls(scenario: Scenario, origin: Path, folder: Path) -> int:
    with watched(made) as seen:
        scenario.act(scenario.repeat(origin, folder))
    return len(seen)


@pytest.mark.parametrize(("scenario", "code"), FAULTS, ids=_id)
def test_whichever_call_fails_the_log_is_the_old_or_the_new_one_and_success_means_the_new(
    tmp_path: Path, scenario: Scenario, code: int
) -> None:
    origin = tmp_path / "origin"
    scenario.prepare(origin)
    calls = _calls(scenario, origin, tmp_path / "whole")
    assert calls >= 10
    for number, act in enumerate(_faults(code, calls)):
        folder = scenario.repeat(origin, tmp_path / str(number))
        is_done = False
        with watched(act), contextlib.suppress(OSError):
            scenario.act(folder)
            is_done = True
        assert stored(folder) in ([scenario.after] if is_done else [scenario.before, scenario.after])
        sweep(folder)
        assert not list(folder.rglob("*.tmp"))


@pytest.mark.parametrize(("scenario", "count"), [(SAVES[0], COUNT), (SAVES[1], SEALING)], ids=_id)
def test_after_any_failure_the_same_writer_goes_on_and_each_event_is_written_once(
    tmp_path: Path, scenario: Scenario, count: int
) -> None:
    origin = tmp_path / "origin"
    scenario.prepare(origin)
    calls = _calls(scenario, origin, tmp_path / "whole")
    first, second = events()[count : count + 2]
    for number, act in enumerate(_faults(errno.EIO, calls)):
        store = AssessmentStore(scenario.repeat(origin, tmp_path / str(number)))
        store.read_log()
        saved = False
        with watched(act), contextlib.suppress(OSError):
            store.append(log_of(count), [first])
            saved = True
        if saved:
            store.append(log_of(count + 1), [second])
        else:
            store.append(log_of(count), [first, second])
        assert stored(store.folder) == log_of(count + 2)


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO], ids=_id)
def test_a_restore_that_fails_anywhere_leaves_every_file_as_it_was_and_can_be_repeated(
    tmp_path: Path, code: int
) -> None:
    origin = tmp_path / "origin"
    RESTORE.prepare(origin)
    damaged = (origin / "events.json").read_bytes()
    calls = _calls(RESTORE, origin, tmp_path / "whole")
    for number, act in enumerate(_faults(code, calls)):
        folder = RESTORE.repeat(origin, tmp_path / str(number))
        before = {p: p.read_bytes() for p in folder.rglob("*.json")}
        try:
            with watched(act):
                RESTORE.act(folder)
        except OSError:
            if (folder / "events.json").read_bytes() == damaged:
                assert {p: p.read_bytes() for p in before} == before
                RESTORE.act(folder)
        assert stored(folder) == RESTORE.after
        asides = [p.read_bytes() for p in folder.glob("damaged/*/events.json")]
        assert damaged in asides


def test_every_file_is_on_disk_before_it_counts_and_its_folder_before_the_save_returns(
    tmp_path: Path,
) -> None:
    origin = tmp_path / "origin"
    SAVES[1].prepare(origin)
    with watched(made) as seen:
        SAVES[1].act(origin)
    text = " ".join(seen)
    first = "open write fsync replace open fsync"
    links = "unlink link replace unlink"
    again = f"open write fsync {links} replace open fsync"
    assert text == f"{first} {links} {again} {again}"


def test_a_live_file_that_vanished_while_open_is_damage_and_not_begun_anew(tmp_path: Path) -> None:
    store = make(tmp_path / "a", COUNT)
    (store.folder / "events.json").unlink()
    with pytest.raises(DamagedError, match="不见了"):
        store.append(log_of(COUNT), [events()[COUNT]])
    assert not (store.folder / "events.json").exists()


def test_a_live_file_damaged_while_open_is_not_written_over(tmp_path: Path) -> None:
    store = make(tmp_path / "a", COUNT)
    path = store.folder / "events.json"
    changed = path.read_bytes().replace("意见1".encode(), "意见9".encode())
    path.write_bytes(changed)
    with pytest.raises(DamagedError, match="校验值不符"):
        store.append(log_of(COUNT), [events()[COUNT]])
    assert path.read_bytes() == changed
    assert AssessmentStore(store.folder).copies.good()[0].log == log_of(COUNT)


def test_a_live_file_exchanged_while_open_for_an_older_one_is_noticed_and_nothing_is_written(
    tmp_path: Path,
) -> None:
    store = make(tmp_path / "a", COUNT)
    path = store.folder / "events.json"
    older = (store.folder / "copies" / "previous.json").read_bytes()
    path.write_bytes(older)
    with pytest.raises(DamagedError, match="被别的程序换过"):
        store.append(log_of(COUNT), [events()[COUNT]])
    assert path.read_bytes() == older


def test_a_live_file_only_touched_while_open_is_gone_on_with(tmp_path: Path) -> None:
    store = make(tmp_path / "a", COUNT)
    path = store.folder / "events.json"
    path.write_bytes(path.read_bytes())
    store.append(log_of(COUNT), [events()[COUNT]])
    assert stored(store.folder) == log_of(COUNT + 1)

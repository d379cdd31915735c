from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from fazhi_tui.storage import segments, tiny
from fazhi_tui.storage.atomic import write_bytes
from fazhi_tui.storage.segments import Segments
from tests.storage.growing import SEAL_AT, begin, grow, next_of


@pytest.fixture(autouse=True)
def _small_segments(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(segments, "SEAL_AT", SEAL_AT)


class _Disk:
    """A disk that fails at the given write, before the file is replaced or just after."""

    def __init__(self, *, fails_at: int, after: bool) -> None:
        self.left = fails_at
        self.after = after

    def write(self, path: Path, data: bytes, *, keep: Callable[[Path], None] | None = None) -> None:
        self.left -= 1
        if self.left == 0 and not self.after:
            raise OSError(28, "full")
        write_bytes(path, data, keep=keep)
        if self.left == 0:
            raise OSError(5, "lost")


@pytest.mark.parametrize("after", [False, True])
@pytest.mark.parametrize("fails_at", [1, 2, 3])
def test_a_writer_stopped_between_the_steps_of_sealing_loses_no_acknowledged_event(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fails_at: int, after: bool
) -> None:
    store, log = begin(tmp_path)
    log = grow(store, log, SEAL_AT - 1)
    disk = _Disk(fails_at=fails_at, after=after)
    monkeypatch.setattr(segments, "write_bytes", disk.write)
    monkeypatch.setattr(tiny, "write_bytes", disk.write)
    event = next_of(log)
    with pytest.raises(OSError, match=r"full|lost"):
        store.append(log, [event])
    assert Segments(tmp_path).read() in (log, log.with_event(event))
    assert (Segments(tmp_path).read() == log) or (fails_at == 3 and after)


@pytest.mark.parametrize("after", [False, True])
@pytest.mark.parametrize("fails_at", [1, 2, 3])
def test_the_same_writer_goes_on_after_a_failed_save_and_writes_each_event_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fails_at: int, after: bool
) -> None:
    store, log = begin(tmp_path)
    log = grow(store, log, SEAL_AT - 1)
    disk = _Disk(fails_at=fails_at, after=after)
    monkeypatch.setattr(segments, "write_bytes", disk.write)
    monkeypatch.setattr(tiny, "write_bytes", disk.write)
    first = next_of(log)
    with pytest.raises(OSError, match=r"full|lost"):
        store.append(log, [first])
    second = next_of(log.with_event(first))
    store.append(log, [first, second])
    log = log.with_events([first, second])
    assert Segments(tmp_path).read() == log
    log = grow(store, log, 2 * SEAL_AT)
    assert Segments(tmp_path).read() == log


@pytest.mark.parametrize("after", [False, True])
@pytest.mark.parametrize("count", [0, SEAL_AT - 2])
def test_a_failed_save_outside_sealing_can_be_repeated(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, count: int, after: bool
) -> None:
    store, log = begin(tmp_path)
    log = grow(store, log, count)
    monkeypatch.setattr(tiny, "write_bytes", _Disk(fails_at=1, after=after).write)
    event = next_of(log)
    with pytest.raises(OSError, match=r"full|lost"):
        store.append(log, [event])
    more = [event, next_of(log.with_event(event))]
    store.append(log, more)
    assert Segments(tmp_path).read() == log.with_events(more)

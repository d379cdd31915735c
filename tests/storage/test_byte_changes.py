"""Every byte of what is stored, changed once: it is found, or makes no difference to what is read."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

from fazhi_tui.domain.log.events import Log
from fazhi_tui.errors import DamagedError
from fazhi_tui.storage.copies import Copies
from fazhi_tui.storage.segments import Segments
from fazhi_tui.storage.store import AssessmentStore
from tests.samples import SAMPLE
from tests.storage.whole import log_of

LOG = ("events.json", "sealed/0001.json", "sealed/0002.json")
COUNT = 20


def _changed(path: Path, step: int = 1) -> Iterator[None]:
    """Each byte, or every so many-th, in turn another one; at the end the file is as it was."""
    chance = random.Random(path.name)
    whole = path.read_bytes()
    for place in range(0, len(whole), step):
        other = (whole[place] + chance.randrange(1, 256)) % 256
        path.write_bytes(whole[:place] + bytes([other]) + whole[place + 1 :])
        yield
    path.write_bytes(whole)


def _log(folder: Path) -> Log | None:
    try:
        return Segments(folder).read()
    except DamagedError:
        return None


def test_no_changed_byte_of_the_log_goes_unnoticed(folder: Path) -> None:
    expected = (None, log_of(COUNT))
    tried = 0
    for name in LOG:
        for _ in _changed(folder / name):
            assert _log(folder) in expected
            tried += 1
    assert tried > 8000
    assert _log(folder) == log_of(COUNT)


def test_no_changed_byte_of_the_checklists_goes_unnoticed(folder: Path) -> None:
    digest, data = SAMPLE.digest, list(SAMPLE.data)
    for second in (folder / "adopted").iterdir():
        second.unlink()
    store = AssessmentStore(folder)
    found = 0
    for _ in _changed(folder / "checklists.json"):
        try:
            assert store.read_checklists(digest) == data
        except DamagedError:
            found += 1
    assert found > 2000


def test_no_copy_with_a_changed_byte_is_offered_as_another_log(folder: Path) -> None:
    (folder / "events.json").write_bytes(b"")
    logs = [log for _, log in Copies(folder).kept()]
    for path in list((folder / "copies").rglob("*.json")):
        for _ in _changed(path, step=37):
            assert all(log in logs for _, log in Copies(folder).kept())

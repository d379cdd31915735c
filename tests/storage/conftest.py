from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from fazhi_tui.storage import segments
from tests.storage.whole import SEAL_AT, append, last_written, make

TWENTY = 20


@pytest.fixture(scope="session")
def twenty_events(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Twenty events in segments of eight, eight and four; 18 were there when 2026-11-20 ended."""
    folder = tmp_path_factory.mktemp("twenty") / "a"
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(segments, "SEAL_AT", SEAL_AT)
        store = make(folder, TWENTY - 2)
        last_written(store.folder / "events.json", "2026-11-20")
        store.read_log()
        append(store, TWENTY - 2)
        append(store, TWENTY - 1)
    return folder


@pytest.fixture
def folder(twenty_events: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of one's own with those twenty events; what is written to it is sealed at eight too."""
    monkeypatch.setattr(segments, "SEAL_AT", SEAL_AT)
    return Path(shutil.copytree(twenty_events, tmp_path / "a"))

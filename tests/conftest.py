from __future__ import annotations

import os
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import settings

from fazhi_tui.workspace import NewAssessment, Workspace
from tests.exchanged import ID, Computer
from tests.samples import DECISIONS, ENFORCEMENT, START, write_toml

# A busy machine is no fault of the code; the properties that need more examples say so themselves.
settings.register_profile("suite", deadline=None, max_examples=50)
settings.load_profile("suite")


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """Two processes a processor: the tests of the screens wait as long as they reckon."""
    return 2 * (os.cpu_count() or 1)


def clock() -> datetime:
    """A clock that stands."""
    return START


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    """An empty data folder, with the sample checklists as the shipped ones."""
    shipped = tmp_path / "shipped"
    write_toml(shipped, DECISIONS, ENFORCEMENT)
    monkeypatch.setattr("fazhi_tui.workspace.shipped_checklists_folder", lambda: shipped)
    return Workspace(tmp_path / "data", actor="张某", clock=clock)


@pytest.fixture
def id(workspace: Workspace) -> str:
    """The id of a new assessment in it."""
    return workspace.create(NewAssessment("某局", 2023, "部门", ("执法权",)))


@pytest.fixture
def computer(tmp_path: Path, id: str) -> Computer:
    """Other data folders by name; each person's clock is another, as in life."""
    assert id == ID

    def other(name: str) -> Workspace:
        at = START + timedelta(hours=len(name))
        return Workspace(tmp_path / name, actor=name, clock=lambda: at)

    return other

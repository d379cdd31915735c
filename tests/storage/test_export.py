"""What is written where the user wants it: read by others, and with the mode of what stood there."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from fazhi_tui.storage.export import export

pytestmark = pytest.mark.skipif(os.name != "posix", reason="modes are POSIX's")


@pytest.fixture
def usual_mask() -> Iterator[None]:
    before = os.umask(0o022)
    yield
    os.umask(before)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.usefixtures("usual_mask")
def test_a_new_file_has_the_usual_mode_and_the_mask_stays(tmp_path: Path) -> None:
    export(tmp_path / "差距清单.md", b"1")
    assert mode(tmp_path / "差距清单.md") == 0o644
    (tmp_path / "plain").touch()
    assert mode(tmp_path / "plain") == 0o644


@pytest.mark.usefixtures("usual_mask")
@pytest.mark.parametrize("kept", [0o600, 0o664])
def test_a_file_that_is_replaced_gives_its_mode(tmp_path: Path, kept: int) -> None:
    path = tmp_path / "差距清单.md"
    path.touch()
    path.chmod(kept)
    export(path, b"2")
    assert (path.read_bytes(), mode(path)) == (b"2", kept)

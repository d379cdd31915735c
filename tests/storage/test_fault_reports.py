from __future__ import annotations

import os
import stat
from datetime import timedelta
from pathlib import Path

import pytest

from fazhi_tui.storage.fault_reports import write_fault_report
from tests.samples import START


def test_the_newest_ten_reports_stay(tmp_path: Path) -> None:
    paths = [write_fault_report(tmp_path / "data", f"{n}", START + timedelta(seconds=n)) for n in range(12)]
    assert sorted(paths[0].parent.iterdir()) == paths[2:]
    assert paths[-1].read_text(encoding="utf-8") == "11"


@pytest.mark.skipif(os.name != "posix", reason="只有 POSIX 有这种权限")
def test_a_report_is_its_owners_alone(tmp_path: Path) -> None:
    path = write_fault_report(tmp_path, "x", START)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600

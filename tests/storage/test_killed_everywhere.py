from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="没有 fork")
def test_a_process_killed_at_any_call_leaves_the_old_log_or_the_new_one(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.storage.killed_everywhere", str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > 150

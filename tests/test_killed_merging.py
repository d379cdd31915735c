from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="没有 fork")
def test_a_merge_killed_at_any_call_is_whole_or_absent_and_can_be_made_again(
    tmp_path: Path,
) -> None:
    command = [sys.executable, "-m", "tests.killed_merging", str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > 100

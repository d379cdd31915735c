from __future__ import annotations

import os
import re
import sys
from pathlib import Path

import pexpect
import pytest

from tests.cli.conftest import Commands, Filler

UNIT = "甲[/]乙 [x=1]"


def _on_terminal(data: Path, *words: str) -> tuple[int | None, str]:
    """Exit code and what a person sees, without colours."""
    arguments = ["-m", "fazhi_tui", "--data", str(data), *words]
    environment = {**os.environ, "COLUMNS": "160", "TERM": "xterm-256color"}
    child = pexpect.spawn(sys.executable, arguments, env=environment, encoding="utf-8", timeout=30)
    child.expect(pexpect.EOF)
    child.close()
    return child.exitstatus, re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", child.before or "")


@pytest.mark.skipif(sys.platform == "win32", reason="没有伪终端")
def test_tables_are_drawn_and_names_stay_literal(tmp_path: Path, fazhi: Commands, filled: Filler) -> None:
    id = fazhi.new(UNIT)
    fazhi("fill", id, str(filled(("juece", "本单位", "u-1", "落实", "[red]说明[/]"))))
    code, listed = _on_terminal(fazhi.data, "list")
    assert code == 0
    assert UNIT in listed
    code, shown = _on_terminal(fazhi.data, "show", id)
    assert code == 0
    assert "[red]说明[/]" in shown
    code, form = _on_terminal(fazhi.data, "form", id)
    assert code == 0
    assert "\ufeff" not in form
    assert form.splitlines()[0].startswith("清单,自查表,检查项")

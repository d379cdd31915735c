"""What a terminal of few or no colours is really sent: legible in both themes, marks and words in place."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from fazhi_tui.workspace import NewAssessment, Workspace
from tests.contrast import AA_TEXT, SIXTEEN, Rgb, contrast, is_text

from .terminal import Terminal

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="需要伪终端")

NAMES = ("black", "red", "green", "brown", "blue", "magenta", "cyan", "white")
XTERM = dict(zip([*NAMES, *(f"bright{name}" for name in NAMES)], SIXTEEN["xterm"], strict=True))
FEW = {
    "sixteen": ({"TERM": "xterm-16color"}, 3.0),
    "console": ({"TERM": "linux"}, 3.0),
    "none": ({"NO_COLOR": "1"}, AA_TEXT),
    "none-of-sixteen": ({"NO_COLOR": "1", "TERM": "xterm-16color"}, 3.0),
    "256": ({"TERM": "xterm-256color"}, AA_TEXT),
}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    workspace = Workspace(tmp_path, actor="张某", clock=lambda: datetime.now().astimezone())
    workspace.create(NewAssessment("越城区文化广电旅游局", 2023, "部门", ("执法权",), ("zhongda-juece",)))
    return tmp_path


@pytest.fixture(params=[*FEW.values()], ids=[*FEW])
def shown(data: Path, request: pytest.FixtureRequest) -> Iterator[tuple[Terminal, float]]:
    env, least = request.param
    terminal = Terminal(data, env=env)
    yield terminal, least
    terminal.child.close(force=True)


def rgb(name: str) -> Rgb:
    return XTERM.get(name) or (int(name[:2], 16), int(name[2:4], 16), int(name[4:], 16))


def faint(terminal: Terminal, least: float) -> dict[tuple[str, str], str]:
    """Every pair of text colour and ground that is too close, with a character shown in it."""
    found = {}
    for y in range(terminal.screen.lines):
        for x in range(terminal.screen.columns):
            cell = terminal.screen.buffer[y][x]
            if cell.data and is_text(cell.data):
                found[(cell.fg, cell.bg)] = cell.data
    assert found
    return {pair: text for pair, text in found.items() if contrast(rgb(pair[0]), rgb(pair[1])) < least}


def test_every_screen_is_legible_in_both_themes(shown: tuple[Terminal, float]) -> None:
    terminal, least = shown
    terminal.wait_for("越城区文化广电旅游局", "填报中")
    for keys, there in (
        ((), "F2 新建"),
        (("enter",), "下一未评"),
        (("3", "up"), "= 流于形式"),
        (("f5",), "差距 1 条"),
    ):
        terminal.press(*keys)
        terminal.wait_for(there)
        assert faint(terminal, least) == {}, there
    terminal.press("ctrl+w")
    white = (255, 255, 255)
    terminal.wait_until(lambda: contrast(rgb(terminal.screen.buffer[0][0].bg), white) < 1.5, "light")
    for keys, there in (((), "差距 1 条"), (("esc",), "= 流于形式"), (("esc",), "F2 新建")):
        terminal.press(*keys)
        terminal.wait_for(there)
        assert faint(terminal, least) == {}, there
    terminal.press("ctrl+q")
    assert terminal.wait_for_exit() == 0

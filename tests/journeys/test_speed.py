"""What saves time, in a real terminal: the search with an input method's chunks, one's own editor."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from fazhi_tui.workspace import Workspace

from .terminal import Terminal
from .test_terminal import bureau, notes, workspace

__all__ = ["bureau", "workspace"]
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="需要伪终端")

FIND, PHRASES, EDITOR = "\x06", "\x04", "\x0f"
# It shows itself, waits for a line, and fails where the line says so.
PROGRAM = """
import sys
path = sys.argv[1]
said = input("EDITOR " + open(path, encoding="utf-8").read() + "> ")
open(path, "a", encoding="utf-8").write("，续写\\n第二段\\n")
sys.exit(5 if said == "fail" else 0)
"""


@pytest.fixture
def terminal(workspace: Workspace, bureau: str, tmp_path: Path) -> Iterator[Terminal]:
    assert bureau
    program = tmp_path / "editor.py"
    program.write_text(PROGRAM, encoding="utf-8")
    terminal = Terminal(workspace.data, env={"EDITOR": shlex.join([sys.executable, str(program)])})
    terminal.wait_for("越城区文化广电旅游局")
    terminal.press("enter")
    terminal.wait_for("1落实 2部分落实", "下一未评")
    yield terminal
    terminal.child.close(force=True)


def test_the_editor_has_the_terminal_and_gives_it_back(
    terminal: Terminal, workspace: Workspace, bureau: str
) -> None:
    terminal.press("f2", "原有")
    terminal.wait_for("说明 2/2000", "原有")
    terminal.press(EDITOR)
    terminal.wait_for("EDITOR 原有>")
    terminal.press("\r")
    terminal.wait_for("原有，续写", "第二段", "写完")
    terminal.press("esc")
    terminal.wait_for("已保存")
    assert notes(workspace, bureau) == ["原有，续写\n第二段"]


def test_after_an_editor_that_fails_everything_goes_on(
    terminal: Terminal, workspace: Workspace, bureau: str
) -> None:
    terminal.press("f2", "原有")
    terminal.wait_for("说明 2/2000", "原有")
    terminal.press(EDITOR)
    terminal.wait_for("EDITOR 原有>")
    terminal.press("fail\r")
    terminal.wait_for("代码 5")
    terminal.press("enter")
    terminal.wait_for("说明 2/2000", "写完")
    terminal.press("，再写", "esc")
    terminal.wait_for("已保存")
    assert notes(workspace, bureau) == ["原有，再写"]


@pytest.mark.parametrize("size", [1, 4])
def test_an_input_method_types_into_the_search(terminal: Terminal, size: int) -> None:
    terminal.press(FIND)
    terminal.wait_for("查找", "Esc 返回")
    terminal.type_in_chunks("制度基础", size)
    terminal.wait_for(" 条", "制度基础")
    terminal.press("enter")
    terminal.wait_for("下一未评", "制度基础 1/")


def test_initials_find_and_enter_goes(terminal: Terminal) -> None:
    terminal.press(FIND)
    terminal.wait_for("查找")
    terminal.press("zdjc")
    terminal.wait_for(" 条", ". 制度基础")
    terminal.press("enter")
    terminal.wait_for("下一未评", "制度基础 1/")
    terminal.press(PHRASES)
    terminal.wait_for("常用语", "本条的差距表述")

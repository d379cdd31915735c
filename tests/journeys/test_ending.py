"""The program ended from outside, or by its own fault: nothing typed is lost, nothing typed is shown."""

from __future__ import annotations

import signal
import sys
from datetime import datetime
from pathlib import Path

import pytest

from fazhi_tui.cli.main import OWN_FAULT
from fazhi_tui.storage.unfinished import unfinished
from fazhi_tui.workspace import NewAssessment, Workspace

from .faulty_program import SECRET
from .terminal import Terminal

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="需要伪终端")

FAULTY = str(Path(__file__).with_name("faulty_program.py"))
TYPED = "写到一半"
LEFT_ALTERNATE_SCREEN = b"\x1b[?1049l"


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    workspace = Workspace(tmp_path / "data", actor="张某", clock=lambda: datetime.now().astimezone())
    workspace.create(NewAssessment("越城区文旅局", 2023, "部门", ("执法权",), ("zhongda-juece",)))
    return workspace


def sheet(workspace: Workspace, *program: str) -> Terminal:
    terminal = Terminal(workspace.data, program=program or ("-m", "fazhi_tui"))
    terminal.wait_for("越城区文旅局")
    terminal.press("enter")
    terminal.wait_for("1落实 2部分落实", "下一未评")
    return terminal


def type_note(terminal: Terminal) -> None:
    terminal.press("f2")
    terminal.wait_for("┏")
    terminal.type_in_chunks(TYPED, 1)


def type_evidence(terminal: Terminal) -> None:
    terminal.press("f4")
    terminal.wait_for("一行一条")
    terminal.type_in_chunks(TYPED, 1)
    terminal.wait_for(TYPED)


def notes(workspace: Workspace) -> list[str]:
    (listed,) = workspace.list()
    with workspace.open(listed.id, writable=True) as session:
        return [row.answer.note for row in session.board.rows() if row.answer.note]


def crash(terminal: Terminal, data: Path) -> str:
    """Wait for the end; gives the report. Nothing but the report's path is said, on the restored screen."""
    assert terminal.wait_for_exit() == OWN_FAULT
    screens, _, said = terminal.received.rpartition(LEFT_ALTERNATE_SCREEN)
    assert screens
    (path,) = (data / "crashes").iterdir()
    words, report = said.decode(), path.read_text(encoding="utf-8")
    assert str(path) in words
    assert "程序内部出错（RuntimeError" in words
    for text in (words, report):
        assert SECRET not in text
        assert TYPED not in text
        assert "Traceback" not in text
    assert SECRET.encode() not in terminal.received
    assert "faulty_program.py:" in report
    return report


@pytest.mark.parametrize("fault", ["key", "timer"])
def test_a_fault_while_a_note_is_typed_keeps_the_note(workspace: Workspace, fault: str) -> None:
    terminal = sheet(workspace, FAULTY, fault)
    type_note(terminal)
    if fault == "key":
        terminal.wait_for(f"说明 {len(TYPED)}/2000")
        terminal.press("esc")
    crash(terminal, workspace.data)
    assert notes(workspace) == [TYPED]


def test_a_fault_in_a_dialog_keeps_what_was_typed_and_the_next_start_shows_it(workspace: Workspace) -> None:
    terminal = sheet(workspace, FAULTY, "dialog")
    type_evidence(terminal)
    terminal.press("f2")
    crash(terminal, workspace.data)
    assert f"\n{TYPED}\n" in unfinished(workspace.data)
    again = Terminal(workspace.data)
    again.wait_for("上次关闭时没有确定的内容", TYPED)
    again.press("esc")
    again.wait_for("F7 示例")
    again.press("ctrl+q")
    assert again.wait_for_exit() == 0
    assert not unfinished(workspace.data)


@pytest.mark.parametrize("fault", ["start", "drawing"])
def test_a_fault_of_the_screen_itself_restores_it(workspace: Workspace, fault: str) -> None:
    terminal = Terminal(workspace.data, program=(FAULTY, fault))
    if fault == "drawing":
        terminal.wait_for("越城区文旅局")
        terminal.press("enter")
    report = crash(terminal, workspace.data)
    assert "版本：" in report


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_ended_by_a_signal_a_dialog_keeps_what_was_typed(
    workspace: Workspace, number: signal.Signals
) -> None:
    terminal = sheet(workspace)
    type_evidence(terminal)
    assert terminal.end(number) == 128 + number
    assert LEFT_ALTERNATE_SCREEN in terminal.received
    assert f"\n{TYPED}\n" in unfinished(workspace.data)


def test_a_closed_terminal_ends_the_program_and_keeps_the_note(workspace: Workspace) -> None:
    terminal = sheet(workspace)
    type_note(terminal)
    terminal.wait_for(f"说明 {len(TYPED)}/2000")
    terminal.close()
    assert notes(workspace) == [TYPED]

"""The program in a real terminal: typing, pasting, killing, ending."""

from __future__ import annotations

import os
import re
import signal
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from fazhi_tui.domain.verdict import Verdict
from fazhi_tui.workspace import NewAssessment, Workspace

from .terminal import Terminal

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="需要伪终端")

NOTE = (
    "征求意见只在楼道张贴三日，座谈会没有记录，收到的四条意见没有研究，也没有说明不采纳的理由，属于走过场。"
)


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace(tmp_path / "data", actor="张某", clock=lambda: datetime.now().astimezone())


@pytest.fixture
def bureau(workspace: Workspace) -> str:
    wanted = NewAssessment("越城区文化广电旅游局", 2023, "部门", ("执法权",), ("zhongda-juece",))
    return workspace.create(wanted)


@pytest.fixture
def terminal(workspace: Workspace, bureau: str) -> Iterator[Terminal]:
    assert bureau
    terminal = Terminal(workspace.data)
    terminal.wait_for("越城区文化广电旅游局")
    terminal.press("enter")
    terminal.wait_for("1落实 2部分落实", "下一未评")
    yield terminal
    terminal.child.close(force=True)


def notes(workspace: Workspace, bureau: str) -> list[str]:
    rows = workspace.open(bureau, writable=False).board.rows()
    return [row.answer.note for row in rows if row.answer.note]


def verdicts(workspace: Workspace, bureau: str) -> list[Verdict]:
    rows = workspace.open(bureau, writable=False).board.rows()
    return [row.answer.verdict for row in rows if row.answer.verdict]


def has_stopped(pid: int | None) -> bool:
    """Whether the process has stopped since it was asked last; one that runs on is left alone."""
    assert pid is not None
    changed, status = os.waitpid(pid, os.WNOHANG | os.WUNTRACED)
    return changed == pid and os.WIFSTOPPED(status)


@pytest.mark.parametrize("size", [1, 5, 40])
def test_chinese_typed_in_chunks_arrives_whole(
    terminal: Terminal, workspace: Workspace, bureau: str, size: int
) -> None:
    terminal.press("f2")
    terminal.wait_for("┏")
    terminal.type_in_chunks(NOTE, size)
    terminal.wait_for(f"说明 {len(NOTE)}/2000")
    terminal.press("esc")
    terminal.wait_for("已保存")
    assert notes(workspace, bureau) == [NOTE]


def test_a_paste_of_several_lines_arrives_whole(
    terminal: Terminal, workspace: Workspace, bureau: str
) -> None:
    text = "\n".join(f"第{n}条意见：{NOTE}" for n in range(1, 200))[:2000]
    terminal.press("f2")
    terminal.wait_for("┏")
    terminal.paste(text)
    terminal.wait_for(f"说明 {len(text)}/2000")
    terminal.press("esc")
    terminal.wait_for("已保存")
    assert notes(workspace, bureau) == [text]


def test_killed_straight_after_it_says_saved_the_answer_is_there(
    terminal: Terminal, workspace: Workspace, bureau: str
) -> None:
    terminal.press("3")
    terminal.wait_for("已保存")
    terminal.kill()
    assert verdicts(workspace, bureau) == [Verdict.HOLLOW]
    again = Terminal(workspace.data)
    again.wait_for("越城区文化广电旅游局")
    again.press("enter")
    again.wait_for("下一未评", "1/")
    again.press("ctrl+q")
    assert again.wait_for_exit() == 0


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_closed_terminal_loses_nothing_typed(
    terminal: Terminal, workspace: Workspace, bureau: str, number: signal.Signals
) -> None:
    terminal.press("f2")
    terminal.wait_for("┏")
    terminal.type_in_chunks("写到一半", 1)
    terminal.wait_for("说明 4/2000")
    assert terminal.end(number) == 128 + number
    assert notes(workspace, bureau) == ["写到一半"]


def test_killed_while_typing_loses_at_most_half_a_second(
    terminal: Terminal, workspace: Workspace, bureau: str
) -> None:
    terminal.press("f2")
    terminal.wait_for("┏")
    terminal.type_in_chunks("写到一半", 1)
    draft = workspace.data / "assessments" / bureau / "draft.json"
    while not (draft.exists() and "写到一半" in draft.read_text(encoding="utf-8")):
        terminal.pause()
    terminal.kill()
    with workspace.open(bureau, writable=True) as session:
        assert session.recovered is not None
    assert notes(workspace, bureau) == ["写到一半"]


def test_no_keyboard_protocol_that_breaks_chinese_input_is_asked_for(terminal: Terminal) -> None:
    assert re.search(rb"\x1b\[[>=]\d+(;\d+)?u", terminal.received) is None


def test_resizing_keeps_what_is_typed(terminal: Terminal, workspace: Workspace, bureau: str) -> None:
    terminal.press("f2")
    terminal.wait_for("┏")
    terminal.type_in_chunks("缩放之前", 1)
    terminal.resize(columns=200, rows=50)
    terminal.type_in_chunks("和之后", 1)
    terminal.wait_for("说明 7/2000")
    terminal.resize(columns=80, rows=24)
    terminal.press("esc")
    terminal.wait_for("已保存")
    assert notes(workspace, bureau) == ["缩放之前和之后"]


def test_suspended_it_gives_the_terminal_back_and_goes_on_where_it_was(
    terminal: Terminal, workspace: Workspace, bureau: str
) -> None:
    terminal.press("f2")
    terminal.wait_for("┏")
    terminal.type_in_chunks("放到一边", 1)
    terminal.wait_for("说明 4/2000")
    seen = len(terminal.received)
    terminal.child.kill(signal.SIGTSTP)
    terminal.wait_until(lambda: has_stopped(terminal.child.pid), "the stop")
    terminal.wait_until(lambda: b"\x1b[?1049l" in terminal.received[seen:], "the plain screen")
    terminal.child.kill(signal.SIGCONT)
    terminal.wait_until(lambda: b"\x1b[?1049h" in terminal.received[seen:], "the program's screen")
    terminal.type_in_chunks("再写", 1)
    terminal.wait_for("放到一边再写", "说明 6/2000")
    terminal.press("esc")
    terminal.wait_for("已保存")
    assert notes(workspace, bureau) == ["放到一边再写"]

"""A note in an editor of one's own: what is run, what is left behind, what may go wrong."""

from __future__ import annotations

import shlex
import signal
import stat
import sys
import tempfile
from pathlib import Path

import pytest

from fazhi_tui.errors import BadInputError
from fazhi_tui.tui.external_editor import edit, editor_command


def script(folder: Path, body: str) -> str:
    """The command of an editor that does so with `path`."""
    program = folder / "fake editor.py"
    program.write_text(f"import os, sys\npath = sys.argv[-1]\n{body}\n", encoding="utf-8")
    return shlex.join([sys.executable, str(program), "--wait"])


def command(folder: Path, body: str) -> list[str]:
    return shlex.split(script(folder, body))


@pytest.fixture(autouse=True)
def scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where temporary files go."""
    folder = tmp_path / "scratch"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.mark.parametrize("text", ["", "一行", "两行\n第二行", "末尾有空行\n\n", "𠮷野家〔2023〕"])
def test_an_editor_that_only_saves_changes_nothing(tmp_path: Path, text: str) -> None:
    body = "text = open(path, encoding='utf-8').read()\nopen(path, 'w', encoding='utf-8').write(text)"
    assert edit(text, command(tmp_path, body)) == text


def test_the_line_break_that_editors_add_is_taken_off(tmp_path: Path) -> None:
    body = "open(path, 'a', encoding='utf-8').write('，又一句\\n')"
    assert edit("一句", command(tmp_path, body)) == "一句，又一句"


def test_notepads_mark_and_line_ends_are_read(tmp_path: Path) -> None:
    body = "open(path, 'wb').write('甲\\r\\n乙\\r\\n'.encode('utf-8-sig'))"
    assert edit("", command(tmp_path, body)) == "甲\n乙"


@pytest.mark.parametrize("encoding", ["gbk", "gb18030", "utf-16", "utf-8"])
def test_what_was_written_in_another_encoding_is_not_lost(tmp_path: Path, encoding: str) -> None:
    body = f"open(path, 'wb').write('座谈会未邀请〔行业〕代表\\r\\n第二行'.encode({encoding!r}))"
    assert edit("原文", command(tmp_path, body)) == "座谈会未邀请〔行业〕代表\n第二行"


def test_the_file_is_private_and_gone_afterwards_with_all_the_editor_left(
    tmp_path: Path, scratch: Path
) -> None:
    body = (
        "modes = [oct(os.stat(p).st_mode & 0o777) for p in (os.path.dirname(path), path)]\n"
        "open(path + '~', 'w').write('backup')\n"
        "open(path, 'w').write(' '.join(modes))"
    )
    assert edit("机密", command(tmp_path, body)) == f"{oct(stat.S_IRWXU)} {oct(0o600)}"
    assert list(scratch.iterdir()) == []


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("open(path, 'w').write('坏'); raise SystemExit(3)", "代码 3"),
        ("os.kill(os.getpid(), 9)", "代码 -9"),
        ("open(path, 'wb').write(bytes([0xFF, 0xFF, 0x81]))", "不是 UTF-8、GBK"),
        ("os.remove(path)", "没有留下文件"),
        ("os.remove(path); os.mkdir(path)", "这是文件夹"),
    ],
)
def test_what_goes_wrong_is_said_and_nothing_stays(
    tmp_path: Path, scratch: Path, body: str, words: str
) -> None:
    with pytest.raises(BadInputError, match=words) as fault:
        edit("原文", command(tmp_path, body))
    assert "说明没有改动" in str(fault.value)
    assert list(scratch.iterdir()) == []


def test_an_editor_that_is_not_there_is_said(scratch: Path) -> None:
    with pytest.raises(BadInputError, match="“nowhere/editor”打不开：没有这个文件"):
        edit("原文", ["nowhere/editor"])
    assert list(scratch.iterdir()) == []


def test_a_full_disk_is_said(tmp_path: Path, scratch: Path) -> None:
    scratch.rmdir()
    with pytest.raises(BadInputError, match="临时文件写不成"):
        edit("原文", command(tmp_path, ""))


def test_ctrl_c_in_the_editor_does_not_end_the_program(tmp_path: Path) -> None:
    before = signal.getsignal(signal.SIGINT)
    body = "import signal\nos.kill(os.getppid(), signal.SIGINT)\nopen(path, 'w').write('改好')"
    assert edit("", command(tmp_path, body)) == "改好"
    assert signal.getsignal(signal.SIGINT) is before


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({"VISUAL": "code --wait", "EDITOR": "vi"}, ["code", "--wait"]),
        ({"VISUAL": " ", "EDITOR": "'/opt/my editor' -n"}, ["/opt/my editor", "-n"]),
    ],
)
def test_the_users_own_choice_comes_first(environment: dict[str, str], expected: list[str]) -> None:
    assert editor_command(environment, "posix") == expected


def test_on_windows_a_path_is_taken_as_it_is() -> None:
    quoted = r'"C:\Program Files\Notepad++\notepad++.exe" -multiInst'
    assert editor_command({"EDITOR": quoted}, "nt") == [
        r"C:\Program Files\Notepad++\notepad++.exe",
        "-multiInst",
    ]


@pytest.mark.parametrize(("system", "program"), [("nt", "notepad"), ("posix", "vi")])
def test_else_it_is_what_the_system_has(tmp_path: Path, system: str, program: str) -> None:
    there = tmp_path / program
    there.touch(0o700)
    assert editor_command({"PATH": str(tmp_path)}, system) == [str(there)]


def test_where_there_is_none_it_is_said_which_names_to_set() -> None:
    with pytest.raises(BadInputError, match="VISUAL、EDITOR"):
        editor_command({"PATH": ""}, "posix")


@pytest.mark.parametrize("words", ["'unfinished", '"'])
def test_a_choice_that_cannot_be_read_is_said(words: str) -> None:
    with pytest.raises(BadInputError, match="VISUAL 的引号不成对"):
        editor_command({"VISUAL": words}, "posix")


def test_a_path_with_a_space_is_one_word(tmp_path: Path) -> None:
    program = tmp_path / "my editor"
    program.touch(0o700)
    assert editor_command({"VISUAL": str(program)}, "posix") == [str(program)]

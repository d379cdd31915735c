from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from fazhi_tui.cli import main as edge
from fazhi_tui.workspace import Listed, Workspace
from tests.cli.conftest import Commands, Filler
from tests.samples import START


def _raising(error: BaseException) -> object:
    def run(*_: object) -> int:
        raise error

    return run


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (KeyboardInterrupt(), 130, "已中断"),
        (BrokenPipeError(), 141, ""),
        (OSError(28, "No space left on device", "/数据"), 2, "磁盘已满）：/数据"),
        (PermissionError(13, "Permission denied"), 2, "没有权限"),
        (KeyError("秘密的说明"), 70, "程序内部出错（KeyError"),
    ],
)
def test_every_fault_ends_in_chinese_words_and_a_code(
    fazhi: Commands, monkeypatch: pytest.MonkeyPatch, error: BaseException, code: int, said: str
) -> None:
    monkeypatch.setattr(Workspace, "list", _raising(error))
    result = fazhi("list")
    assert (result.code, result.out) == (code, "")
    assert said in result.err
    assert "Traceback" not in result.err
    reports = [path.read_text(encoding="utf-8") for path in (fazhi.data / "crashes").glob("*.txt")]
    assert len(reports) == (code == 70)
    assert "秘密" not in result.err + "".join(reports)


def test_a_refusing_disk_writes_nothing_and_says_so(
    fazhi: Commands, filled: Filler, monkeypatch: pytest.MonkeyPatch
) -> None:
    id = fazhi.new()
    before = fazhi.stored()
    monkeypatch.setattr(
        "fazhi_tui.storage.store.AssessmentStore.append", _raising(OSError(28, "No space left"))
    )
    result = fazhi("fill", id, str(filled(("juece", "本单位", "u-1", "落实", ""))))
    assert result.code == 2
    assert "磁盘已满" in result.err
    assert "什么也没有写入" in result.err
    assert fazhi.stored() == before


def test_what_a_killed_writer_left_typed_is_kept_and_said(fazhi: Commands) -> None:
    from fazhi_tui.domain.filling.answering import Change

    id = fazhi.new()
    workspace = Workspace(fazhi.data, actor="张某", clock=lambda: START)
    with workspace.open(id, writable=True) as session:
        session.keep_draft(Change("juece", "本单位", "u-1", note="写到一半"))
    result = fazhi("sheet", id, "--checklist", "juece", "--object", "甲")
    assert "juece / 本单位 / u-1" in result.err
    assert "写到一半" in fazhi("show", id).out


def test_steering_characters_of_an_argument_do_not_reach_the_terminal(fazhi: Commands) -> None:
    err = fazhi("show", "\x1b[2J甲").err
    assert "\x1b" not in err
    assert "<001B>[2J甲" in err


def test_without_a_terminal_the_screens_do_not_open(fazhi: Commands) -> None:
    result = fazhi()
    assert (result.code, result.out) == (2, "")
    assert "fazhi list" in result.err


def test_a_data_folder_that_is_a_file_is_refused(fazhi: Commands, tmp_path: Path) -> None:
    fazhi.data = tmp_path / "文件"
    fazhi.data.write_text("", encoding="utf-8")
    result = fazhi("list")
    assert result.code == 2
    assert "不是文件夹" in result.err


def test_the_actor_is_cleaned_and_falls_back_to_a_word(
    fazhi: Commands, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert edge.main(["--as", "甲/乙", "list"]) == 2
    assert "操作人姓名" in capsysbinary.readouterr().err.decode()
    monkeypatch.setattr("getpass.getuser", _raising(KeyError("uid")))
    actors: list[str] = []

    def listed(self: Workspace) -> list[Listed]:
        actors.append(self.actor)
        return []

    monkeypatch.setattr(Workspace, "list", listed)
    edge.main(["--data", str(fazhi.data), "list"])
    assert actors == ["本机用户"]


def test_the_screens_get_their_terminal_settings_before_textual_is_imported(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    code = (
        "import os, sys, types\n"
        "from fazhi_tui.cli import main, streams\n"
        "streams.is_terminal = lambda stream: True\n"
        "stand_in = types.ModuleType('fazhi_tui.tui.app')\n"
        "def run_app(workspace):\n"
        "    assert 'textual' not in sys.modules\n"
        "    print(os.environ['TEXTUAL_DISABLE_KITTY_KEY'], os.environ['TEXTUAL_ANIMATIONS'],\n"
        "          os.environ['TEXTUAL_SMOOTH_SCROLL'], workspace.actor)\n"
        "    return 7\n"
        "stand_in.run_app = run_app\n"
        "sys.modules['fazhi_tui.tui.app'] = stand_in\n"
        f"sys.exit(main.main(['--data', {str(tmp_path)!r}, '--as', '张某']))\n"
    )
    environment = {k: v for k, v in os.environ.items() if not k.startswith("TEXTUAL")}
    environment["TEXTUAL_ANIMATIONS"] = "full"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=False, encoding="utf-8", env=environment
    )
    assert (done.returncode, done.stdout) == (7, "1 full 0 张某\n"), done.stderr


def test_a_closed_pipe_is_quiet(fazhi: Commands) -> None:
    fazhi.new()
    command = [sys.executable, "-m", "fazhi_tui", "--data", str(fazhi.data), "list"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.close()
        assert process.stderr is not None
        words = process.stderr.read().decode("utf-8")
        process.wait(timeout=30)
    assert process.returncode == edge.PIPE_CLOSED
    assert "Traceback" not in words
    assert "BrokenPipe" not in words


def test_redirected_output_is_utf8_whatever_the_console_speaks(fazhi: Commands) -> None:
    id = fazhi.new("甲局")
    environment = {**os.environ, "PYTHONIOENCODING": "gbk", "LC_ALL": "C"}
    command = [sys.executable, "-m", "fazhi_tui", "--data", str(fazhi.data), "show", id]
    done = subprocess.run(command, capture_output=True, check=True, env=environment)
    assert "甲局 2023" in done.stdout.decode("utf-8")

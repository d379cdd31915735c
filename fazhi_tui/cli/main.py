"""The command `fazhi`: without a command it opens the screens."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from fazhi_tui.cli import streams
from fazhi_tui.errors import BadInputError, FazhiError
from fazhi_tui.os_faults import os_fault

# Imported where words are given: most who start the screens give none, and the list is there sooner.
if TYPE_CHECKING:
    import argparse

    from fazhi_tui.cli.command import Command
    from fazhi_tui.cli.parser import Parser
    from fazhi_tui.workspace import Workspace

PIPE_CLOSED = 141
INTERRUPTED = 130
OWN_FAULT = 70
CALENDAR_UNREAD = "本单位的工作日历读不出来，按工作日核算、会受它影响的都写“无法判断”："
DEFAULT_ACTOR = "本机用户"
_TERMINAL_DEFAULTS = {
    "TEXTUAL_DISABLE_KITTY_KEY": "1",
    "TEXTUAL_ANIMATIONS": "none",
    "TEXTUAL_SMOOTH_SCROLL": "0",
}


def run() -> None:
    """The console entry."""
    sys.exit(main())


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command, or the screens; every fault ends here in words.

    Args:
        argv: the words behind `fazhi`; None for those of this process.

    Returns:
        The exit code: 0 done, 1 findings, 2 bad input or refused, 3 damaged data, 4 locked.
    """
    streams.prepare()
    try:
        code = _dispatch(sys.argv[1:] if argv is None else argv)
        streams.flush()
    except FazhiError as fault:
        streams.say(str(fault))
        return fault.exit_code
    except BrokenPipeError:
        streams.discard_output()
        return PIPE_CLOSED
    except KeyboardInterrupt:
        streams.say("已中断。")
        return INTERRUPTED
    except OSError as error:
        place = f"：{error.filename}" if error.filename else ""
        streams.say(f"读写出错（{os_fault(error)}）{place}\n请检查位置、权限和磁盘空间后再试。")
        return FazhiError.exit_code
    except Exception as error:
        return _say_own_fault(error, None)
    return code


def _dispatch(words: Sequence[str]) -> int:
    if not words:
        return _guarded(_workspace(None, None), _open_screens)
    from fazhi_tui.cli.parser import split

    line = split(words)
    parser = _global_parser()
    try:
        args = parser.parse_args(line.before)
        if args.version:
            return _put_version()
        if not line.command:
            return _guarded(_workspace(args.data, args.actor), _open_screens)
        return _run_command(line.command, line.behind, args.data, args.actor)
    except SystemExit as leaving:
        return int(leaving.code or 0)


def _guarded(workspace: Workspace, run: Callable[[Workspace], int]) -> int:
    try:
        return run(workspace)
    except (FazhiError, OSError):
        raise
    except Exception as error:
        return _say_own_fault(error, workspace.data)


def _run_command(name: str, words: Sequence[str], data: Path | None, actor: str | None) -> int:
    from fazhi_tui.cli.commands import COMMANDS
    from fazhi_tui.cli.parser import unknown_command

    command = next((c for c in COMMANDS if c.name == name), None)
    if command is None:
        raise unknown_command(name, [c.name for c in COMMANDS])
    args = command.parser().parse_args(words)
    return _guarded(_workspace(data, actor), lambda workspace: _run_and_remark(command, workspace, args))


def _run_and_remark(command: Command, workspace: Workspace, args: argparse.Namespace) -> int:
    code = command.run(workspace, args)
    if workspace.calendar_fault is not None:
        streams.say(f"{CALENDAR_UNREAD}\n{workspace.calendar_fault}")
    return code


def _global_parser() -> Parser:
    from fazhi_tui.cli.parser import Parser, given_path

    parser = Parser(
        usage=("[--data 文件夹] [--as 姓名]", "[--data 文件夹] [--as 姓名] 命令 …"),
        about="法治政府建设年度自查：逐条自评，生成差距清单。不写命令就打开填报界面。",
    )
    parser.extra_help = _command_list
    parser.add_argument("--version", action="store_true", help="写出版本")
    parser.add_argument(
        "--data", metavar="文件夹", type=given_path, help="数据放在哪里；不写就用本机用户的数据文件夹"
    )
    parser.add_argument("--as", metavar="姓名", dest="actor", help="谁在操作，记入每一步；不写就用登录名")
    parser.footer = "每个命令的写法：fazhi 命令 --help"
    return parser


def _command_list() -> str:
    from fazhi_tui.cli.commands import COMMANDS
    from fazhi_tui.cli.parser import block

    return block("命令", [(c.name, c.about) for c in COMMANDS])


def _workspace(data: Path | None, actor: str | None) -> Workspace:
    from fazhi_tui.domain.text import clean_name
    from fazhi_tui.paths import default_data_folder
    from fazhi_tui.workspace import Workspace

    folder = (data or default_data_folder()).absolute()
    if folder.exists() and not folder.is_dir():
        raise BadInputError(f"数据文件夹不是文件夹：{folder}", "请在 --data 后面写文件夹的路径。")
    name = _login_name() if actor is None else clean_name(actor, "操作人姓名")
    return Workspace(folder, actor=name, clock=lambda: datetime.now().astimezone())


def _login_name() -> str:
    from getpass import getuser

    from fazhi_tui.domain.text import clean_name

    try:
        return clean_name(getuser(), "登录名")
    except (FazhiError, OSError, KeyError, ImportError):
        return DEFAULT_ACTOR


def _put_version() -> int:
    from fazhi_tui.cli.version import installed_version

    streams.put(f"fazhi {installed_version()}")
    return 0


def _open_screens(workspace: Workspace) -> int:
    if not (streams.is_terminal(sys.stdin) and streams.is_terminal(sys.stdout)):
        raise BadInputError(
            "填报界面要在终端里打开，这里的输入或输出不是终端。",
            "没有终端时请用命令，如 fazhi list、fazhi form、fazhi fill、fazhi gaps；fazhi --help 列出全部。",
        )
    for name, value in _TERMINAL_DEFAULTS.items():
        os.environ.setdefault(name, value)
    from fazhi_tui.tui.app import run_app

    return run_app(workspace)


def _say_own_fault(error: Exception, data: Path | None) -> int:
    # A traceback could show answers; the places in it cannot.
    from fazhi_tui.own_fault import fault_line

    kept = _write_report(error, data) if data is not None else None
    where = f"报告（只有程序位置，没有填报内容）：{kept}" if kept else "请把上面一行告诉维护人员。"
    streams.say(f"{fault_line(error)}\n已保存的内容不受影响。{where}")
    return OWN_FAULT


def _write_report(error: Exception, data: Path) -> Path | None:
    from fazhi_tui.cli.version import installed_version
    from fazhi_tui.own_fault import fault_report
    from fazhi_tui.storage.fault_reports import write_fault_report

    when = datetime.now().astimezone()
    report = fault_report(error, version=installed_version(), when=when)
    try:
        return write_fault_report(data, report, when)
    except OSError:
        return None

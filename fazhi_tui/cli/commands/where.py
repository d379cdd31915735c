"""`fazhi where`: the paths in use."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from fazhi_tui.cli.command import DONE, Command
from fazhi_tui.cli.parser import Parser
from fazhi_tui.cli.streams import put
from fazhi_tui.cli.version import installed_version
from fazhi_tui.paths import shipped_checklists_folder

if TYPE_CHECKING:
    from fazhi_tui.workspace import Workspace


def _configure(parser: Parser) -> None:
    del parser


def _run(workspace: Workspace, args: argparse.Namespace) -> int:
    del args
    put(f"数据文件夹：{workspace.data}")
    put(f"随附清单：{shipped_checklists_folder()}")
    put(f"本单位清单：{workspace.own_checklists}")
    put(f"工作日历：{workspace.calendar_table}")
    put(f"版本：{installed_version()}")
    return DONE


COMMAND = Command("where", "写出数据和清单放在哪里", ("",), _configure, _run)

"""`fazhi delete`: an assessment into the trash."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from fazhi_tui.cli.command import DONE, Command, takes_id
from fazhi_tui.cli.parser import Parser
from fazhi_tui.cli.streams import put, say
from fazhi_tui.errors import BadInputError

if TYPE_CHECKING:
    from fazhi_tui.workspace import Workspace


def _configure(parser: Parser) -> None:
    takes_id(parser)
    parser.add_argument("--yes", action="store_true", help="确认删除，必写")


def _run(workspace: Workspace, args: argparse.Namespace) -> int:
    if not args.yes:
        raise BadInputError(
            "删除要确认，现在什么也没有删。", "确要删除，加 --yes；删除后移到回收文件夹，可以取回。"
        )
    put(str(workspace.delete(args.id)))
    say("已移到回收文件夹（位置如上），移回 assessments 文件夹即可恢复。")
    return DONE


COMMAND = Command("delete", "删除一份自查（移到回收文件夹）", ("编号 --yes",), _configure, _run)

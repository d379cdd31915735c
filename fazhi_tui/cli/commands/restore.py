"""`fazhi restore`: a damaged assessment back from a good copy."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from fazhi_tui.cli.command import DONE, Command, takes_id
from fazhi_tui.cli.parser import Parser
from fazhi_tui.cli.streams import put, say

if TYPE_CHECKING:
    from fazhi_tui.workspace import Workspace


def _configure(parser: Parser) -> None:
    takes_id(parser)
    parser.add_argument(
        "--from", metavar="备份", dest="name", default="", help="用哪一份：上一版、拼合，或日期；不写用最新的"
    )
    parser.add_argument("--dry-run", action="store_true", help="只列出可用的备份和各会丢什么，不写入")


def _run(workspace: Workspace, args: argparse.Namespace) -> int:
    if args.dry_run:
        for copy in workspace.copies(args.id):
            put(copy.words)
        return DONE
    restored = workspace.restore(args.id, args.name)
    put(str(restored.aside))
    say(f"已用备份恢复：{restored.copy.words}。")
    say("原来的文件一个字节没动，另放在上面的文件夹里。")
    return DONE


COMMAND = Command(
    "restore", "数据损坏时用完好的备份恢复，原文件另存", ("编号 [--from 备份] [--dry-run]",), _configure, _run
)

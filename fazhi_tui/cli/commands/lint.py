"""`fazhi lint`: faults of checklist files."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from fazhi_tui.cli.command import DONE, FINDINGS, Command
from fazhi_tui.cli.parser import Parser, given_path
from fazhi_tui.cli.streams import put, say

if TYPE_CHECKING:
    from fazhi_tui.workspace import Workspace


def _configure(parser: Parser) -> None:
    parser.add_argument(
        "files",
        metavar="文件",
        nargs="*",
        type=given_path,
        help="要检查的清单文件；不写就检查随附的和本单位自己的全部清单",
    )


def _run(workspace: Workspace, args: argparse.Namespace) -> int:
    from fazhi_tui.loading.checklist_files import inspect

    files = list(dict.fromkeys(args.files)) or workspace.checklist_files()
    library, findings = inspect(files)
    for finding in findings:
        put(finding.text)
    if findings:
        say(f"{len(files)}份清单，发现{len(findings)}处问题。")
        return FINDINGS
    if not files:
        say("没有找到任何清单文件，请重新安装。")
        return FINDINGS
    items = sum(len(list(checklist.items())) for checklist in library.checklists)
    say(f"{len(files)}份清单共{items}条检查项，没有发现问题。")
    return DONE


COMMAND = Command("lint", "检查清单文件的格式", ("[文件 …]",), _configure, _run)

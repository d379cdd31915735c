"""`fazhi form`: the form as CSV."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from fazhi_tui.cli.command import DONE, Command, takes_id
from fazhi_tui.cli.given_files import refuse_existing
from fazhi_tui.cli.parser import Parser, given_path
from fazhi_tui.cli.streams import put_file, say
from fazhi_tui.domain.unit import OBJECT_KINDS
from fazhi_tui.errors import BadInputError
from fazhi_tui.storage.export import export

if TYPE_CHECKING:
    from pathlib import Path

    from fazhi_tui.domain.rows import Board
    from fazhi_tui.workspace import Workspace


def _configure(parser: Parser) -> None:
    takes_id(parser)
    parser.add_argument(
        "-o", "--output", metavar="文件", type=given_path, help="写到这个 .csv 文件；不写就写到屏幕"
    )
    parser.add_argument("--force", action="store_true", help="文件已存在也覆盖")


def _run(workspace: Workspace, args: argparse.Namespace) -> int:
    from fazhi_tui.reporting.form_csv import form_csv

    if args.output is not None:
        _check(args.output, is_forced=args.force)
    session = workspace.open(args.id, writable=False)
    data = form_csv(session.board)
    if args.output is None:
        put_file(data)
    else:
        export(args.output, data)
        say(f"已写出：{args.output}")
    _say_missing_sheets(session.board)
    return DONE


def _check(path: Path, *, is_forced: bool) -> None:
    if path.suffix.lower() != ".csv":
        raise BadInputError(f"表格只能写成 .csv 文件：{path}", "请把文件名改成以 .csv 结尾。")
    if not is_forced:
        refuse_existing(path)


def _say_missing_sheets(board: Board) -> None:
    for gap in board.undeclared:
        say(f"“{gap.checklist.title}”还没有{OBJECT_KINDS[gap.kind]}自查表，表格里没有这些检查项。")
    if board.undeclared:
        say("请先用 fazhi sheet 添加，或声明本年无。")


COMMAND = Command(
    "form", "写出填报表格（CSV），用 WPS 或 Excel 填写", ("编号 [-o 文件.csv] [--force]",), _configure, _run
)

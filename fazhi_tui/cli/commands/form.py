"""`fazhi form`: the form as CSV or as an Excel workbook."""

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
    from collections.abc import Collection
    from pathlib import Path

    from fazhi_tui.domain.checklist import Checklist
    from fazhi_tui.domain.filling.departments import StageKey
    from fazhi_tui.domain.rows import Board
    from fazhi_tui.workspace import Workspace

_WORKBOOK = ".xlsx"
_SUFFIXES = (".csv", _WORKBOOK)


def _configure(parser: Parser) -> None:
    takes_id(parser)
    parser.add_argument(
        "-o", "--output", metavar="文件", type=given_path, help="写到这个 .csv 或 .xlsx 文件；不写就写到屏幕"
    )
    parser.add_argument("--force", action="store_true", help="文件已存在也覆盖")
    parser.add_argument("--dept", metavar="科室", help="只写分给这个科室的环节（分工见 fazhi dept）")


def _run(workspace: Workspace, args: argparse.Namespace) -> int:
    from fazhi_tui.domain.filling.departments import stages_of

    if args.output is not None:
        _check(args.output, is_forced=args.force)
    session = workspace.open(args.id, writable=False)
    stages = None
    if args.dept is not None:
        stages = stages_of(session.assessment, session.library.checklists, args.dept)
    data = _rendered(session.board, stages, args.output)
    if args.output is None:
        put_file(data)
    else:
        export(args.output, data)
        say(f"已写出：{args.output}")
    _say_missing_sheets(session.board, stages)
    return DONE


def _check(path: Path, *, is_forced: bool) -> None:
    if path.suffix.lower() not in _SUFFIXES:
        raise BadInputError(
            f"表格只能写成 .csv 或 .xlsx 文件：{path}", "请把文件名改成以 .csv 或 .xlsx 结尾。"
        )
    if not is_forced:
        refuse_existing(path)


def _rendered(board: Board, stages: Collection[StageKey] | None, path: Path | None) -> bytes:
    if path is not None and path.suffix.lower() == _WORKBOOK:
        from fazhi_tui.reporting.office import form_xlsx

        return form_xlsx(board, stages)
    from fazhi_tui.reporting.tables.form_csv import form_csv

    return form_csv(board, stages)


def _say_missing_sheets(board: Board, stages: Collection[StageKey] | None) -> None:
    missing = [u for u in board.undeclared if stages is None or _kinds(u.checklist, stages) & {u.kind}]
    for gap in missing:
        say(f"“{gap.checklist.title}”还没有{OBJECT_KINDS[gap.kind]}自查表，表格里没有这些检查项。")
    if missing:
        say("请先用 fazhi sheet 添加，或声明本年无。")


def _kinds(checklist: Checklist, stages: Collection[StageKey]) -> set[str]:
    return {stage.object for stage in checklist.stages if (checklist.id, stage.id) in stages}


COMMAND = Command(
    "form",
    "写出填报表格（CSV 或 Excel），用 WPS 或 Excel 填写",
    ("编号 [-o 文件.csv|.xlsx] [--dept 科室] [--force]",),
    _configure,
    _run,
)

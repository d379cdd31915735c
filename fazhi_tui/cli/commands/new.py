"""`fazhi new`: begin an assessment."""

from __future__ import annotations

import argparse

from fazhi_tui.cli.command import DONE, Command
from fazhi_tui.cli.parser import Parser, whole_number
from fazhi_tui.cli.streams import put, say
from fazhi_tui.domain.unit import FLAGS, UNIT_KINDS
from fazhi_tui.workspace import NewAssessment, Workspace


def _configure(parser: Parser) -> None:
    parser.add_argument("--unit", metavar="单位", required=True, help="单位全称或规范简称，最多60个字")
    parser.add_argument(
        "--year", metavar="年度", required=True, type=whole_number, help="被自查的年度，如 2023"
    )
    parser.add_argument("--kind", metavar="类别", required=True, help=f"{'、'.join(UNIT_KINDS)}")
    parser.add_argument(
        "--has",
        metavar="职权",
        nargs="+",
        action="extend",
        default=[],
        help=f"单位有哪些职权：{'、'.join(FLAGS)}\n没有写的，相应检查项不问；可写多个，也可重复这个选项",
    )
    parser.add_argument(
        "--checklist",
        metavar="清单",
        nargs="+",
        action="extend",
        default=[],
        help="只用这些清单（写清单的编号）；不写就用全部",
    )
    parser.add_argument("--round", metavar="轮次", default="", help="同一年度不止一次时用来区分，如 半年")


def _run(workspace: Workspace, args: argparse.Namespace) -> int:
    wanted = NewAssessment(
        unit=args.unit,
        year=args.year,
        kind=args.kind,
        flags=tuple(args.has),
        checklists=tuple(args.checklist),
        round=args.round,
    )
    id = workspace.create(wanted)
    put(id)
    say("已新建。打开 fazhi 逐条填写，或用 fazhi form 写出表格填好后再用 fazhi fill 读入。")
    return DONE


COMMAND = Command(
    "new",
    "新建一次自查，写出它的编号",
    ("--unit 单位 --year 年度 --kind 类别 [--has 职权 …] [--checklist 清单 …] [--round 轮次]",),
    _configure,
    _run,
)

"""`fazhi dept`: which 科室 answers which stages."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from fazhi_tui.cli.command import DONE, Command, takes_id
from fazhi_tui.cli.commands.opening import writing
from fazhi_tui.cli.parser import Parser
from fazhi_tui.cli.streams import say
from fazhi_tui.cli.tables import put_table
from fazhi_tui.errors import BadInputError

if TYPE_CHECKING:
    from fazhi_tui.session import Session
    from fazhi_tui.workspace import Workspace

_HEADER = ("清单", "环节", "名称", "检查项", "科室")


def _configure(parser: Parser) -> None:
    takes_id(parser)
    parser.add_argument("department", metavar="科室", nargs="?", help="分给哪个科室；不写就列出分工")
    parser.add_argument("--checklist", metavar="清单", help="清单的编号，如 zhongda-juece")
    parser.add_argument(
        "--stage",
        metavar="环节",
        nargs="+",
        action="extend",
        default=[],
        help="环节的编号或名称；不写就是整份清单",
    )
    parser.add_argument("--clear", action="store_true", help="收回，不再分给科室")


def _run(workspace: Workspace, args: argparse.Namespace) -> int:
    _check(args)
    if args.department is None and not args.clear:
        _put_stages(workspace.open(args.id, writable=False))
        return DONE
    with writing(workspace, args.id) as session:
        changed = session.assign(args.checklist, args.stage, args.department or "")
        say("分工已记录。" if changed else "与现有分工相同，没有变化。")
    return DONE


def _check(args: argparse.Namespace) -> None:
    gives = args.department is not None or args.clear
    if args.department is not None and args.clear:
        raise BadInputError("分给科室和收回（--clear）不能同时写。", "请只写一个。")
    if args.department is not None and not args.department.strip():
        raise BadInputError("科室是空的。", "请写科室的名称；收回用 --clear。")
    if gives and args.checklist is None:
        raise BadInputError("没有写清单。", "请加 --checklist 清单，如 --checklist zhongda-juece。")
    if not gives and (args.checklist is not None or args.stage):
        raise BadInputError("没有写科室。", "请写分给哪个科室；收回用 --clear。")


def _put_stages(session: Session) -> None:
    from fazhi_tui.domain.applicability import why_left_out

    assessment = session.assessment
    rows = []
    for checklist in session.library.checklists:
        for stage in checklist.stages:
            asked = sum(not why_left_out(item, assessment) for item in stage.items)
            department = assessment.departments.get((checklist.id, stage.id), "")
            rows.append((checklist.id, stage.id, stage.title, str(asked), department))
    put_table(_HEADER, rows, folding=("名称", "科室"))


COMMAND = Command(
    "dept",
    "看分工，或把清单的环节分给科室（写出一个科室的表格见 fazhi form）",
    (
        "编号",
        "编号 科室 --checklist 清单 [--stage 环节 …]",
        "编号 --clear --checklist 清单 [--stage 环节 …]",
    ),
    _configure,
    _run,
)

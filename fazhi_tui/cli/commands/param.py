"""`fazhi param`: the local figures, each with the local text it stands in."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from fazhi_tui.cli.command import DONE, Command, takes_id
from fazhi_tui.cli.commands.opening import writing
from fazhi_tui.cli.parser import Parser
from fazhi_tui.cli.streams import put, say
from fazhi_tui.cli.tables import put_table
from fazhi_tui.domain.filling.cells import CLEAR
from fazhi_tui.domain.reckoning.params import each_once
from fazhi_tui.errors import BadInputError

if TYPE_CHECKING:
    from fazhi_tui.session import Session
    from fazhi_tui.workspace import Workspace

_HEADER = ("地方参数", "编号", "数值", "出处")
NOT_SET = "未填"


def _configure(parser: Parser) -> None:
    takes_id(parser)
    parser.add_argument("name", metavar="参数", nargs="?", help="地方参数的编号或名称；不写就列出全部")
    value = f"数字，或者日期（如 2024-03-01）；写“{CLEAR}”就去掉已填的"
    parser.add_argument("value", metavar="数值", nargs="?", help=value)
    parser.add_argument("--source", metavar="出处", help="本地的依据，写到条款；填数值时必写")


def _run(workspace: Workspace, args: argparse.Namespace) -> int:
    _check(args)
    if args.name is not None:
        with writing(workspace, args.id) as session:
            say(_fill(session, args.name, args.value, args.source))
    session = workspace.open(args.id, writable=False)
    if not put_params(session):
        put("这次自查的清单没有地方参数。")
    return DONE


def _fill(session: Session, name: str, value: str, source: str | None) -> str:
    """Do what was asked; what to say of it."""
    if source is None:
        return "已清空。" if session.clear_param(name) else "本来就没填，没有变化。"
    return "已填写。" if session.set_param(name, value, source) else "与现有的相同，没有变化。"


def _check(args: argparse.Namespace) -> None:
    if args.name is None:
        if args.source is not None:
            raise BadInputError(
                "--source 只在填数值时写。", "请写：fazhi param 编号 参数 数值 --source 出处。"
            )
    elif args.value is None:
        raise BadInputError(
            f"没有写“{args.name}”的数值。", "请写：fazhi param 编号 参数 数值 --source 出处。"
        )
    elif args.value.strip() == CLEAR:
        if args.source is not None:
            raise BadInputError("清空时不写 --source。", f"请写：fazhi param 编号 参数 {CLEAR}。")
    elif args.source is None:
        raise BadInputError("没有写出处。", "请加 --source，写本地的依据，如：《某省规定》第十六条。")


def put_params(session: Session, *, heading: str = "") -> bool:
    """Write the local figures that are asked for; False, and nothing written, where there are none."""
    filled_in = session.assessment.params
    cells = []
    for spec in each_once(spec for checklist in session.library.checklists for spec in checklist.params):
        param = filled_in.get(spec.id)
        cells.append((spec.label, spec.id, *((param.value, param.source) if param else (NOT_SET, ""))))
    if cells:
        if heading:
            put(heading)
        put_table(_HEADER, cells, folding=("地方参数", "出处"))
    return bool(cells)


COMMAND = Command(
    "param",
    "看或填地方参数：国家规定留给地方定的数字",
    ("编号", "编号 参数 数值 --source 出处", f"编号 参数 {CLEAR}"),
    _configure,
    _run,
)

"""`fazhi gap`: manual gaps entered, changed, withdrawn, listed."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from fazhi_tui.cli.command import DONE, Command, takes_id
from fazhi_tui.cli.commands.opening import writing
from fazhi_tui.cli.parser import Parser
from fazhi_tui.cli.streams import put, say
from fazhi_tui.cli.tables import put_table
from fazhi_tui.domain.rectifying.manual_gap import SOURCES
from fazhi_tui.errors import BadInputError

if TYPE_CHECKING:
    from fazhi_tui.session import Session
    from fazhi_tui.workspace import Workspace

_HEADER = ("序号", "编号", "问题", "依据", "来源", "清单", "环节", "备注")
_FIELDS = ("problem", "basis", "source", "checklist", "stage")


def _configure(parser: Parser) -> None:
    takes_id(parser)
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--add", metavar="问题", help="登记一条清单上没有问到的差距，写明哪件事、差在哪里")
    what.add_argument("--change", metavar="差距", help="改一条已登记的：写它的编号或差距清单里的序号")
    what.add_argument("--withdraw", metavar="差距", help="撤回一条已登记的，写法同上")
    parser.add_argument("--problem", metavar="问题", help="改时用：新的问题表述")
    parser.add_argument("--basis", metavar="依据", help="违反或没有做到哪一条规定，登记时必写")
    parser.add_argument("--source", metavar="来源", help=f"{'、'.join(SOURCES)}；登记时必写")
    parser.add_argument("--checklist", metavar="清单", help="可写：属于哪份清单（编号）")
    parser.add_argument("--stage", metavar="环节", help="可写：属于清单的哪个环节（编号或名称）")
    parser.add_argument("--reason", metavar="理由", help="撤回的理由，撤回时必写")


def _run(workspace: Workspace, args: argparse.Namespace) -> int:
    fields = {name: value for name in _FIELDS if (value := getattr(args, name)) is not None}
    _check(args, fields)
    if args.add is None and args.change is None and args.withdraw is None:
        _put_gaps(workspace.open(args.id, writable=False))
        return DONE
    with writing(workspace, args.id) as session:
        if args.add is not None:
            put(session.add_gap({"basis": "", "source": "", **fields, "problem": args.add}))
            say("已登记，列在差距清单的“其他问题”里。")
        elif args.change is not None:
            changed = session.change_gap(_manual_id(session, args.change), fields)
            say("已改。" if changed else "与现有的相同，没有变化。")
        else:
            session.withdraw_gap(_manual_id(session, args.withdraw), args.reason or "")
            say("已撤回，记录里仍保留。")
    return DONE


def _check(args: argparse.Namespace, fields: dict[str, str]) -> None:
    if args.reason is not None and args.withdraw is None:
        raise BadInputError("--reason 只在用 --withdraw 撤回时写。", "请删去。")
    if args.problem is not None and args.change is None:
        raise BadInputError("--problem 只在用 --change 改时写。", "登记时问题写在 --add 后面。")
    if fields and args.add is None and args.change is None:
        raise BadInputError("没有写登记还是改。", "登记用 --add 问题，改用 --change 差距。")
    if args.change is not None and not fields:
        raise BadInputError("没有写改什么。", "请写 --problem、--basis、--source、--checklist 或 --stage。")


def _manual_id(session: Session, given: str) -> str:
    from fazhi_tui.domain.rectifying.ledger import find_entry

    entry = find_entry(session.ledger(), given)
    if entry.manual is None:
        raise BadInputError(
            f"“{given}”是按清单自评得出的差距，不能在这里改。", "请改自评；整改用 fazhi rectify。"
        )
    return entry.manual.id


def _put_gaps(session: Session) -> None:
    from fazhi_tui.domain.rectifying.ledger import ledger

    numbers = {
        entry.item: str(entry.number) for entry in ledger(session.assessment, session.board) if entry.number
    }
    rows = [
        (
            numbers.get(gap.id, ""),
            gap.id,
            gap.problem,
            gap.basis,
            gap.source,
            gap.checklist,
            gap.stage,
            f"已撤回：{gap.withdrawn}" if gap.withdrawn else "",
        )
        for gap in session.assessment.manual_gaps.values()
    ]
    if rows:
        put_table(_HEADER, rows, folding=("问题", "依据", "备注"))
    else:
        say("没有登记其他问题。")


COMMAND = Command(
    "gap",
    "登记、改或撤回清单上没有问到的差距（督察、评查等发现的）",
    (
        "编号",
        "编号 --add 问题 --basis 依据 --source 来源 [--checklist 清单] [--stage 环节]",
        "编号 --change 差距 [--problem 问题] [--basis 依据] [--source 来源]",
        "编号 --change 差距 [--checklist 清单] [--stage 环节]",
        "编号 --withdraw 差距 --reason 理由",
    ),
    _configure,
    _run,
)

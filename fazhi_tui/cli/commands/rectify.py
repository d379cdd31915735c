"""`fazhi rectify`: what is done about one gap, and the adviser's closing of it."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from fazhi_tui.cli.command import DONE, Command, takes_id
from fazhi_tui.cli.commands.opening import writing
from fazhi_tui.cli.parser import Parser
from fazhi_tui.cli.streams import put, say
from fazhi_tui.domain.rectifying.rectification import Pace
from fazhi_tui.errors import BadInputError

if TYPE_CHECKING:
    from datetime import date

    from fazhi_tui.domain.rectifying.ledger import Entry
    from fazhi_tui.session import Session
    from fazhi_tui.workspace import Workspace

_PLAN = {
    "measure": ("措施", "整改措施"),
    "leader": ("领导", "责任领导"),
    "department": ("部门", "责任部门"),
    "person": ("姓名", "责任人"),
    "due": ("日期", "时限，写年月日；定稿后要推后用 --extend"),
    "type": ("类型", f"{'、'.join(Pace)}"),
}
_BLANK = "未填"


def _configure(parser: Parser) -> None:
    takes_id(parser)
    parser.add_argument("gap", metavar="差距", help="差距清单里的序号，或 清单/自查表/检查项")
    for name, (metavar, help_) in _PLAN.items():
        parser.add_argument(f"--{name}", metavar=metavar, help=help_)
    parser.add_argument("--progress", metavar="进展", help="记一次进展：做了什么")
    parser.add_argument("--date", metavar="日期", help="进展是哪天的；不写就是今天")
    parser.add_argument("--extend", metavar="日期", help="延期到哪天，须写理由；次数会记下来")
    parser.add_argument("--reason", metavar="理由", help="延期的理由")
    parser.add_argument(
        "--request",
        metavar="佐证",
        nargs="+",
        action="extend",
        help="申请销号，附佐证：一条一个，写成 名称|文号|日期|存放处",
    )
    parser.add_argument("--close", action="store_true", help="法律顾问：同意销号")
    parser.add_argument("--checked", metavar="内容", help="销号时必写：核查了整改的什么效果")
    parser.add_argument("--how", metavar="方式", help="销号时必写：怎么核查的")
    parser.add_argument("--send-back", action="store_true", help="法律顾问：退回整改，须写意见")
    parser.add_argument("--opinion", metavar="意见", help="销号或退回的意见")


def _run(workspace: Workspace, args: argparse.Namespace) -> int:
    judges = args.close or args.send_back
    written = [n for n in (*_PLAN, "progress", "extend", "request") if getattr(args, n) is not None]
    _check(args, written)
    today = workspace.clock().date()
    if judges or written:
        with writing(workspace, args.id) as session:
            _write(session, args, today)
            entry = _find(session, args.gap, today)
    else:
        entry = _find(workspace.open(args.id, writable=False), args.gap, today)
    put_entry(entry)
    return DONE


def _check(args: argparse.Namespace, written: list[str]) -> None:
    if args.close and args.send_back:
        raise BadInputError("--close 和 --send-back 不能同时写。", "同意销号还是退回，请只写一个。")
    if (args.close or args.send_back) and written:
        raise BadInputError("销号、退回是法律顾问的，不能和整改内容同时写。", "请分两次。")
    if args.opinion is not None and not (args.close or args.send_back):
        raise BadInputError("--opinion 只在销号或退回时写。", "请和 --close 或 --send-back 一起写。")
    if (args.checked is not None or args.how is not None) and not args.close:
        raise BadInputError("--checked 和 --how 只在销号时写。", "请和 --close 一起写。")
    if args.date is not None and args.progress is None:
        raise BadInputError("--date 只在记进展时写。", "请和 --progress 一起写；时限用 --due。")
    if args.reason is not None and args.extend is None:
        raise BadInputError("--reason 只在延期时写。", "请和 --extend 一起写。")


def _find(session: Session, given: str, today: date) -> Entry:
    from fazhi_tui.domain.rectifying.ledger import find_entry

    return find_entry(session.ledger(today), given)


def _write(session: Session, args: argparse.Namespace, today: date) -> None:
    entry = _find(session, args.gap, today)
    if args.close:
        session.close_gap(
            entry.key, checked=args.checked or "", how=args.how or "", opinion=args.opinion or ""
        )
        say("已销号。")
    elif args.send_back:
        session.send_back_gap(entry.key, opinion=args.opinion or "")
        say("已退回整改。")
    else:
        say("已记录。" if _rectify(session, entry, args, today) else "与现有的相同，没有变化。")


def _rectify(session: Session, entry: Entry, args: argparse.Namespace, today: date) -> bool:
    from fazhi_tui.domain.filling.answering import KEEP
    from fazhi_tui.domain.filling.cells import evidence_of_text
    from fazhi_tui.domain.rectifying.rectify import Step

    proof = None
    if args.request is not None:
        proof = tuple(evidence for text in args.request for evidence in evidence_of_text(text))
    plan = {name: KEEP if (value := getattr(args, name)) is None else value for name in _PLAN}
    plan["pace"] = plan.pop("type")
    day = args.date or today.isoformat()
    step = Step(
        entry.key,
        **plan,
        progress=None if args.progress is None else (day, args.progress),
        extension=None if args.extend is None else (args.extend, args.reason or ""),
        request=proof,
    )
    return session.rectify([step])


def put_entry(entry: Entry) -> None:
    """Write one line of the ledger, a label a line."""
    from fazhi_tui.domain.rectifying.rectification import key_text
    from fazhi_tui.reporting.ledger.ledger_words import due_words, history_lines, overdue_words, problem_words

    known = entry.rectification
    due = "，".join(filter(None, [due_words(known), overdue_words(entry)]))
    pairs = [
        ("序号", "–" if entry.number is None else str(entry.number)),
        ("差距", key_text(entry.key)),
        ("问题", problem_words(entry)),
        ("整改措施", known.measure),
        ("责任领导", known.leader),
        ("责任部门", known.department),
        ("责任人", known.person),
        ("类型", known.pace.value if known.pace else ""),
        ("时限", due),
        *history_lines(known),
        ("状态", entry.status_words),
    ]
    for label, text in pairs:
        put(f"{label}：{' '.join(text.split()) or _BLANK}")


COMMAND = Command(
    "rectify",
    "看或记一条差距的整改；法律顾问销号或退回",
    (
        "编号 差距",
        "编号 差距 [--measure 措施] [--leader 领导] [--department 部门] [--person 姓名]",
        "编号 差距 [--due 日期] [--type 类型] [--progress 进展 [--date 日期]]",
        "编号 差距 [--extend 日期 --reason 理由] [--request 佐证 …]",
        "编号 差距 --close --checked 内容 --how 方式 [--opinion 意见]",
        "编号 差距 --send-back --opinion 意见",
    ),
    _configure,
    _run,
)

"""`fazhi sheet`: sheets for matters, case files, persons and documents, or 本年无."""

from __future__ import annotations

import argparse
import unicodedata
from typing import TYPE_CHECKING

from fazhi_tui.cli.command import DONE, Command, takes_id
from fazhi_tui.cli.commands.opening import writing
from fazhi_tui.cli.parser import Parser
from fazhi_tui.cli.streams import say
from fazhi_tui.domain.unit import OBJECT_KINDS, ROLES, UNIT
from fazhi_tui.errors import BadInputError

if TYPE_CHECKING:
    from fazhi_tui.session import Session
    from fazhi_tui.workspace import Workspace

_KINDS = {word: kind for kind, word in OBJECT_KINDS.items() if kind != UNIT}
_KIND_WORDS = "、".join(f"{kind} {word}" for word, kind in _KINDS.items())


def _configure(parser: Parser) -> None:
    takes_id(parser)
    parser.add_argument("--checklist", metavar="清单", required=True, help="清单的编号，如 zhongda-juece")
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--object", metavar="名称", help="加一张自查表：一件决策、一本案卷、一个人、一份文件")
    what.add_argument("--none", metavar="对象", help=f"声明本年没有这类对象：{_KIND_WORDS}")
    what.add_argument("--rename", metavar=("旧名", "新名"), nargs=2, help="给自查表改名")
    what.add_argument("--remove", metavar="名称", help="移除自查表；记录里仍保留")
    parser.add_argument("--kind", metavar="对象", default="", help="对象的种类，清单有几类对象时才写")
    parser.add_argument("--role", metavar="职务", default="", help=f"人员自查表的职务：{'、'.join(ROLES)}")
    parser.add_argument("--reason", metavar="理由", default="", help="声明本年无的理由，必写")


def _run(workspace: Workspace, args: argparse.Namespace) -> int:
    _check(args)
    with writing(workspace, args.id) as session:
        say(_change(session, args))
    return DONE


def _check(args: argparse.Namespace) -> None:
    if args.object is None and (args.kind or args.role):
        raise BadInputError("--kind 和 --role 只在用 --object 加自查表时写。", "请删去。")
    if args.none is None and args.reason:
        raise BadInputError("--reason 只在用 --none 声明本年无时写。", "请删去。")
    if args.none is not None and not args.none.strip():
        raise BadInputError("--none 后面是空的。", f"请写哪一类对象：{_KIND_WORDS}。")


def _change(session: Session, args: argparse.Namespace) -> str:
    checklist = args.checklist
    if args.object is not None:
        session.add_sheet(checklist, args.object, kind=_kind(args.kind), role=args.role)
        return f"已加自查表“{args.object}”。"
    if args.none is not None:
        session.declare_absent(checklist, _kind(args.none), args.reason)
        return "已声明本年无。"
    if args.rename is not None:
        old, new = args.rename
        session.rename_sheet(checklist, _name(old), new)
        return f"自查表“{old}”已改名为“{new}”。"
    session.remove_sheet(checklist, _name(args.remove))
    return f"已移除自查表“{args.remove}”。"


def _kind(given: str) -> str:
    return _KINDS.get(given, given)


def _name(given: str) -> str:
    return unicodedata.normalize("NFC", given).strip()


COMMAND = Command(
    "sheet",
    "加一张自查表，给它改名或移除它，或声明本年没有这类对象",
    (
        "编号 --checklist 清单 --object 名称 [--kind 对象] [--role 职务]",
        "编号 --checklist 清单 --none 对象 --reason 理由",
        "编号 --checklist 清单 --rename 旧名 新名",
        "编号 --checklist 清单 --remove 名称",
    ),
    _configure,
    _run,
)

"""`fazhi submit`, `recall`, `return` and `finalise`: an assessment on its way between officer and adviser."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from typing import TYPE_CHECKING

from fazhi_tui.cli.command import DONE, Command, takes_id
from fazhi_tui.cli.commands.opening import writing
from fazhi_tui.cli.parser import Parser
from fazhi_tui.cli.streams import say

if TYPE_CHECKING:
    from fazhi_tui.domain.reviewing.remarks import Remark
    from fazhi_tui.workspace import Workspace


def _submit(workspace: Workspace, args: argparse.Namespace) -> int:
    with writing(workspace, args.id) as session:
        remarks = session.submit()
        say("已送审，自评不再改动；要改可以撤回。")
        _say(remarks)
    return DONE


def _recall(workspace: Workspace, args: argparse.Namespace) -> int:
    with writing(workspace, args.id) as session:
        session.recall()
        say("已撤回，可以继续填报。")
    return DONE


def _return(workspace: Workspace, args: argparse.Namespace) -> int:
    with writing(workspace, args.id) as session:
        session.give_back(args.reason)
        say("已退回，由填报人修改后再送审。")
    return DONE


def _finalise(workspace: Workspace, args: argparse.Namespace) -> int:
    with writing(workspace, args.id) as session:
        remarks = session.finalise(without_review=args.without_review)
        say("已定稿，未经复核，导出件都会注明。" if args.without_review else "已定稿。")
        _say(remarks)
    return DONE


def _takes_reason(parser: Parser) -> None:
    takes_id(parser)
    parser.add_argument(
        "--reason", metavar="意见", default="", help="要填报人改什么；已逐条退回、意见写在各条的，可以不写"
    )


def _takes_without_review(parser: Parser) -> None:
    takes_id(parser)
    parser.add_argument(
        "--without-review", action="store_true", help="没有法律顾问，由填报人自行定稿；导出件都会注明"
    )


def _say(remarks: Iterable[Remark]) -> None:
    for remark in remarks:
        say(f"提醒 · {remark.title}：")
        for line in remark.lines:
            say(f"  {line}")


SUBMIT = Command("submit", "送审：交法律顾问复核；没有答完的不收", ("编号",), takes_id, _submit)
RECALL = Command("recall", "撤回：填报人把送审的收回来改", ("编号",), takes_id, _recall)
RETURN = Command("return", "退回：法律顾问交回填报人改", ("编号 [--reason 意见]",), _takes_reason, _return)
FINALISE = Command(
    "finalise",
    "定稿：法律顾问复核完毕；此后自评和复核不再改动",
    ("编号 [--without-review]",),
    _takes_without_review,
    _finalise,
)

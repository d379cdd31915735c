"""`fazhi profile`: the unit's powers, and what changes with them."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from fazhi_tui.cli.command import DONE, Command, takes_id
from fazhi_tui.cli.commands.opening import writing
from fazhi_tui.cli.parser import Parser
from fazhi_tui.cli.streams import put, say
from fazhi_tui.domain.local_mark import question_words
from fazhi_tui.domain.unit import FLAGS

if TYPE_CHECKING:
    from fazhi_tui.domain.difference import Difference
    from fazhi_tui.workspace import Workspace


def _configure(parser: Parser) -> None:
    takes_id(parser)
    parser.add_argument(
        "--has",
        metavar="职权",
        nargs="+",
        action="extend",
        default=[],
        help=f"单位有的职权：{'、'.join(FLAGS)}",
    )
    parser.add_argument(
        "--lacks", metavar="职权", nargs="+", action="extend", default=[], help="单位没有的职权，写法同上"
    )


def _run(workspace: Workspace, args: argparse.Namespace) -> int:
    if args.has or args.lacks:
        with writing(workspace, args.id) as session:
            preview = session.preview_profile(has=args.has, lacks=args.lacks)
            if not session.change_profile(has=args.has, lacks=args.lacks):
                say("与现有职权相同，没有变化。")
            for line in profile_lines(preview):
                say(line)
    flags = workspace.open(args.id, writable=False).assessment.flags
    put("、".join(flag for flag in FLAGS if flag in flags) or "没有登记职权")
    return DONE


def profile_lines(preview: Difference) -> list[str]:
    """What comes and goes, a line an item."""
    lines = [f"增加：{item.id} {question_words(item)}" for item in preview.coming]
    lines += [f"不再问：{item.id} {question_words(item)}" for item in preview.going]
    if preview.answered:
        lines.append(f"不再问的里面有{len(preview.answered)}条已有自评，留在记录里，恢复职权后还在。")
    return lines


COMMAND = Command(
    "profile",
    "看或改单位的职权；职权变了，问的检查项跟着变",
    ("编号 [--has 职权 …] [--lacks 职权 …]",),
    _configure,
    _run,
)

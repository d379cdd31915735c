"""`fazhi verify`: whether the log holds, and its check code."""

from __future__ import annotations

import argparse
import re
import unicodedata
from typing import TYPE_CHECKING

from fazhi_tui.cli.command import DONE, FINDINGS, Command, takes_id
from fazhi_tui.cli.parser import Parser
from fazhi_tui.cli.streams import put, say
from fazhi_tui.domain.log.events import LANE_NAMES, Lane
from fazhi_tui.errors import BadInputError

if TYPE_CHECKING:
    from fazhi_tui.workspace import Workspace


def _configure(parser: Parser) -> None:
    takes_id(parser)
    parser.add_argument("--against", metavar="校验码", help="与纸面或文件上的校验码比对，不同则以 1 退出")


def _run(workspace: Workspace, args: argparse.Namespace) -> int:
    wanted = None if args.against is None else _code(args.against)
    session = workspace.open(args.id, writable=False)
    put(f"校验码：{session.check_code}")
    for lane in Lane:
        put(f"{LANE_NAMES[lane]}记录：{len(session.log.lane(lane))}条")
    say("记录前后相接，没有发现改动。")
    if wanted is None:
        return DONE
    if wanted == session.check_code:
        say("与所给校验码相同。")
        return DONE
    say(f"与所给校验码 {wanted} 不同：这份自查与当时写出的文件内容不一样，写出之后又有改动，或不是同一份。")
    return FINDINGS


def _code(given: str) -> str:
    code = unicodedata.normalize("NFKC", given).strip().lower()
    if not re.fullmatch(r"[0-9a-f]{16}", code):
        raise BadInputError(
            f"校验码“{given}”的写法不对。", "应是16位，由数字和字母 a 到 f 组成，请照文件末尾抄写。"
        )
    return code


COMMAND = Command(
    "verify", "核对记录有没有被改动，写出校验码", ("编号 [--against 校验码]",), _configure, _run
)

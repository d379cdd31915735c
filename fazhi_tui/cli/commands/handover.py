"""`fazhi handover`: an assessment as a file for another computer."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from fazhi_tui.cli.command import DONE, Command, takes_id
from fazhi_tui.cli.parser import Parser, given_path
from fazhi_tui.cli.streams import put, say
from fazhi_tui.domain.assessment import State
from fazhi_tui.domain.log.events import Lane
from fazhi_tui.domain.log.handover_format import SUFFIX
from fazhi_tui.errors import BadInputError
from fazhi_tui.reporting.words.review_words import state_words

if TYPE_CHECKING:
    from fazhi_tui.workspace import Workspace


def _configure(parser: Parser) -> None:
    takes_id(parser)
    parser.add_argument(
        "-o",
        "--output",
        metavar="文件",
        type=given_path,
        required=True,
        help=f"写到这个 {SUFFIX} 文件；已有的会被替换",
    )


def _run(workspace: Workspace, args: argparse.Namespace) -> int:
    if args.output.suffix.lower() != SUFFIX:
        raise BadInputError(
            f"交接文件只能写成 {SUFFIX} 文件：{args.output}", f"请把文件名改成以 {SUFFIX} 结尾。"
        )
    session = workspace.open(args.id, writable=False)
    session.export_handover(args.output)
    state = state_words(session.assessment)
    put(f"校验码：{session.check_code}")
    say(f"已写出：{args.output}（{session.assessment.title}，{state}，{len(session.log)}条记录）")
    say("内有全部记录和清单。对方用 fazhi merge 读入，可核对读入后的校验码与上面的是否相同。")
    if session.lane is Lane.OFFICER and session.assessment.state in {State.FILLING, State.RETURNED}:
        say(f"现在是“{session.assessment.state}”：法律顾问能看，送审以后才能复核。")
    return DONE


COMMAND = Command(
    "handover", "把一份自查写成交接文件，交给法律顾问或换电脑", (f"编号 -o 文件{SUFFIX}",), _configure, _run
)

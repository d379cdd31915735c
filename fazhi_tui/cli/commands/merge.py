"""`fazhi merge`: a hand-over file taken in, whole or not at all."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from fazhi_tui.cli.command import DONE, Command
from fazhi_tui.cli.parser import Parser, given_path
from fazhi_tui.cli.streams import put, say
from fazhi_tui.domain.log.handover_format import SIZE_LIMIT, SUFFIX
from fazhi_tui.loading.given_file import read_given

if TYPE_CHECKING:
    from fazhi_tui.workspace import Workspace


def _configure(parser: Parser) -> None:
    parser.add_argument("file", metavar="文件", type=given_path, help=f"fazhi handover 写出的 {SUFFIX} 文件")
    parser.add_argument(
        "--take-over",
        action="store_true",
        help="换到这台电脑接着填报；不写，本机新读入的由复核一方写\n原来的电脑此后不要再填",
    )
    parser.add_argument("--dry-run", action="store_true", help="只看会带来什么，不写入")


def _run(workspace: Workspace, args: argparse.Namespace) -> int:
    from fazhi_tui.loading.handover import read_handover
    from fazhi_tui.reporting.words.merge_words import merge_lines

    given = read_handover(read_given(args.file, SIZE_LIMIT), file=args.file.name)
    say(f"文件的校验码：{given.check_code}")
    act = workspace.preview_merge if args.dry_run else workspace.merge
    merging = act(given, takes_over=args.take_over)
    for line in merge_lines(merging):
        say(line)
    if args.dry_run:
        say("只是预览，没有写入。")
        return DONE
    put(merging.id)
    if merging.changes_anything:
        say(f"已合并，现在的校验码：{merging.check_code}")
    return DONE


COMMAND = Command(
    "merge",
    "读入交接文件：没有的新建，已有的合并；分叉的不合并",
    (f"文件{SUFFIX} [--take-over] [--dry-run]",),
    _configure,
    _run,
)

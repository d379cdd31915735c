"""`fazhi gaps`: the gap list."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from fazhi_tui.cli.command import DONE, FINDINGS, Command, takes_id
from fazhi_tui.cli.commands.opening import say_check_code, say_unfinished, say_unread
from fazhi_tui.cli.parser import Parser, given_path
from fazhi_tui.cli.streams import put_file, say, say_written
from fazhi_tui.domain.gaps import gap_count
from fazhi_tui.errors import BadInputError

if TYPE_CHECKING:
    from fazhi_tui.session import Session
    from fazhi_tui.workspace import Workspace

_TABLES = ("csv", "json")
_FORMATS = ("md", "csv", "json", "docx")


def _configure(parser: Parser) -> None:
    takes_id(parser)
    parser.add_argument(
        "-o", "--output", metavar="文件", type=given_path, help="写到这个文件，已有的会被替换"
    )
    parser.add_argument(
        "--format",
        metavar="格式",
        choices=_FORMATS,
        help="md、csv、json 或 docx（Word）；不写就看文件名的结尾，没有文件名就是 md",
    )
    parser.add_argument(
        "--editable",
        action="store_true",
        help="带标记写出：改了整改内容或复核意见，用 fazhi edit 读回；只用于 md",
    )
    parser.add_argument("--strict", action="store_true", help="有差距时以 1 退出，供程序判断")


def _run(workspace: Workspace, args: argparse.Namespace) -> int:
    from fazhi_tui.documents import GAP_LIST_FORMS, MARKDOWN, WORD, form_of, gap_list

    form = args.format or MARKDOWN
    if args.output is not None and args.format is None:
        form = form_of(args.output, GAP_LIST_FORMS, "差距清单", bare=MARKDOWN)
    if form == WORD and args.output is None:
        raise BadInputError("Word 文件不能写到屏幕上。", "请用 -o 写明文件名，如 -o 差距清单.docx。")
    if args.editable and form != MARKDOWN:
        raise BadInputError(
            f"--editable 只能写成 md，不能写成 {form}。", "请去掉 --editable，或写成 .md 文件。"
        )
    session = workspace.open(args.id, writable=False)
    data = _editable(session) if args.editable else gap_list(session, form)
    gaps = gap_count(session.board)
    if args.output is None:
        put_file(data)
    else:
        from fazhi_tui.overwriting import export_list

        say_written(args.output, export_list(session, args.output, data), "有改了没读回的内容")
    say(f"差距{gaps}条。")
    say_unfinished(session)
    if form in _TABLES:
        say_check_code(session)
    say_unread(session)
    return FINDINGS if args.strict and gaps else DONE


def _editable(session: Session) -> bytes:
    from fazhi_tui.editing import editable_list

    return editable_list(session).encode("utf-8")


COMMAND = Command(
    "gaps",
    "写出差距清单",
    ("编号 [-o 文件] [--format md|csv|json|docx] [--strict]", "编号 -o 文件.md --editable"),
    _configure,
    _run,
)

"""`fazhi gaps`: the gap list."""

from __future__ import annotations

import argparse
import json
from typing import TYPE_CHECKING

from fazhi_tui.cli.command import DONE, FINDINGS, Command, takes_id
from fazhi_tui.cli.commands.opening import say_check_code, say_unread
from fazhi_tui.cli.parser import Parser, given_path
from fazhi_tui.cli.streams import put_file, say
from fazhi_tui.domain.gaps import gap_count
from fazhi_tui.errors import BadInputError
from fazhi_tui.storage.export import export

if TYPE_CHECKING:
    from pathlib import Path

    from fazhi_tui.session import Session
    from fazhi_tui.workspace import Workspace

_WORD = "docx"
_MARKDOWN = "md"
_TABLES = ("csv", "json")
_FORMATS = (_MARKDOWN, "csv", "json", _WORD)


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
    form = args.format or _form_of(args.output)
    if form == _WORD and args.output is None:
        raise BadInputError("Word 文件不能写到屏幕上。", "请用 -o 写明文件名，如 -o 差距清单.docx。")
    if args.editable and form != _MARKDOWN:
        raise BadInputError(
            f"--editable 只能写成 md，不能写成 {form}。", "请去掉 --editable，或写成 .md 文件。"
        )
    session = workspace.open(args.id, writable=False)
    data = _editable(session) if args.editable else _rendered(session, form)
    gaps = gap_count(session.board)
    if args.output is None:
        put_file(data)
    else:
        export(args.output, data)
        say(f"已写出：{args.output}")
    say(f"差距{gaps}条。")
    if form in _TABLES:
        say_check_code(session)
    say_unread(session)
    return FINDINGS if args.strict and gaps else DONE


def _form_of(path: Path | None) -> str:
    suffix = path.suffix.lower().removeprefix(".") if path is not None else ""
    if suffix and suffix not in _FORMATS:
        raise BadInputError(f"不能写成 .{suffix} 文件：{path}", "文件名请以 .md、.csv、.json 或 .docx 结尾。")
    return suffix or _MARKDOWN


def _editable(session: Session) -> bytes:
    from fazhi_tui.editing import editable_list

    return editable_list(session).encode("utf-8")


def _rendered(session: Session, form: str) -> bytes:
    if form == "csv":
        from fazhi_tui.reporting.gap_list.gap_csv import gap_csv

        return gap_csv(session.ledger(), without_review=session.assessment.without_review)
    if form == "json":
        from fazhi_tui.reporting.views.json_views import gap_entries

        entries = gap_entries(session.ledger(), without_review=session.assessment.without_review)
        text = json.dumps(entries, ensure_ascii=False, indent=2)
        return f"{text}\n".encode()
    from fazhi_tui.reporting.gap_list.gap_markdown import gap_markdown

    markdown = gap_markdown(session.assessment, session.board, session.check_code, session.repeats)
    if form == _WORD:
        from fazhi_tui.reporting.office import word_bytes

        return word_bytes(markdown)
    return markdown.encode("utf-8")


COMMAND = Command(
    "gaps",
    "写出差距清单",
    ("编号 [-o 文件] [--format md|csv|json|docx] [--strict]", "编号 -o 文件.md --editable"),
    _configure,
    _run,
)

"""`fazhi ledger`: every gap with who answers for it and how far it has come."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from fazhi_tui.cli.command import DONE, Command, takes_id
from fazhi_tui.cli.commands.opening import say_check_code, say_unfinished, say_unread
from fazhi_tui.cli.parser import Parser, given_path
from fazhi_tui.cli.streams import say
from fazhi_tui.cli.tables import put_table
from fazhi_tui.errors import BadInputError
from fazhi_tui.storage.export import export

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from fazhi_tui.domain.rectifying.ledger import Entry
    from fazhi_tui.session import Session
    from fazhi_tui.workspace import Workspace

_TABLES = (".csv", ".xlsx")
_FORMATS = (".md", ".csv", ".docx", ".xlsx")


def _configure(parser: Parser) -> None:
    takes_id(parser)
    parser.add_argument("--overdue", action="store_true", help="只列逾期的：时限已过今天、还没有销号")
    parser.add_argument(
        "-o",
        "--output",
        metavar="文件",
        type=given_path,
        help="写到这个 .md、.csv、.docx 或 .xlsx 文件，已有的会被替换",
    )


def _run(workspace: Workspace, args: argparse.Namespace) -> int:
    from fazhi_tui.domain.rectifying.ledger import kept_lines, overdue_first
    from fazhi_tui.reporting.ledger.ledger_words import HEADER, cells, counts_words

    if args.output is not None and args.output.suffix.lower() not in _FORMATS:
        raise BadInputError(
            f"台账不能写成这种文件：{args.output}", "文件名请以 .md、.csv、.docx 或 .xlsx 结尾。"
        )
    session = workspace.open(args.id, writable=False)
    today = workspace.clock().date()
    entries = overdue_first(kept_lines(session.ledger(today)))
    if args.overdue:
        entries = tuple(entry for entry in entries if entry.overdue)
    if args.output is not None:
        export(args.output, _rendered(session, entries, args.output, today))
        say(f"已写出：{args.output}")
        if args.output.suffix.lower() in _TABLES:
            say_check_code(session)
    elif entries:
        put_table(HEADER, [cells(entry) for entry in entries], folding=("问题", "责任部门（人）"))
    say(f"截至{today.isoformat()}，共{len(entries)}条。{counts_words(entries)}")
    say_unfinished(session)
    say_unread(session)
    return DONE


def _rendered(session: Session, entries: tuple[Entry, ...], path: Path, today: date) -> bytes:
    if path.suffix.lower() == ".csv":
        from fazhi_tui.reporting.ledger.ledger_csv import ledger_csv

        return ledger_csv(entries, session.assessment)
    if path.suffix.lower() == ".xlsx":
        from fazhi_tui.reporting.office import ledger_xlsx

        return ledger_xlsx(entries, session.assessment)
    from fazhi_tui.reporting.ledger.ledger_markdown import ledger_markdown

    board, code = session.board, session.check_code
    text = ledger_markdown(session.assessment, board, entries, day=today, check_code=code)
    if path.suffix.lower() == ".docx":
        from fazhi_tui.reporting.office import word_bytes

        return word_bytes(text)
    return text.encode("utf-8")


COMMAND = Command(
    "ledger",
    "看整改台账，逾期的在前；或写成文件",
    ("编号 [--overdue] [-o 文件]",),
    _configure,
    _run,
)

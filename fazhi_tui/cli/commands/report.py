"""`fazhi report`: the annual report, drafted."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from fazhi_tui.cli.command import DONE, FINDINGS, Command, takes_id
from fazhi_tui.cli.commands.opening import say_unread
from fazhi_tui.cli.parser import Parser, given_path
from fazhi_tui.cli.streams import put_file, say, say_written
from fazhi_tui.storage.export import export_draft

if TYPE_CHECKING:
    from fazhi_tui.reporting.annual.report_document import Report
    from fazhi_tui.workspace import Workspace

_SHOWN = 20


def _configure(parser: Parser) -> None:
    takes_id(parser)
    parser.add_argument(
        "-o",
        "--output",
        metavar="文件",
        type=given_path,
        help="写到这个 .md 或 .docx 文件，已有的改名留在旁边",
    )
    parser.add_argument(
        "--final",
        action="store_true",
        help="去掉出处和提示；待补的、前后矛盾的仍留着，有矛盾时以 1 退出",
    )


def _run(workspace: Workspace, args: argparse.Namespace) -> int:
    from fazhi_tui.annual_report import annual_report
    from fazhi_tui.documents import MARKDOWN, REPORT_FORMS, form_of, report_file

    form = form_of(args.output, REPORT_FORMS, "年度报告") if args.output is not None else MARKDOWN
    session = workspace.open(args.id, writable=False)
    report = annual_report(workspace, session)
    data = report_file(report, form, is_final=args.final)
    if args.output is None:
        put_file(data)
    else:
        say_written(args.output, export_draft(args.output, data), "可能改过")
    _say_standing(report)
    say_unread(session)
    return FINDINGS if args.final and report.conflicts else DONE


def _say_standing(report: Report) -> None:
    for line in report.advice:
        say(line)
    if not report.is_settled:
        say("自查还没有答完或没有定稿，报告是草稿。")
    if report.todos:
        say(f"待补{len(report.todos)}处。")
    if report.conflicts:
        say(f"前后矛盾{len(report.conflicts)}处，须先改正：")
        for number, line in enumerate(report.conflicts[:_SHOWN], start=1):
            say(f"{number}. {line}")
        if len(report.conflicts) > _SHOWN:
            say(f"其余{len(report.conflicts) - _SHOWN}处写在报告开头。")


COMMAND = Command(
    "report",
    "起草法治政府建设年度报告",
    ("编号 [-o 文件] [--final]",),
    _configure,
    _run,
)

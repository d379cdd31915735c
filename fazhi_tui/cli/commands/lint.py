"""`fazhi lint`: faults of checklist files."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from fazhi_tui.cli.command import DONE, FINDINGS, Command
from fazhi_tui.cli.parser import Parser, given_path
from fazhi_tui.cli.streams import put, say, without_steering
from fazhi_tui.domain.local_mark import LOCAL
from fazhi_tui.errors import BadInputError
from fazhi_tui.os_faults import os_fault

if TYPE_CHECKING:
    from fazhi_tui.domain.law.statute_book import StatuteBook
    from fazhi_tui.loading.checklists.checklist_files import Library
    from fazhi_tui.loading.checklists.findings import Finding
    from fazhi_tui.workspace import Workspace


def _configure(parser: Parser) -> None:
    parser.add_argument(
        "files",
        metavar="文件",
        nargs="*",
        type=given_path,
        help="要检查的清单文件；不写就检查随附的和本单位自己的全部清单",
    )
    parser.add_argument(
        "--laws",
        metavar="文件夹",
        type=given_path,
        help="法律文本所在的文件夹，逐条核对依据、数字和施行日期",
    )


def _run(workspace: Workspace, args: argparse.Namespace) -> int:
    from fazhi_tui.loading.checklists.checklist_files import inspect

    given = list(dict.fromkeys(args.files))
    shipped, own = workspace.shipped_and_own(given) if given else workspace.checklist_files()
    files = [*shipped, *own]
    book = _book(args.laws) if args.laws else None
    library, faults = inspect(shipped, own, is_whole=not given)
    findings = [*faults, *(_against(shipped, own, book) if book else ())]
    for finding in findings:
        put(without_steering(finding.text))
    if findings:
        say(f"{len(files)}份清单，发现{len(findings)}处问题。")
        return FINDINGS
    if not files:
        say("没有找到任何清单文件，请重新安装。")
        return FINDINGS
    say(f"{len(files)}份清单共{_counted(library)}，没有发现问题。")
    return DONE


def _counted(library: Library) -> str:
    items = [item for checklist in library.checklists for _, item in checklist.items()]
    local = sum(item.is_local for item in items)
    return f"{len(items)}条检查项" + (f"（其中{LOCAL}{local}条）" if local else "")


def _book(folder: Path) -> StatuteBook:
    from fazhi_tui.loading.statutes import load_statutes

    try:
        book = load_statutes(folder)
    except OSError as error:
        raise BadInputError(f"读不出来（{os_fault(error)}）：{folder}", "--laws 后面请写文件夹。") from None
    if not book.instruments:
        say(f"{folder} 里没有可用的法律文本，依据没有核对。")
    for note in book.notes:
        say(f"说明：{note}")
    return book


def _against(shipped: Sequence[Path], own: Sequence[Path], book: StatuteBook) -> Iterator[Finding]:
    """The findings of every file that reads, as it stands; what cannot be told for sure goes to stderr."""
    from fazhi_tui.domain.checking.law_check import check_against
    from fazhi_tui.loading.checklists.findings import Finding
    from fazhi_tui.loading.checklists.read_file import marked_place, read_files, replaced_ids

    for file in read_files(shipped, own)[0]:
        local = replaced_ids(file.data) if file.is_own else ()
        for remark in check_against(file.checklist, book):
            place = marked_place(remark.place, local)
            finding = Finding(file.name, place, remark.problem, remark.remedy)
            if remark.is_finding:
                yield finding
            else:
                say(f"说明：{finding.text}")


COMMAND = Command(
    "lint", "检查清单文件的格式，并可对照法律文本", ("[文件 …] [--laws 文件夹]",), _configure, _run
)

"""`fazhi fill`: a filled form read back, whole or not at all."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING

from fazhi_tui.cli.command import DONE, Command, takes_id
from fazhi_tui.cli.commands.opening import writing
from fazhi_tui.cli.parser import Parser, given_path
from fazhi_tui.cli.streams import say
from fazhi_tui.cli.tables import put_table
from fazhi_tui.domain.filling.answering import Change
from fazhi_tui.domain.filling.changed_columns import changed_columns
from fazhi_tui.domain.log.permission import require
from fazhi_tui.loading.given_file import read_given

if TYPE_CHECKING:
    from fazhi_tui.session import Session
    from fazhi_tui.workspace import Workspace

_HEADER = ("清单", "自查表", "检查项", "列", "现在", "改为")


def _configure(parser: Parser) -> None:
    takes_id(parser)
    parser.add_argument(
        "file", metavar="文件", type=given_path, help="填好的 .csv 文件（UTF-8 或 GB18030 编码）或 .xlsx 文件"
    )
    parser.add_argument("--dry-run", action="store_true", help="只看会改什么，不写入")
    parser.add_argument("--force", action="store_true", help="表格写出之后结论又有变化的，以表格为准")


def _run(workspace: Workspace, args: argparse.Namespace) -> int:
    from fazhi_tui.loading.tables.csv_table import SIZE_LIMIT

    data = read_given(args.file, SIZE_LIMIT)
    if args.dry_run:
        session = workspace.open(args.id, writable=False)
        _show(session, _changes(session, data, args))
        return DONE
    with writing(workspace, args.id) as session:
        changes = _changes(session, data, args)
        session.answer(changes)
        say(f"已填入{len(changes)}条。" if changes else "与现有内容相同，没有变化。")
    return DONE


def _changes(session: Session, data: bytes, args: argparse.Namespace) -> tuple[Change, ...]:
    from fazhi_tui.loading.tables.form_csv import read_form

    require(session.assessment.state, session.lane, "answered")
    return read_form(data, session.board, file=args.file.name, is_forced=args.force)


def _show(session: Session, changes: Sequence[Change]) -> None:
    rows = {row.key: row for row in session.board.rows()}
    cells = [(*c.key, *cell) for c in changes for cell in changed_columns(rows[c.key], c)]
    if cells:
        put_table(_HEADER, cells, folding=("自查表", "现在", "改为"))
    say(f"会改{len(changes)}条，没有写入。" if cells else "与现有内容相同，没有变化。")


COMMAND = Command(
    "fill",
    "读入填好的表格；有一行不能取，就一行也不写入",
    ("编号 文件.csv|.xlsx [--dry-run] [--force]",),
    _configure,
    _run,
)

"""`fazhi fill`: a filled form read back, whole or not at all."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from fazhi_tui.cli.command import DONE, Command, takes_id
from fazhi_tui.cli.commands.opening import writing
from fazhi_tui.cli.given_files import read_given
from fazhi_tui.cli.parser import Parser, given_path
from fazhi_tui.cli.streams import say
from fazhi_tui.cli.tables import put_table
from fazhi_tui.domain.answering import KEEP, Change
from fazhi_tui.domain.cells import CLEAR, evidence_cell, facts_cell
from fazhi_tui.domain.permission import require
from fazhi_tui.domain.rows import Row
from fazhi_tui.domain.verdict import word

if TYPE_CHECKING:
    from fazhi_tui.session import Session
    from fazhi_tui.workspace import Workspace

_HEADER = ("清单", "自查表", "检查项", "列", "现在", "改为")


def _configure(parser: Parser) -> None:
    takes_id(parser)
    parser.add_argument(
        "file", metavar="文件", type=given_path, help="填好的 .csv 文件，UTF-8 或 GB18030 编码"
    )
    parser.add_argument("--dry-run", action="store_true", help="只看会改什么，不写入")
    parser.add_argument("--force", action="store_true", help="表格写出之后结论又有变化的，以表格为准")


def _run(workspace: Workspace, args: argparse.Namespace) -> int:
    from fazhi_tui.loading.csv_table import SIZE_LIMIT

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
    from fazhi_tui.loading.form_csv import read_form

    require(session.assessment.state, session.lane, "answered")
    return read_form(data, session.board, file=args.file.name, is_forced=args.force)


def _show(session: Session, changes: Sequence[Change]) -> None:
    rows = {row.key: row for row in session.board.rows()}
    cells = [(*c.key, *cell) for c in changes for cell in _differences(rows[c.key], c)]
    if cells:
        put_table(_HEADER, cells, folding=("自查表", "现在", "改为"))
    say(f"会改{len(changes)}条，没有写入。" if cells else "与现有内容相同，没有变化。")


def _differences(row: Row, change: Change) -> list[tuple[str, str, str]]:
    old, specs = row.answer, row.item.facts
    columns: list[tuple[str, str, Any]] = []
    if change.verdict is not KEEP:
        columns.append(("结论", word(old.verdict), word(change.verdict)))
    if change.note is not KEEP:
        columns.append(("说明", old.note, change.note))
    if change.evidence is not KEEP:
        columns.append(("佐证", evidence_cell(old.evidence), evidence_cell(change.evidence)))
    if change.facts is not KEEP:
        columns.append(("事实", facts_cell(old.facts, specs), facts_cell(change.facts, specs)))
    return [(name, was, will or CLEAR) for name, was, will in columns if was != will]


COMMAND = Command(
    "fill",
    "读入填好的表格；有一行不能取，就一行也不写入",
    ("编号 文件.csv [--dry-run] [--force]",),
    _configure,
    _run,
)

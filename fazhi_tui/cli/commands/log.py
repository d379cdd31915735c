"""`fazhi log`: everything that was done, when and by whom."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from fazhi_tui.cli.command import DONE, Command, takes_id
from fazhi_tui.cli.parser import Parser
from fazhi_tui.cli.tables import put_table

if TYPE_CHECKING:
    from fazhi_tui.workspace import Workspace

_HEADER = ("时间", "操作人", "一方", "操作", "自查表", "检查项", "内容")


def _configure(parser: Parser) -> None:
    takes_id(parser)


def _run(workspace: Workspace, args: argparse.Namespace) -> int:
    from fazhi_tui.reporting.words.history_words import history, labels_of

    rows = []
    session = workspace.open(args.id, writable=False)
    for line in history(session.log, labels_of(session.library.checklists)):
        _, name, item = line.key or ("", "", "")
        rows.append((line.at, line.actor, line.lane, line.done, name, item, line.words))
    put_table(_HEADER, rows, folding=("内容",))
    return DONE


COMMAND = Command("log", "看全部操作记录：什么时候、谁、做了什么", ("编号",), _configure, _run)

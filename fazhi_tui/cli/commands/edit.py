"""`fazhi edit`: a gap list changed in an editor, read back whole or not at all."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from fazhi_tui.cli.command import DONE, Command, takes_id
from fazhi_tui.cli.commands.opening import writing
from fazhi_tui.cli.parser import Parser, given_path
from fazhi_tui.cli.streams import say
from fazhi_tui.cli.tables import put_table
from fazhi_tui.loading.given_file import read_given

if TYPE_CHECKING:
    from fazhi_tui.loading.gap_list_edit import GapEdit
    from fazhi_tui.session import Session
    from fazhi_tui.workspace import Workspace

_HEADER = ("序号", "问题", "栏", "现在", "改为")
_BLANK = "未填"
_SAME = "与现有内容相同，没有变化。"


def _configure(parser: Parser) -> None:
    takes_id(parser)
    parser.add_argument(
        "file", metavar="文件", type=given_path, help="差距清单带标记写出、在编辑器里改过的 .md 文件"
    )
    parser.add_argument("--dry-run", action="store_true", help="只看会改什么，不写入")
    parser.add_argument("--force", action="store_true", help="清单写出之后同一处又有改动的，以文件为准")


def _run(workspace: Workspace, args: argparse.Namespace) -> int:
    from fazhi_tui.loading.gap_list import SIZE_LIMIT

    data = read_given(args.file, SIZE_LIMIT)
    if args.dry_run:
        edit = _edit(workspace.open(args.id, writable=False), data, args)
        say(f"会改{len(edit.changes)}处，没有写入。" if edit.changes else _SAME)
        return DONE
    with writing(workspace, args.id) as session:
        from fazhi_tui.editing import take

        edit = _edit(session, data, args)
        take(session, edit)
        say(f"已改{len(edit.changes)}处。" if edit.changes else _SAME)
    return DONE


def _edit(session: Session, data: bytes, args: argparse.Namespace) -> GapEdit:
    """What the file asks for, shown: per gap what stands and what it becomes."""
    from fazhi_tui.editing import read_edited

    edit = read_edited(session, data, file=args.file.name, is_forced=args.force)
    rows = [
        (str(one.number), one.problem, one.label, one.old or _BLANK, one.new or _BLANK)
        for one in edit.changes
    ]
    if rows:
        put_table(_HEADER, rows, folding=("问题", "现在", "改为"))
    return edit


COMMAND = Command(
    "edit",
    "读回改过的差距清单；有一处不能取，就一处也不写入",
    ("编号 文件.md [--dry-run] [--force]",),
    _configure,
    _run,
)

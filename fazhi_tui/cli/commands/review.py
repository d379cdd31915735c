"""`fazhi review`: what to look at, the adviser's sheet written, and read back into the adviser's lane."""

from __future__ import annotations

import argparse
from contextlib import nullcontext
from typing import TYPE_CHECKING

from fazhi_tui.cli.command import DONE, Command, takes_id
from fazhi_tui.cli.commands.opening import say_unread, writing
from fazhi_tui.cli.parser import Parser, given_path
from fazhi_tui.cli.streams import put, say, say_written
from fazhi_tui.cli.tables import put_table
from fazhi_tui.domain.assessment import State
from fazhi_tui.domain.log.events import Lane
from fazhi_tui.domain.log.permission import require
from fazhi_tui.errors import BadInputError
from fazhi_tui.loading.given_file import read_given

if TYPE_CHECKING:
    from pathlib import Path

    from fazhi_tui.domain.rows import Row
    from fazhi_tui.session import Session
    from fazhi_tui.workspace import Workspace

_ADVISER_HEADER = ("清单", "自查表", "检查项", "自评", "提示")
_REST_HEADER = ("清单", "自查表", "检查项", "自评", "问题")
_NO_REST = "没有可以一并同意的，没有变化；要逐条看的{left}条。"
_OFFICER_HEADER = ("清单", "自查表", "检查项", "自评", "复核意见")


def _configure(parser: Parser) -> None:
    takes_id(parser)
    parser.add_argument(
        "file", metavar="文件", nargs="?", type=given_path, help="填好的复核表（.csv），读入复核意见"
    )
    parser.add_argument(
        "-o", "--output", metavar="文件", type=given_path, help="把复核表写到这个 .csv 文件，已有的会被替换"
    )
    parser.add_argument(
        "--agree-rest", action="store_true", help="其余一并同意：没有复核、也不在要逐条看的之列的"
    )
    parser.add_argument(
        "--dry-run", action="store_true", help="只看会同意哪些，不写入；和 --agree-rest 一起写"
    )


def _run(workspace: Workspace, args: argparse.Namespace) -> int:
    _check(args)
    if args.agree_rest:
        return _agree_rest(workspace, args.id, is_preview=args.dry_run)
    if args.output is not None:
        return _write(workspace, args.id, args.output)
    if args.file is not None:
        return _read(workspace, args.id, args.file)
    session = workspace.open(args.id, writable=False)
    if session.lane is Lane.ADVISER:
        _put_worklist(session)
    else:
        _put_returned(session)
    return DONE


def _check(args: argparse.Namespace) -> None:
    if args.file is not None and args.output is not None:
        raise BadInputError("一次只能写出或读入复核表。", "读入只写文件名，写出用 -o。")
    if args.agree_rest and (args.file is not None or args.output is not None):
        raise BadInputError("--agree-rest 不和复核表一起写。", "请分两次：先读入复核表，再同意其余的。")
    if args.dry_run and not args.agree_rest:
        raise BadInputError("--dry-run 只在 --agree-rest 时写。", "看要逐条看的，只写编号。")


def _agree_rest(workspace: Workspace, id: str, *, is_preview: bool) -> int:
    from fazhi_tui.domain.reviewing.review import agreement
    from fazhi_tui.domain.reviewing.standing import unjudged
    from fazhi_tui.domain.reviewing.worklist import agreeable

    opened = nullcontext(workspace.open(id, writable=False)) if is_preview else writing(workspace, id)
    with opened as session:
        require(session.assessment.state, session.lane, "reviewed")
        rows = agreeable(session.board, session.found_here)
        left = len(unjudged(session.board)) - len(rows)
        if not is_preview:
            session.review(agreement(rows))
    if rows:
        put_table(_REST_HEADER, [_rest_cells(row) for row in rows], folding=("自查表", "问题"))
    said = "只是预览，没有写入；会同意" if is_preview else "已同意"
    say(f"{said}{len(rows)}条；要逐条看的{left}条不在内。" if rows else _NO_REST.format(left=left))
    return DONE


def _rest_cells(row: Row) -> tuple[str, ...]:
    from fazhi_tui.domain.local_mark import question_words
    from fazhi_tui.domain.verdict import word

    return (*row.key, word(row.answer.settled), question_words(row.item))


def _write(workspace: Workspace, id: str, path: Path) -> int:
    from fazhi_tui.overwriting import export_reviews
    from fazhi_tui.reporting.tables.review_csv import review_csv

    if path.suffix.lower() != ".csv":
        raise BadInputError(f"复核表只能写成 .csv 文件：{path}", "请把文件名改成以 .csv 结尾。")
    session = workspace.open(id, writable=False)
    kept = export_reviews(session, path, review_csv(session.board, session.found_here))
    say_written(path, kept, "有写了没读入的复核意见")
    say_unread(session)
    if session.assessment.state is not State.SUBMITTED:
        say(f"现在是“{session.assessment.state}”：复核表可以看，送审以后才能读入复核意见。")
    return DONE


def _read(workspace: Workspace, id: str, path: Path) -> int:
    from fazhi_tui.loading.tables.csv_table import SIZE_LIMIT
    from fazhi_tui.loading.tables.review_csv import read_reviews

    data = read_given(path, SIZE_LIMIT)
    with writing(workspace, id) as session:
        require(session.assessment.state, session.lane, "reviewed")
        count = session.review(read_reviews(data, session.board, file=path.name))
        say(f"已记入复核意见{count}条。" if count else "与现有复核意见相同，没有变化。")
    return DONE


def _put_worklist(session: Session) -> None:
    from fazhi_tui.domain.reviewing.standing import unjudged
    from fazhi_tui.domain.reviewing.worklist import worklist
    from fazhi_tui.domain.verdict import word

    entries = [e for e in worklist(session.board, session.found_here) if not e.is_judged]
    rows = [
        (*e.row.key, word(e.row.answer.settled), "；".join(f"{r.concern}：{r.words}" for r in e.reasons))
        for e in entries
    ]
    if rows:
        put_table(_ADVISER_HEADER, rows, folding=("自查表", "提示"))
    rest = len(unjudged(session.board)) - len(entries)
    say(f"要逐条看的{len(rows)}条；其余未复核的{rest}条没有提示。")
    say_unread(session)


def _put_returned(session: Session) -> None:
    from fazhi_tui.domain.reviewing.standing import returned
    from fazhi_tui.domain.verdict import word
    from fazhi_tui.reporting.words.review_words import review_words

    if session.assessment.returned_for:
        put(f"退回意见：{session.assessment.returned_for}")
    rows = [(*row.key, word(row.answer.settled), review_words(row)) for row in returned(session.board)]
    if rows:
        put_table(_OFFICER_HEADER, rows, folding=("自查表", "复核意见"))
    say(f"退回待改的{len(rows)}条。")


COMMAND = Command(
    "review",
    "复核：列出要看的、写出复核表、读入复核意见、其余一并同意；有一行不能取，就一行也不写入",
    ("编号", "编号 -o 文件.csv", "编号 文件.csv", "编号 --agree-rest [--dry-run]"),
    _configure,
    _run,
)

"""`fazhi show`: one assessment with its sheets and answers."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from fazhi_tui.cli.command import DONE, FINDINGS, Command, takes_id
from fazhi_tui.cli.commands.param import put_params
from fazhi_tui.cli.comparison import put_comparison
from fazhi_tui.cli.parser import Parser
from fazhi_tui.cli.streams import put
from fazhi_tui.cli.tables import put_table
from fazhi_tui.domain.gaps import gap_count
from fazhi_tui.domain.local_mark import LOCAL
from fazhi_tui.domain.rows import Board, Row, SheetView
from fazhi_tui.domain.scoring import Score, by_officer, by_reviewed, score_board, shown_range
from fazhi_tui.domain.unit import OBJECT_KINDS
from fazhi_tui.domain.verdict import word
from fazhi_tui.reporting.views.json_views import left_out_entries, show_entry
from fazhi_tui.reporting.words.review_words import opinion_words, review_notices
from fazhi_tui.reporting.words.version_words import version_lines

if TYPE_CHECKING:
    from fazhi_tui.domain.assessment import Assessment
    from fazhi_tui.session import Session
    from fazhi_tui.workspace import Workspace

_HEADER = ("检查项", "环节", "结论", "问题", "说明")


def _configure(parser: Parser) -> None:
    takes_id(parser)
    parser.add_argument(
        "--format", metavar="格式", choices=["json"], help="json：写成 JSON，供程序读取；不写就是表格"
    )
    parser.add_argument("--left-out", action="store_true", help="另列没有问的检查项和原因")
    parser.add_argument("--strict", action="store_true", help="有差距时以 1 退出，供程序判断")


def _run(workspace: Workspace, args: argparse.Namespace) -> int:
    session = workspace.open(args.id, writable=False)
    if args.format == "json":
        _put_json(session, with_left_out=args.left_out)
    else:
        _put_all(session)
        if args.left_out:
            _put_left_out(session)
    return FINDINGS if args.strict and gap_count(session.board) else DONE


def _put_json(session: Session, *, with_left_out: bool) -> None:
    entry = show_entry(session.assessment, session.board)
    if with_left_out:
        entry["left_out"] = left_out_entries(session.assessment, session.library.checklists)
    put(json.dumps(entry, ensure_ascii=False, indent=2))


def _put_left_out(session: Session) -> None:
    left = left_out_entries(session.assessment, session.library.checklists)
    put(f"\n没有问的检查项：{len(left)}条")
    cells = [(e["item"], e["sheet"] or "全部", e["question"], e["reason"]) for e in left]
    if cells:
        put_table(("检查项", "自查表", "问题", "原因"), cells, folding=("问题", "原因"))


def _put_all(session: Session) -> None:
    board = session.board
    (own, own_each), (total, each) = score_board(board, by_officer), score_board(board, by_reviewed)
    is_reviewed = session.assessment.has_reviews
    standing = _standing(own if is_reviewed else None, total)
    put(_heading(session.assessment, standing, total, gap_count(session.board)))
    for checklist in board.checklists:
        standing = _standing(own_each[checklist.id] if is_reviewed else None, each[checklist.id])
        put(f"\n{checklist.title}（{checklist.id} {checklist.version}）　{standing}")
        for view in board.of(checklist.id):
            _put_sheet(view)
        for line in _without_sheet(session.assessment, board, checklist.id):
            put(line)
    if is_reviewed:
        put_comparison(board)
    put_params(session, heading="\n地方参数")
    put("\n清单版本和沿革")
    for line in version_lines(board.checklists):
        put(line)


def _heading(assessment: Assessment, standing: str, total: Score, gaps: int) -> str:
    mark = "　示例" if assessment.is_demo else ""
    return "\n".join(
        [
            f"{assessment.title}　{assessment.kind}　{assessment.state}{mark}",
            f"{standing}　差距{gaps}　红线{total.breaches}　待佐证{total.lacking_evidence}",
            *review_notices(assessment, "本自查"),
            "分值为本清单设定，非法定。",
        ]
    )


def _standing(own: Score | None, score: Score) -> str:
    """How far it is and its score: before any review the officer's, then (`own` given) both."""
    draft = "（草稿）" if score.open else ""
    scores = f"自评分{shown_range(own)}　复核分{shown_range(score)}" if own else f"得分{shown_range(score)}"
    conclusion = f"　{score.conclusion}" if score.conclusion else ""
    return f"已评{score.answered}/{score.total}　{scores}{draft}{conclusion}"


def _put_sheet(view: SheetView) -> None:
    sheet = view.sheet
    role = f"，{sheet.role}" if sheet.role else ""
    kind = OBJECT_KINDS[sheet.kind]
    put(f"\n{sheet.object}" if sheet.object == kind else f"\n{sheet.object}（{kind}{role}）")
    if view.rows:
        put_table(_HEADER, [_cells(row) for row in view.rows], folding=("问题", "说明"))


def _cells(row: Row) -> tuple[str, ...]:
    answer = row.answer
    marks = [
        ("红线", row.item.redline),
        ("建议", row.item.is_advice),
        (LOCAL, row.item.is_local),
        ("待佐证", answer.lacks_evidence),
        ("存疑", answer.doubt),
        ("待确认", bool(answer.was_asked)),
    ]
    return (
        row.item.id,
        row.stage.title,
        " ".join(filter(None, [word(answer.verdict), *_names(marks), opinion_words(row)])),
        row.item.question,
        answer.note,
    )


def _names(marks: Iterable[tuple[str, bool]]) -> Iterator[str]:
    return (name for name, holds in marks if holds)


def _without_sheet(assessment: Assessment, board: Board, checklist: str) -> list[str]:
    lines = [
        f"\n{OBJECT_KINDS[gap.kind]}：没有自查表，也没有声明本年无，{len(gap.open_items)}条按未评计"
        for gap in board.undeclared
        if gap.checklist.id == checklist
    ]
    absent = [(kind, why) for (id, kind), why in assessment.absent.items() if id == checklist]
    return lines + [f"\n{OBJECT_KINDS[kind]}：本年无（{why}）" for kind, why in absent]


COMMAND = Command(
    "show", "看一份自查的全部自评", ("编号 [--format json] [--left-out] [--strict]",), _configure, _run
)

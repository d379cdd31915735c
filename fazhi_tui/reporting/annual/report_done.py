"""What is told of the items answered 落实: the question as a statement, and what was written about it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from fazhi_tui.domain.annual.statement import statement
from fazhi_tui.domain.rows import Board, Row
from fazhi_tui.reporting.annual.report_document import Piece, said, todo
from fazhi_tui.reporting.annual.report_rows import ItemRows, StageRows
from fazhi_tui.reporting.annual.report_sentences import (
    account,
    closed,
    flowing,
    is_doubted,
    items_of,
    objects_of,
    of_object,
    refs_of,
)


def told_of(stage: StageRows, board: Board, *, is_object_named: bool) -> Iterator[list[Piece]]:
    """A paragraph for each item; those of which nothing is written stand together at the end.

    Args:
        stage: the rows of one stage that are 落实.
        board: theirs.
        is_object_named: whether matters, case files, persons and documents are to be named.
    """
    bare: list[ItemRows] = []
    for item in stage.items:
        if any(is_doubted(row) or _account(row, board) for row in item.rows):
            yield list(_item(item, board, is_object_named=is_object_named))
        else:
            bare.append(item)
    if bare:
        stated = "；".join(_stated(item, is_object_named=is_object_named) for item in bare)
        which = f"以上{len(bare)}项" if len(bare) > 1 else "本项"
        yield [
            said(closed(stated), refs_of(row for item in bare for row in item.rows)),
            todo(f"{which}的具体做法、时间、次数和文号"),
        ]


def _item(item: ItemRows, board: Board, *, is_object_named: bool) -> Iterator[Piece]:
    """The statement, unless it is wholly in doubt, and the accounts of all sheets."""
    doubted = [row for row in item.rows if is_doubted(row)]
    lead = ""
    if len(doubted) < len(item.rows):
        lead = closed(_stated(item, is_object_named=is_object_named))
    is_said = bool(lead) and len(item.rows) == 1 and not item.is_everywhere
    accounts = _accounts(item.rows, board, is_object_named=is_object_named and not is_said)
    if text := lead + "".join(accounts):
        yield said(text, refs_of(item.rows))
    if doubted:
        yield todo(f"“{item.item.question}”标有存疑，核实后再写", items_of(doubted))


def _accounts(rows: Sequence[Row], board: Board, *, is_object_named: bool) -> Iterator[str]:
    for row in rows:
        if words := _account(row, board):
            yield of_object(row, words) if is_object_named else words


def _stated(item: ItemRows, *, is_object_named: bool) -> str:
    """The statement; with the objects it holds for where it does not hold for all."""
    words = statement(item.item.question) or f"自评落实“{item.item.question}”"
    names = "" if item.is_everywhere or not is_object_named else objects_of(item.rows)
    return f"{names}：{words}" if names else words


def _account(row: Row, board: Board) -> str:
    """The note tells of a shortfall where the adviser has put 落实 in its place."""
    if row.effective is row.answer.settled or row.review is None:
        return account(row, board)
    return closed(f"经复核认定落实{f'：{flowing(row.review.text)}' if row.review.text else ''}")

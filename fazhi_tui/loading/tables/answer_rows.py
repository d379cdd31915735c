"""Which answer a row of a table is about."""

from __future__ import annotations

import unicodedata

from fazhi_tui.domain.filling.cells import KEY_COLUMNS
from fazhi_tui.domain.rows import Board, Row
from fazhi_tui.errors import BadInputError
from fazhi_tui.loading.tables.records import Record

Key = tuple[str, str, str]


class AnswerRows:
    """The rows of a board, found by the first three columns of a table."""

    def __init__(self, board: Board) -> None:
        self._board = board
        self._rows = {row.key: row for row in board.rows()}

    def find(self, record: Record) -> Row:
        """The row it names.

        Raises:
            BadInputError: says which of the three does not fit.
        """
        key = _key(record)
        row = self._rows.get(key)
        if row is None:
            raise _unknown(key, self._board)
        return row


def _key(record: Record) -> Key:
    checklist, name, item = (unicodedata.normalize("NFC", record.cell(column)) for column in KEY_COLUMNS)
    if empty := [c for c, text in zip(KEY_COLUMNS, (checklist, name, item), strict=True) if not text]:
        raise BadInputError(f"{'、'.join(empty)}是空的。", "请从 fazhi 写出的表格照抄。")
    return checklist, name, item


def _unknown(key: Key, board: Board) -> BadInputError:
    checklist, name, item = key
    views = board.of(checklist)
    if checklist not in {c.id for c in board.checklists}:
        return BadInputError(
            f"没有清单“{checklist}”。", f"可写：{'、'.join(c.id for c in board.checklists)}。"
        )
    if name not in {view.sheet.object for view in views}:
        return BadInputError(
            f"清单“{checklist}”里没有自查表“{name}”。", "请核对名称，或先用 fazhi sheet 添加。"
        )
    if any(row.item.id == item for view in views for row in view.rows):
        return BadInputError(f"自查表“{name}”不问检查项“{item}”。", "请核对是否写错了自查表。")
    return BadInputError(f"清单“{checklist}”里没有检查项“{item}”。", "请核对编号。")

"""A filled form: rows to changes, every fault with its row number before anything is taken."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import replace

from fazhi_tui.domain.answering import KEEP, Change, Keep, answer
from fazhi_tui.domain.cells import (
    ANSWER_COLUMNS,
    CLEAR,
    FORM_COLUMNS,
    KEY_COLUMNS,
    evidence_of_text,
    facts_of_text,
    text_of_cell,
)
from fazhi_tui.domain.local_mark import question_words
from fazhi_tui.domain.rows import Board, Row, SheetView
from fazhi_tui.domain.verdict import UNANSWERED, Verdict, parse_verdict, word
from fazhi_tui.errors import BadInputError
from fazhi_tui.loading.csv_table import NOTHING_WRITTEN, Record, read_csv
from fazhi_tui.loading.findings import FileFaultsError, Finding

_BEFORE = "原结论"
_VERDICTS = "、".join(f"{verdict.digit}{verdict.value}" for verdict in Verdict)
Key = tuple[str, str, str]


def read_form(data: bytes, board: Board, *, file: str, is_forced: bool = False) -> tuple[Change, ...]:
    """What a filled form would change; rows that change nothing are left out.

    Args:
        data: the file's bytes.
        board: the rows as they stand now.
        file: its name, for messages.
        is_forced: take rows whose stored verdict is no longer the one in 原结论.

    Raises:
        FileFaultsError: with every row that cannot be taken and why.
    """
    records = read_csv(data, file=file, required=KEY_COLUMNS, known=FORM_COLUMNS)
    if records and not any(column in records[0].cells for column in ANSWER_COLUMNS):
        finding = Finding(file, "第1行", "没有可填的列。", f"至少要有一列：{'、'.join(ANSWER_COLUMNS)}。")
        raise FileFaultsError([finding], NOTHING_WRITTEN)
    reading = _Reading(file, board, {row.key: row for row in board.rows()}, is_forced=is_forced)
    changes = [change for record in records if (change := reading.take(record)) is not None]
    if reading.findings:
        raise FileFaultsError(reading.findings, NOTHING_WRITTEN)
    return tuple(changes)


class _Reading:
    """One pass over a form: faults are noted, reading goes on."""

    def __init__(self, file: str, board: Board, rows: Mapping[Key, Row], *, is_forced: bool) -> None:
        self.findings: list[Finding] = []
        self._file = file
        self._board = board
        self._rows = rows
        self._is_forced = is_forced
        self._seen: dict[Key, Record] = {}

    def take(self, record: Record) -> Change | None:
        """The change a row asks for; None if it asks for none, is a repeat, or is faulty."""
        try:
            row = self._row(record)
            if self._is_repeat(row.key, record):
                return None
            change = _change(record, row)
            if answer(self._only(row), [change]) is None:
                return None
            if not self._is_forced:
                _require_same_verdict(record, row)
                _require_same_question(record, row)
        except BadInputError as fault:
            self.findings.append(Finding(self._file, f"第{record.row}行", fault.message, fault.hint))
            return None
        return change

    def _row(self, record: Record) -> Row:
        key = _key(record)
        row = self._rows.get(key)
        if row is None:
            raise _unknown(key, self._board)
        return row

    def _only(self, row: Row) -> Board:
        return replace(self._board, sheets=(SheetView(row.checklist, row.sheet, (row,)),), undeclared=())

    def _is_repeat(self, key: Key, record: Record) -> bool:
        first = self._seen.setdefault(key, record)
        if first is record:
            return False
        if any(first.cell(c) != record.cell(c) for c in (_BEFORE, *ANSWER_COLUMNS)):
            raise BadInputError(f"与第{first.row}行是同一张自查表的同一检查项，内容却不同。", "请只留一行。")
        return True


def _key(record: Record) -> Key:
    checklist, name, item = (unicodedata.normalize("NFC", record.cell(column)) for column in KEY_COLUMNS)
    if empty := [c for c, text in zip(KEY_COLUMNS, (checklist, name, item), strict=True) if not text]:
        raise BadInputError(f"{'、'.join(empty)}是空的。", "请从 fazhi form 写出的表格照抄。")
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


def _change(record: Record, row: Row) -> Change:
    note, evidence, facts = (text_of_cell(record.cell(column)) for column in ANSWER_COLUMNS[1:])
    return Change(
        *row.key,
        verdict=_verdict(record.cell("结论")),
        note=KEEP if note is None else note,
        evidence=KEEP if evidence is None else evidence_of_text(evidence),
        facts=KEEP if facts is None else facts_of_text(facts, row.item.facts),
    )


def _verdict(cell: str) -> Verdict | None | Keep:
    if not cell:
        return KEEP
    if cell == CLEAR:
        return None
    verdict = parse_verdict(cell)
    if verdict is None:
        raise BadInputError(f"结论“{cell}”不认识。", f"可写：{_VERDICTS}；要清除写“{CLEAR}”。")
    return verdict


def _require_same_verdict(record: Record, row: Row) -> None:
    if _BEFORE not in record.cells:
        return
    cell = record.cell(_BEFORE)
    before = parse_verdict(cell)
    if before is None and cell not in {"", UNANSWERED}:
        raise BadInputError(f"原结论“{cell}”不认识。", "原结论由 fazhi form 写出，请勿改动。")
    if before != row.answer.verdict:
        raise BadInputError(
            f"表格写出时结论是“{word(before)}”，现在已是“{word(row.answer.verdict)}”。",
            "请重新导出核对；确以表格为准，加 --force。",
        )


def _require_same_question(record: Record, row: Row) -> None:
    """A verdict on an answer that is 待确认 must be one on the question as it is asked now."""
    asked = record.cells.get("问题")
    if row.answer.was_asked and record.cell("结论") and asked and asked != question_words(row.item):
        raise BadInputError(
            "这一条的问法已改，表格里还是原来的问题。",
            "请重新导出表格，看过新问题再填；确以表格为准，加 --force。",
        )

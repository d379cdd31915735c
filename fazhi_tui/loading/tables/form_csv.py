"""A filled form: rows to changes, every fault with its row number before anything is taken."""

from __future__ import annotations

from dataclasses import replace

from fazhi_tui.domain.filling.answering import KEEP, Change, Keep, answer
from fazhi_tui.domain.filling.cells import (
    ANSWER_COLUMNS,
    CLEAR,
    FORM_COLUMNS,
    KEY_COLUMNS,
    evidence_of_text,
    facts_of_text,
    text_of_cell,
)
from fazhi_tui.domain.filling.changed_columns import changed_columns
from fazhi_tui.domain.local_mark import question_words
from fazhi_tui.domain.rows import Board, Row, SheetView
from fazhi_tui.domain.verdict import UNANSWERED, Verdict, parse_verdict, word
from fazhi_tui.errors import BadInputError
from fazhi_tui.loading.checklists.findings import FileFaultsError, Finding
from fazhi_tui.loading.tables.answer_rows import AnswerRows, Key
from fazhi_tui.loading.tables.records import NOTHING_WRITTEN, Record
from fazhi_tui.loading.tables.table_file import read_table

_BEFORE = "原结论"
_VERDICTS = "、".join(f"{verdict.digit}{verdict.value}" for verdict in Verdict)


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
    records = read_table(data, file=file, required=KEY_COLUMNS, known=FORM_COLUMNS)
    if records and not any(column in records[0].cells for column in ANSWER_COLUMNS):
        finding = Finding(file, "第1行", "没有可填的列。", f"至少要有一列：{'、'.join(ANSWER_COLUMNS)}。")
        raise FileFaultsError([finding], NOTHING_WRITTEN)
    reading = _Reading(file, board, is_forced=is_forced)
    changes = [change for record in records if (change := reading.take(record)) is not None]
    if reading.findings:
        raise FileFaultsError(reading.findings, NOTHING_WRITTEN)
    return tuple(changes)


class _Reading:
    """One pass over a form: faults are noted, reading goes on."""

    def __init__(self, file: str, board: Board, *, is_forced: bool) -> None:
        self.findings: list[Finding] = []
        self._file = file
        self._board = board
        self._rows = AnswerRows(board)
        self._is_forced = is_forced
        self._seen: dict[Key, Record] = {}

    def take(self, record: Record) -> Change | None:
        """The change a row asks for; None if it asks for none, is a repeat, or is faulty."""
        try:
            row = self._rows.find(record)
            if self._is_repeat(row.key, record):
                return None
            change = _change(record, row)
            if answer(self._only(row), [change]) is None:
                return None
            if not self._is_forced:
                _require_same_verdict(record, row, change)
                _require_same_question(record, row)
        except BadInputError as fault:
            self.findings.append(Finding(self._file, f"第{record.row}行", fault.message, fault.hint))
            return None
        return change

    def _only(self, row: Row) -> Board:
        return replace(self._board, sheets=(SheetView(row.checklist, row.sheet, (row,)),), undeclared=())

    def _is_repeat(self, key: Key, record: Record) -> bool:
        first = self._seen.setdefault(key, record)
        if first is record:
            return False
        if any(first.cell(c) != record.cell(c) for c in (_BEFORE, *ANSWER_COLUMNS)):
            raise BadInputError(f"与第{first.row}行是同一张自查表的同一检查项，内容却不同。", "请只留一行。")
        return True


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


def _require_same_verdict(record: Record, row: Row, change: Change) -> None:
    if _BEFORE not in record.cells:
        return
    cell = record.cell(_BEFORE)
    before = parse_verdict(cell)
    if before is None and cell not in {"", UNANSWERED}:
        raise BadInputError(f"原结论“{cell}”不认识。", "原结论由 fazhi form 写出，请勿改动。")
    if before != row.answer.verdict:
        raise BadInputError(
            f"表格写出时结论是“{word(before)}”，现在已是“{word(row.answer.verdict)}”"
            f"（{_stored_by(row)}）。{_side_by_side(row, change)}",
            "请重新导出核对；确以表格为准，加 --force。",
        )


def _stored_by(row: Row) -> str:
    answer = row.answer
    return f"{answer.actor} {answer.at[:16].replace('T', ' ')}存入" if answer.at else "已撤销"


def _side_by_side(row: Row, change: Change) -> str:
    columns = changed_columns(row, change)
    pairs = [(name, *(" ".join(text.split()) or "空" for text in both)) for name, *both in columns]
    return "；".join(f"{name}：已存“{stored}”，表格“{wanted}”" for name, stored, wanted in pairs) + "。"


def _require_same_question(record: Record, row: Row) -> None:
    """A verdict on an answer that is 待确认 must be one on the question as it is asked now."""
    asked = record.cells.get("问题")
    if row.answer.was_asked and record.cell("结论") and asked and asked != question_words(row.item):
        raise BadInputError(
            "这一条的问法已改，表格里还是原来的问题。",
            "请重新导出表格，看过新问题再填；确以表格为准，加 --force。",
        )

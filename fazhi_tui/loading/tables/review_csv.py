"""The adviser's sheet read back: rows to judgements, every fault with its row number."""

from __future__ import annotations

from fazhi_tui.domain.answers import Opinion
from fazhi_tui.domain.rectifying.anchors import as_shown
from fazhi_tui.domain.reviewing.review import Judgement, checked, is_recorded
from fazhi_tui.domain.reviewing.review_columns import (
    ANSWER_MARK,
    CONTRACT,
    OPINION_COLUMNS,
    REVIEW_COLUMNS,
    answer_mark,
)
from fazhi_tui.domain.rows import Board, Row
from fazhi_tui.domain.verdict import UNANSWERED, Verdict, parse_verdict, word
from fazhi_tui.errors import BadInputError
from fazhi_tui.loading.checklists.findings import FileFaultsError, Finding
from fazhi_tui.loading.tables.answer_rows import AnswerRows, Key
from fazhi_tui.loading.tables.csv_table import read_csv
from fazhi_tui.loading.tables.records import NOTHING_WRITTEN, Record

_OWN, _OPINION, _VERDICT, _TEXT = CONTRACT[3:]
_AGAIN = "请重新写出复核表，看过现在的自评再复核。"


def read_reviews(data: bytes, board: Board, *, file: str) -> tuple[Judgement, ...]:
    """The new judgements of an adviser's sheet; rows without an opinion or with the one that holds are none.

    Args:
        data: the file's bytes.
        board: the rows as they stand now.
        file: its name, for messages.

    Raises:
        FileFaultsError: with every row that cannot be taken and why.
    """
    records = read_csv(data, file=file, required=CONTRACT[:5], known=REVIEW_COLUMNS)
    reading = _Reading(file, AnswerRows(board))
    judgements = [made for record in records if (made := reading.take(record)) is not None]
    if reading.findings:
        raise FileFaultsError(reading.findings, NOTHING_WRITTEN)
    return tuple(judgements)


def opinions_in(data: bytes, *, file: str) -> set[tuple[str, ...]]:
    """Every opinion that stands in an adviser's sheet, fit to be taken or not; none in another file.

    Returns:
        Checklist, sheet, item, opinion, verdict and the text `as_shown` of each.
    """
    try:
        records = read_csv(data, file=file, required=CONTRACT[:5], known=REVIEW_COLUMNS)
    except FileFaultsError:
        return set()
    return {
        (*(record.cell(column) for column in CONTRACT[:3]), *_said(record))
        for record in records
        if any(record.cell(column) for column in OPINION_COLUMNS)
    }


def _said(record: Record) -> tuple[str, str, str]:
    verdict = parse_verdict(record.cell(_VERDICT)) or record.cell(_VERDICT)
    own = parse_verdict(record.cell(_OWN)) or record.cell(_OWN)
    is_agreed = record.cell(_OPINION) == Opinion.AGREE and verdict == own
    return record.cell(_OPINION), "" if is_agreed else verdict, as_shown(record.cell(_TEXT))


class _Reading:
    """One pass over a sheet: faults are noted, reading goes on."""

    def __init__(self, file: str, rows: AnswerRows) -> None:
        self.findings: list[Finding] = []
        self._file = file
        self._rows = rows
        self._seen: dict[Key, Record] = {}

    def take(self, record: Record) -> Judgement | None:
        """The judgement a row makes; None if it makes none, is a repeat, or is faulty."""
        try:
            row = self._rows.find(record)
            _require_same_verdict(record, row)
            judgement = _judgement(record, row)
            if self._is_repeat(row.key, record) or judgement is None or is_recorded(row, judgement):
                return None
            _require_same_answer(record, row)
        except BadInputError as fault:
            self.findings.append(Finding(self._file, f"第{record.row}行", fault.message, fault.hint))
            return None
        return judgement

    def _is_repeat(self, key: Key, record: Record) -> bool:
        first = self._seen.setdefault(key, record)
        if first is record:
            return False
        if any(first.cell(column) != record.cell(column) for column in OPINION_COLUMNS):
            raise BadInputError(f"与第{first.row}行是同一张自查表的同一检查项，复核却不同。", "请只留一行。")
        return True


def _judgement(record: Record, row: Row) -> Judgement | None:
    opinion, text = record.cell(_OPINION), record.cell(_TEXT)
    verdict = _verdict(record)
    if not opinion:
        if verdict or text:
            raise BadInputError("写了复核结论或意见，没有写复核意见。", f"复核意见写{_opinions()}。")
        return None
    if opinion not in set(Opinion):
        raise BadInputError(f"复核意见“{opinion}”不认识。", f"可写：{_opinions()}。")
    return checked(row, Judgement(*row.key, Opinion(opinion), verdict, text))


def _verdict(record: Record) -> Verdict | None:
    cell = record.cell(_VERDICT)
    verdict = parse_verdict(cell)
    if cell and verdict is None:
        raise BadInputError(f"复核结论“{cell}”不认识。", f"可写：{'、'.join(Verdict)}，或数字1至6。")
    return verdict


def _require_same_verdict(record: Record, row: Row) -> None:
    """自评结论 is the officer's: changed here it is a slip, changed there the sheet is old."""
    cell, now = record.cell(_OWN), row.answer.settled
    if not cell and not record.cell(_OPINION):
        return
    if cell not in {word(now), now.digit if now else ""} and (cell or now):
        raise BadInputError(
            f"自评结论写的是“{cell or UNANSWERED}”，现在的自评是“{word(now)}”。",
            f"自评结论不能在这里改，要改结论请写更正和复核结论；自评已改动的，{_AGAIN}",
        )


def _require_same_answer(record: Record, row: Row) -> None:
    mark = record.cell(ANSWER_MARK)
    if mark and mark != answer_mark(row.answer):
        raise BadInputError("复核表写出之后，自评的说明、佐证或事实又有改动。", _AGAIN)


def _opinions() -> str:
    return "、".join(Opinion)

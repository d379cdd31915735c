"""The ledger: every gap with what is done about it. Derived whenever it is needed, never stored."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from fazhi_tui.domain.assessment import Assessment
from fazhi_tui.domain.gaps import Gap, counted, find_gaps
from fazhi_tui.domain.local_mark import gap_words
from fazhi_tui.domain.rectifying.manual_gap import OTHER, ManualGap
from fazhi_tui.domain.rectifying.rectification import BLANK, GapKey, Rectification, Status, key_text
from fazhi_tui.domain.rectifying.repeats import NO_REPEATS, Repeat, Repeats
from fazhi_tui.domain.rows import Board
from fazhi_tui.errors import BadInputError

NO_GAP = "已不是差距"


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: a gap, or what was one and has been recorded about.

    `number` is that of the gap list, None for what is no gap any more. `checklist`, `sheet` and `item`
    are as in the exports, empty where a manual gap has none; `stage` is a title, `verdict` the word under
    差距, `basis` one text a citation. `gap` and `manual` say where it comes from. `overdue` is in days.
    """

    key: GapKey
    number: int | None
    checklist: str
    sheet: str
    item: str
    stage: str
    verdict: str
    problem: str
    basis: tuple[str, ...]
    rectification: Rectification
    gap: Gap | None = None
    manual: ManualGap | None = None
    repeat: Repeat | None = None
    overdue: int = 0

    @property
    def status(self) -> Status:
        """How far its rectification has come."""
        return self.rectification.status

    @property
    def status_words(self) -> str:
        """The status, or that it is no gap any more."""
        return self.status.value if self.number is not None else f"{NO_GAP}（{self.status}）"

    @property
    def is_advice(self) -> bool:
        """Whether it is listed under 建议 and not counted."""
        return self.gap is not None and self.gap.is_advice

    @property
    def is_recorded(self) -> bool:
        """Whether anything has been recorded about it."""
        return self.rectification != BLANK


def ledger(
    assessment: Assessment, board: Board, *, repeats: Repeats = NO_REPEATS, day: date | None = None
) -> tuple[Entry, ...]:
    """Every gap in the order of the gap list, then what is no gap any more.

    Args:
        assessment: whose ledger it is.
        board: its sheets and rows as they stand.
        repeats: the repeats by item id, see `repeats.repeats`.
        day: the day by which to say what is overdue; without it nothing is.
    """
    found = find_gaps(board)
    real = counted(found)
    entries = [
        *(_derived(gap, assessment, repeats) for gap in real),
        *(_manual(gap, n, assessment, board) for n, gap in enumerate(board.manual, start=len(real) + 1)),
        *(_derived(gap, assessment, repeats) for gap in found[len(real) :]),
    ]
    entries += _gone(assessment, board, {entry.key for entry in entries})
    return tuple(_with_overdue(entry, day) for entry in entries)


def current(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The entries that are gaps, advice among them."""
    return tuple(entry for entry in entries if entry.number is not None)


def kept_lines(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The lines a ledger shows: not the advice that nobody has taken up."""
    return tuple(entry for entry in entries if entry.is_recorded or not entry.is_advice)


def overdue_first(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The overdue ones, longest first, then the others in their order."""
    return tuple(sorted(entries, key=lambda entry: -entry.overdue))


def find_entry(entries: Sequence[Entry], given: str) -> Entry:
    """The entry with this number in the gap list, or with this key.

    Raises:
        BadInputError: there is none.
    """
    number = unicodedata.normalize("NFKC", given).strip()
    key = unicodedata.normalize("NFC", given).strip()
    for entry in entries:
        if number == str(entry.number) or key == key_text(entry.key):
            return entry
    last = max((entry.number for entry in entries if entry.number is not None), default=0)
    hint = f"序号是差距清单里的1至{last}，或写 清单/自查表/检查项。" if last else "现在没有差距。"
    raise BadInputError(f"没有差距“{given}”。", hint)


def _derived(gap: Gap, assessment: Assessment, repeats: Repeats) -> Entry:
    row = gap.row
    return Entry(
        key=row.key,
        number=gap.number,
        checklist=row.checklist.id,
        sheet=row.sheet.object,
        item=row.item.id,
        stage=row.stage.title,
        verdict=gap.verdict.value,
        problem=gap_words(row.item),
        basis=tuple(cite.text for cite in row.item.cites),
        rectification=assessment.rectifications.get(row.key, BLANK),
        gap=gap,
        repeat=None if gap.is_advice else repeats.get(row.item.id),
    )


def _manual(gap: ManualGap, number: int | None, assessment: Assessment, board: Board) -> Entry:
    stages = (s for c in board.checklists if c.id == gap.checklist for s in c.stages if s.id == gap.stage)
    return Entry(
        key=gap.key,
        number=number,
        checklist=gap.checklist,
        sheet="",
        item=gap.id,
        stage=next((stage.title for stage in stages), ""),
        verdict=OTHER,
        problem=gap.problem,
        basis=(gap.basis,),
        rectification=assessment.rectifications.get(gap.key, BLANK),
        manual=gap,
    )


def _gone(assessment: Assessment, board: Board, known: set[GapKey]) -> Iterator[Entry]:
    """What was recorded about gaps that are none any more: corrected, taken out, withdrawn."""
    for key, rectification in assessment.rectifications.items():
        if key in known:
            continue
        if len(key) == 1:
            if manual := assessment.manual_gaps.get(key[0]):
                yield _manual(manual, None, assessment, board)
            continue
        yield _was_derived(key, rectification, board)


def _was_derived(key: GapKey, rectification: Rectification, board: Board) -> Entry:
    checklist, sheet, item_id = key
    items = (pair for c in board.checklists if c.id == checklist for pair in c.items())
    stage, item = next((pair for pair in items if pair[1].id == item_id), (None, None))
    return Entry(
        key=key,
        number=None,
        checklist=checklist,
        sheet=sheet,
        item=item_id,
        stage=stage.title if stage else "",
        verdict="",
        problem=gap_words(item) if item else key_text(key),
        basis=tuple(cite.text for cite in item.cites) if item else (),
        rectification=rectification,
    )


def _with_overdue(entry: Entry, day: date | None) -> Entry:
    due = entry.rectification.due
    if day is None or not due or entry.number is None or entry.status is Status.CLOSED:
        return entry
    return replace(entry, overdue=max((day - date.fromisoformat(due)).days, 0))

"""The one order: which items are asked on which sheets, and which are left out and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

from fazhi_tui.domain.answers import Answer, Review, effective
from fazhi_tui.domain.applicability import in_force, why_left_out, why_not_this_role
from fazhi_tui.domain.assessment import Assessment, Sheet, own_sheet
from fazhi_tui.domain.checklist import Checklist, Item, Stage
from fazhi_tui.domain.reckoning.basis import UNPUBLISHED, Basis
from fazhi_tui.domain.reckoning.fact_entry import checked_facts
from fazhi_tui.domain.reckoning.sums import Sum, sum_of
from fazhi_tui.domain.reckoning.workdays import Calendar
from fazhi_tui.domain.rectifying.manual_gap import ManualGap
from fazhi_tui.domain.scheme import Scheme
from fazhi_tui.domain.unit import OBJECT_KINDS, UNIT
from fazhi_tui.domain.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Row:
    """One item asked on one sheet, with what was said."""

    checklist: Checklist
    sheet: Sheet
    stage: Stage
    item: Item
    answer: Answer
    review: Review | None

    @property
    def key(self) -> tuple[str, str, str]:
        """Checklist id, object name, item id."""
        return (self.checklist.id, self.sheet.object, self.item.id)

    @property
    def effective(self) -> Verdict | None:
        """The verdict that holds: the adviser's where a valid 更正 stands, else the officer's."""
        return effective(self.answer, self.review)

    @property
    def is_open(self) -> bool:
        """Whether it still has to be answered; advice never has."""
        return self.answer.settled is None and not self.item.is_advice


@dataclass(frozen=True, slots=True)
class SheetView:
    """A sheet with the items asked on it, in file order."""

    checklist: Checklist
    sheet: Sheet
    rows: tuple[Row, ...]

    @property
    def first_open(self) -> int | None:
        """Index of the first row still to be answered, None when all are."""
        return next((i for i, row in enumerate(self.rows) if row.is_open), None)


@dataclass(frozen=True, slots=True)
class Undeclared:
    """A kind of object that has neither a sheet nor a 本年无: all its items count as open."""

    checklist: Checklist
    kind: str
    items: tuple[Item, ...]

    @property
    def open_items(self) -> tuple[Item, ...]:
        """The items that count as open."""
        return tuple(item for item in self.items if not item.is_advice)


@dataclass(frozen=True, slots=True)
class Board:
    """Everything an assessment asks, in the one order of screen, form and exports.

    `manual` are the gaps it was not asked for, those withdrawn left out.
    """

    checklists: tuple[Checklist, ...]
    sheets: tuple[SheetView, ...]
    undeclared: tuple[Undeclared, ...]
    scheme: Scheme
    basis: Basis
    manual: tuple[ManualGap, ...] = ()
    _sums: dict[tuple[str, str, str], Sum | None] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def sum_of(self, row: Row) -> Sum | None:
        """The 核算 of one of its rows, worked out when it is first asked for; None where there is none."""
        if row.key not in self._sums:
            self._sums[row.key] = self.sum_of_facts(row, row.answer.facts)
        return self._sums[row.key]

    def sum_text(self, row: Row) -> str:
        """The 核算 of a row in words; empty where there is none."""
        found = self.sum_of(row)
        return found.text if found else ""

    def sum_of_facts(self, row: Row, facts: Mapping[str, str]) -> Sum | None:
        """The 核算 a row would have with these facts, which are in normal form."""
        return sum_of(row.item, facts, self.basis)

    def checked_facts(self, row: Row, facts: Mapping[str, str]) -> dict[str, str]:
        """Facts as typed for a row, in normal form.

        Raises:
            BadInputError: one that cannot be taken; see `fact_entry.checked_facts`.
        """
        return checked_facts(row.item, facts, self.basis.year)

    def rows(self) -> Iterator[Row]:
        """Every row: checklists as adopted, the unit first, then sheets as added, items in file order."""
        return chain.from_iterable(view.rows for view in self.sheets)

    def of(self, checklist: str) -> tuple[SheetView, ...]:
        """The sheets of one checklist."""
        return tuple(view for view in self.sheets if view.checklist.id == checklist)


def board(assessment: Assessment, checklists: Sequence[Checklist], calendar: Calendar = UNPUBLISHED) -> Board:
    """The sheets and rows of an assessment under its adopted checklists; `calendar` is for the sums."""
    sheets: list[SheetView] = []
    undeclared: list[Undeclared] = []
    for checklist in checklists:
        asked = [
            (s, in_force(i, assessment.year)) for s, i in checklist.items() if not why_left_out(i, assessment)
        ]
        sheets.extend(_view(checklist, sheet, asked) for sheet in _sheets_of(checklist, assessment, asked))
        undeclared.extend(_undeclared(checklist, assessment, asked))
    basis = Basis(assessment.year, calendar, assessment.params)
    manual = tuple(gap for gap in assessment.manual_gaps.values() if not gap.withdrawn)
    return Board(tuple(checklists), tuple(sheets), tuple(undeclared), assessment.scheme, basis, manual)


def _sheets_of(
    checklist: Checklist, assessment: Assessment, asked: list[tuple[Stage, Item]]
) -> Iterator[Sheet]:
    mine = [s for s in assessment.sheets if s.checklist == checklist.id]
    if any(stage.object == UNIT for stage, _ in asked):
        yield next((s for s in mine if s.kind == UNIT), own_sheet(checklist.id))
    yield from (s for s in mine if s.kind != UNIT)


def _view(checklist: Checklist, sheet: Sheet, asked: list[tuple[Stage, Item]]) -> SheetView:
    rows = tuple(
        Row(checklist, sheet, stage, item, sheet.answer(item.id), sheet.reviews.get(item.id))
        for stage, item in asked
        if stage.object == sheet.kind and not why_not_this_role(item, sheet.role)
    )
    return SheetView(checklist, sheet, rows)


def _undeclared(
    checklist: Checklist, assessment: Assessment, asked: list[tuple[Stage, Item]]
) -> Iterator[Undeclared]:
    have = {s.kind for s in assessment.sheets if s.checklist == checklist.id}
    for kind in OBJECT_KINDS:
        items = tuple(item for stage, item in asked if stage.object == kind)
        if kind != UNIT and items and kind not in have and (checklist.id, kind) not in assessment.absent:
            yield Undeclared(checklist, kind, items)

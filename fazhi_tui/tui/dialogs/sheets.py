"""All sheets of an assessment: go to one, add one, or declare that there is none this year."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from fazhi_tui.domain.assessment import Assessment
from fazhi_tui.domain.checklist import Checklist
from fazhi_tui.domain.rows import Board, SheetView
from fazhi_tui.domain.unit import OBJECT_KINDS, UNIT
from fazhi_tui.tui.dialogs.dialog import Dialog
from fazhi_tui.tui.words import sheets_words


@dataclass(frozen=True, slots=True)
class SheetChoice:
    """What was chosen: go to the sheet `name`, add one of `kind`, or declare `kind` absent."""

    action: Literal["go", "add", "absent"]
    checklist: str
    kind: str
    name: str = ""


class SheetsDialog(Dialog[SheetChoice]):
    """Grouped by checklist, in the one order."""

    def __init__(self, assessment: Assessment, board: Board, at: tuple[str, str]) -> None:
        super().__init__(sheets_words.SHEETS_TITLE, sheets_words.SHEETS_FOOT)
        self._assessment = assessment
        self._board = board
        self._at = at
        self._choices: list[SheetChoice | None] = []

    def body(self) -> Iterator[Widget]:
        """The list."""
        options: list[Option] = []
        for checklist in self._board.checklists:
            for text, choice in self._lines(checklist):
                self._choices.append(choice)
                options.append(Option(Content(text), disabled=choice is None))
        yield OptionList(*options, markup=False, compact=True)

    def on_mount(self) -> None:
        """Stand on the sheet the officer comes from."""
        wanted = next(
            (i for i, c in enumerate(self._choices) if c and (c.checklist, c.name) == self._at), None
        )
        self.query_one(OptionList).highlighted = wanted

    @property
    def current(self) -> SheetChoice | None:
        """What Enter would choose."""
        highlighted = self.query_one(OptionList).highlighted
        return None if highlighted is None else self._choices[highlighted]

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Return what was chosen."""
        self.dismiss(self._choices[event.option_index])

    def _lines(self, checklist: Checklist) -> Iterator[tuple[str, SheetChoice | None]]:
        yield checklist.title, None
        views = self._board.of(checklist.id)
        undeclared = {u.kind: u for u in self._board.undeclared if u.checklist.id == checklist.id}
        for view in views:
            yield f"  {sheet_line(view)}", SheetChoice("go", checklist.id, view.sheet.kind, view.sheet.object)
        for kind in checklist.object_kinds():
            if kind == UNIT:
                continue
            word = OBJECT_KINDS[kind]
            reason = self._assessment.absent.get((checklist.id, kind))
            if reason is not None:
                yield (
                    f"  {sheets_words.SHEETS_IS_ABSENT.format(kind=word, reason=' '.join(reason.split()))}",
                    None,
                )
            if kind in undeclared:
                count = len(undeclared[kind].open_items)
                yield f"  {sheets_words.SHEETS_UNDECLARED.format(kind=word, count=count)}", None
            yield f"  {sheets_words.SHEETS_ADD.format(kind=word)}", SheetChoice("add", checklist.id, kind)
            if kind in undeclared:
                yield (
                    f"  {sheets_words.SHEETS_ABSENT.format(kind=word)}",
                    SheetChoice("absent", checklist.id, kind),
                )


def sheet_line(view: SheetView) -> str:
    """Name, role and progress of a sheet."""
    asked = [row for row in view.rows if not row.item.is_advice]
    answered = sum(not row.is_open for row in asked)
    role = f"（{view.sheet.role}）" if view.sheet.role else ""
    return f"{view.sheet.object}{role}  {answered}/{len(asked)}"

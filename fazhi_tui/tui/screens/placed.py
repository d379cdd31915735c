"""A writing screen that stands on one row of the board, and the moves over it."""

from __future__ import annotations

from fazhi_tui.domain.assessment import State
from fazhi_tui.domain.rows import Row, SheetView
from fazhi_tui.domain.scoring import by_reviewed, score_board, shown_range
from fazhi_tui.domain.unit import OBJECT_KINDS
from fazhi_tui.session import Session
from fazhi_tui.tui import navigation
from fazhi_tui.tui.navigation import Place
from fazhi_tui.tui.screens.writing import WritingScreen
from fazhi_tui.tui.widgets.item_card import ItemCard
from fazhi_tui.tui.widgets.note_area import NoteArea
from fazhi_tui.tui.widgets.stage_list import StageList
from fazhi_tui.tui.widgets.title_bar import TitleBar
from fazhi_tui.tui.widgets.verdict_bar import VerdictBar
from fazhi_tui.tui.words import sheet_words
from fazhi_tui.workspace import Workspace


class PlacedScreen(WritingScreen):
    """Shows the row it stands on; every move records the note first."""

    def __init__(self, session: Session, workspace: Workspace, *, at: tuple[str, str, str] | None) -> None:
        super().__init__(session, workspace)
        found = navigation.locate(session.board, at) if at else navigation.first_open(session.board)
        self._place = found or Place(0, 0)

    @property
    def view(self) -> SheetView | None:
        """The sheet stood on."""
        return navigation.view_at(self.session.board, self._place)

    @property
    def row(self) -> Row | None:
        """The row on the card."""
        return navigation.row_at(self.session.board, self._place)

    @property
    def said_last_year(self) -> str:
        """What was said of the row a year ago; empty where it is not known."""
        return ""

    @property
    def stands_on(self) -> str:
        """The sheet and the question too."""
        row = self.row
        return f"{super().stands_on} · {row.sheet.object} · {row.item.question}" if row else super().stands_on

    def action_next_open(self) -> None:
        """Go to the next open item."""
        if self.commit_note():
            self.go_to_next_open()

    def action_previous(self) -> None:
        """Go one row back."""
        self.go(navigation.neighbour(self.session.board, self._place, -1))

    def action_next(self) -> None:
        """Go one row on."""
        self.go(navigation.neighbour(self.session.board, self._place, 1))

    def action_previous_sheet(self) -> None:
        """Go to the sheet before."""
        self.go(navigation.sheet_beside(self.session.board, self._place, -1))

    def action_next_sheet(self) -> None:
        """Go to the sheet behind."""
        self.go(navigation.sheet_beside(self.session.board, self._place, 1))

    def action_scroll_card(self, by: int) -> None:
        """Turn a page of the card."""
        self.query_one(ItemCard).turn_page(by)

    def on_stage_list_chosen(self, event: StageList.Chosen) -> None:
        """Go to the stage's first item."""
        self.set_focus(None)
        self.go(Place(self._place.sheet, event.row))

    def go(self, place: Place) -> None:
        """Record the note, then stand there."""
        if self.commit_note():
            self._place = place
            self.show()

    def go_to(self, key: tuple[str, str, str]) -> None:
        """Stand on a row given by its key."""
        place = navigation.locate(self.session.board, key)
        if place is not None:
            self.go(place)

    def go_to_sheet(self, checklist: str, name: str) -> None:
        """Stand on a sheet's first open row."""
        for index, view in enumerate(self.session.board.sheets):
            if (view.checklist.id, view.sheet.object) == (checklist, name):
                self.go(navigation.entry(self.session.board, index))

    def go_to_next_open(self) -> None:
        """Stand on the next open row; say so where another sheet begins or nothing is left."""
        before = self.view
        place = navigation.next_open(self.session.board, self._place)
        if place is None:
            self.show()
            self.say(self._what_is_left())
            return
        self._place = place
        self.show()
        after = self.view
        if before and after and before.sheet.object != after.sheet.object:
            self.say(sheet_words.NEXT_SHEET.format(sheet=after.sheet.object))

    def show(self) -> None:
        """Show the row stood on."""
        view, row = self.view, self.row
        self.query_one(StageList).show(view, self._place.row)
        self.show_card()
        self.query_one(VerdictBar).show(row.answer.verdict if row else None)
        note = self.query_one(NoteArea)
        self._noted = row.key if row else None
        note.show(row.answer.note if row else "")
        note.display = row is not None
        self._show_title(view)
        self.say("")

    def show_card(self) -> None:
        """Show the row stood on on the card alone; what is typed in the note stays."""
        row = self.row
        found = self.session.board.sum_of(row) if row else None
        self.query_one(ItemCard).show_row(row, self._position(row), found, self.said_last_year)

    def _show_title(self, view: SheetView | None) -> None:
        assessment = self.session.assessment
        # What is cut where the line is too short is what is the same on every sheet.
        parts = [assessment.state.value] if assessment.state is not State.FILLING else []
        parts += [view.sheet.object, view.checklist.title] if view else []
        parts.append(assessment.title)
        score, _ = score_board(self.session.board, by_reviewed)
        progress = f"{score.answered}/{score.total}  {shown_range(score)}"
        self.query_one(TitleBar).show(" · ".join(parts), progress)

    def _position(self, row: Row | None) -> str:
        if row is None or self.view is None:
            return ""
        same = [r.item.id for r in self.view.rows if r.stage is row.stage]
        return f"{same.index(row.item.id) + 1}/{len(same)}"

    def _what_is_left(self) -> str:
        left = self.session.board.undeclared
        if not left:
            return sheet_words.ALL_ANSWERED
        what = "、".join(dict.fromkeys(OBJECT_KINDS[u.kind] for u in left))
        return sheet_words.UNDECLARED_LEFT.format(what=what)

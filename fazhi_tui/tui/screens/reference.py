"""A screen that can look things up: the cited articles, past values, what is not asked."""

from __future__ import annotations

import asyncio

from fazhi_tui.domain.applicability import LeftOut, left_out_items
from fazhi_tui.domain.law.citation import Citation
from fazhi_tui.domain.law.statute_book import StatuteBook
from fazhi_tui.domain.local_mark import question_words
from fazhi_tui.domain.rows import Row
from fazhi_tui.loading.statutes import load_statutes
from fazhi_tui.os_faults import os_fault
from fazhi_tui.reporting.words.history_words import Line, answer_history, labels_of
from fazhi_tui.session import Session
from fazhi_tui.tui.dialogs.reading import ReadingDialog
from fazhi_tui.tui.screens.saving import SavingScreen, T
from fazhi_tui.tui.words import reference_words
from fazhi_tui.workspace import Workspace


class ReferenceScreen(SavingScreen[T]):
    """Looks up what concerns the row stood on; statute texts are read when first asked for."""

    def __init__(self, session: Session, workspace: Workspace) -> None:
        super().__init__(session, workspace.clock)
        self._workspace = workspace
        self._book: StatuteBook | None = None

    @property
    def row(self) -> Row | None:
        """The row stood on; a screen that stands on none looks nothing up."""
        return None

    def action_left_out(self) -> None:
        """Show what is not asked, and why."""
        left = list(left_out_items(self.session.assessment, self.session.library.checklists))
        text = "\n".join(left_out_line(entry) for entry in left) or reference_words.LEFT_OUT_NONE
        self.app.push_screen(ReadingDialog(reference_words.LEFT_OUT_TITLE.format(count=len(left)), text))

    def action_history(self) -> None:
        """Show everything said about this item, the latest first."""
        if self.row is None:
            return
        labels = labels_of(self.session.library.checklists)
        lines = answer_history(self.session.log, self.row.key, labels)
        text = "\n\n".join(map(history_line, reversed(lines))) or reference_words.HISTORY_NONE
        self.app.push_screen(ReadingDialog(reference_words.HISTORY_TITLE, text))

    async def action_statute(self) -> None:
        """Show the words of the cited places, or how to put the texts there."""
        if self.row is None:
            return
        text = reference_words.STATUTE_NONE.format(folder=self._workspace.laws)
        if self._workspace.laws.is_dir():
            try:
                book = await self._statutes()
                text = "\n\n".join(statute_words(cite, book) for cite in self.row.item.cites)
            except OSError as error:
                text = f"{os_fault(error)}：{self._workspace.laws}"
        self.app.push_screen(ReadingDialog(reference_words.STATUTE_TITLE, text))

    async def _statutes(self) -> StatuteBook:
        if self._book is None:
            self._book = await asyncio.to_thread(load_statutes, self._workspace.laws)
        return self._book


def left_out_line(left: LeftOut) -> str:
    """One item not asked, and why."""
    where = f"（{left.object}）" if left.object else ""
    return f"{left.item.id}{where}：{question_words(left.item)}\n    {left.reason}"


def history_line(line: Line) -> str:
    """When, who, which side and what."""
    return f"{line.at[:16].replace('T', ' ')}　{line.actor}　{line.done}\n{line.words}"


def statute_words(cite: Citation, book: StatuteBook) -> str:
    """The citation and the words that stand there."""
    return f"{cite.text}\n{book.text(cite) or reference_words.STATUTE_MISSING}"

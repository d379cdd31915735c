"""The stages of a sheet with their state; choosing one goes to its first item."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import set_cell_size
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from fazhi_tui.domain.rows import Row, SheetView
from fazhi_tui.domain.verdict import BREACHES, UNANSWERED_MARK, Verdict

TITLE_CELLS = 14


class StageList(OptionList):
    """One line a stage: mark, title, answered of asked."""

    @dataclass
    class Chosen(Message):
        """A stage was chosen; `row` is its first row's index on the sheet."""

        row: int

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, markup=False, compact=True)
        self._starts: list[int] = []
        self._shown: list[str] = []

    def show(self, view: SheetView | None, row: int) -> None:
        """Show a sheet's stages, the one of this row highlighted."""
        rows = view.rows if view else ()
        stages = stages_of(rows)
        self._starts = [start for start, _ in stages]
        self._update([stage_line(rows) for _, rows in stages])
        current = sum(start <= row for start in self._starts) - 1
        self.highlighted = current if current >= 0 else None

    def _update(self, lines: list[str]) -> None:
        if len(lines) == len(self._shown):
            for index, (old, new) in enumerate(zip(self._shown, lines, strict=True)):
                if old != new:
                    self.replace_option_prompt_at_index(index, Content(new))
        else:
            self.clear_options()
            self.add_options([Option(Content(line)) for line in lines])
        self._shown = lines

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Say which row the chosen stage begins at."""
        event.stop()
        self.post_message(self.Chosen(self._starts[event.option_index]))


def stages_of(rows: Sequence[Row]) -> list[tuple[int, Sequence[Row]]]:
    """The rows of each stage of a sheet, with the index of the first."""
    starts = [i for i, row in enumerate(rows) if i == 0 or rows[i - 1].stage is not row.stage]
    ends = [*starts[1:], len(rows)]
    return [(start, rows[start:end]) for start, end in zip(starts, ends, strict=True)] if rows else []


def stage_line(rows: Sequence[Row]) -> str:
    """One line of the list."""
    asked = [row for row in rows if not row.item.is_advice]
    answered = sum(not row.is_open for row in asked)
    title = set_cell_size(rows[0].stage.title, TITLE_CELLS)
    return f"{stage_mark(rows)} {title}{f'{answered}/{len(asked)}':>5}"


def stage_mark(rows: Sequence[Row]) -> str:
    """! red line breached, else a dot while open, else the mark of the worst verdict."""
    verdicts = [row.effective for row in rows]
    if any(row.item.redline and row.effective in BREACHES for row in rows):
        return "!"
    if any(row.is_open for row in rows):
        return UNANSWERED_MARK
    worst = (
        Verdict.MISSING,
        Verdict.HOLLOW,
        Verdict.PARTLY,
        Verdict.DONE,
        Verdict.NOT_OCCURRED,
        Verdict.INAPPLICABLE,
    )
    return next((v.mark for v in worst if v in verdicts), " ")

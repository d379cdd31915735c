"""What a session does about gaps: manual ones, the ledger, closing, and who answers which stage."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date
from functools import cached_property

from fazhi_tui.domain.assessment import Assessment
from fazhi_tui.domain.filling import departments
from fazhi_tui.domain.rectifying import closing, gap_entry
from fazhi_tui.domain.rectifying.ledger import Entry, ledger
from fazhi_tui.domain.rectifying.rectification import GapKey
from fazhi_tui.domain.rectifying.rectify import Step, rectify
from fazhi_tui.domain.rectifying.repeats import FormerYears, LookBack, Repeats, former_years, joined, repeats
from fazhi_tui.recording import Recording


class Rectifying(Recording):
    """The verbs about gaps; each has saved when it returns."""

    look_back: Callable[[], LookBack] = LookBack
    """Loads the unit's self-checks of former years; the workspace puts it in."""

    @cached_property
    def former(self) -> LookBack:
        """The unit's self-checks of former years, loaded when first asked for."""
        return self.look_back()

    @property
    def found_here(self) -> FormerYears:
        """When each item had a gap before, as this data folder and the log together know."""
        found = former_years(self.former.gaps, self.assessment.year)
        return joined(found, self.assessment.former or {})

    @property
    def former_years(self) -> FormerYears:
        """When each item had a gap before, as documents say it."""
        return self.former_years_of(self.assessment)

    def former_years_of(self, assessment: Assessment) -> FormerYears:
        """The same as an earlier state of the log knows it.

        From the first 送审 on that is what the log says, so that documents are the same on every computer.
        """
        return self.found_here if assessment.former is None else assessment.former

    @property
    def repeats(self) -> Repeats:
        """Which gaps former years had as well, by item id."""
        return repeats(self.board, self.former_years)

    def ledger(self, day: date | None = None) -> tuple[Entry, ...]:
        """Every gap with what is done about it; `day` is the one by which to say what is overdue."""
        return ledger(self.assessment, self.board, repeats=self.repeats, day=day)

    def add_gap(self, fields: Mapping[str, str]) -> str:
        """Enter a manual gap; returns its id. See `gap_entry.add_gap`."""
        wish = gap_entry.add_gap(self.assessment, self.library.checklists, fields)
        self._record(wish)
        id: str = wish[1]["id"]
        return id

    def change_gap(self, id: str, fields: Mapping[str, str]) -> bool:
        """Change a manual gap; False if that changes nothing. See `gap_entry.change_gap`."""
        wish = gap_entry.change_gap(self.assessment, self.library.checklists, id, fields)
        return self._record_if(wish)

    def withdraw_gap(self, id: str, reason: str) -> None:
        """Take a manual gap back. See `gap_entry.withdraw_gap`."""
        self._record(gap_entry.withdraw_gap(self.assessment, id, reason))

    def rectify(self, steps: Sequence[Step]) -> bool:
        """Record what is done about gaps as one step; False if nothing changed.

        Raises:
            BadInputError: a step that does not fit; nothing is recorded.
            RefusedError: not in this state, not this lane, or the gap is closed.
            SaveFailedError: kept, but not on disk yet.
        """
        return self._record_if(rectify(self.assessment, self.board, steps))

    def close_gap(self, gap: GapKey, *, checked: str, how: str, opinion: str = "") -> None:
        """The adviser's 销号. See `closing.close`."""
        self._require_writable("closing_judged")
        self._record(closing.close(self.assessment, gap, checked=checked, how=how, opinion=opinion))

    def send_back_gap(self, gap: GapKey, *, opinion: str) -> None:
        """The adviser's return of a request to close. See `closing.send_back`."""
        self._require_writable("closing_judged")
        self._record(closing.send_back(self.assessment, gap, opinion=opinion))

    def assign(self, checklist: str, stages: Collection[str], department: str) -> bool:
        """Give stages to a 科室; False if that changes nothing. See `departments.assign`."""
        wish = departments.assign(self.assessment, self.library.checklists, checklist, stages, department)
        return self._record_if(wish)

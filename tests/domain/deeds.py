"""Strategies for what officer and adviser may do about gaps, legal or not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from hypothesis import strategies as st

from fazhi_tui.domain.answers import Evidence
from fazhi_tui.domain.filling import departments
from fazhi_tui.domain.log.events import Lane
from fazhi_tui.domain.log.wish import Wish
from fazhi_tui.domain.rectifying import closing, gap_entry
from fazhi_tui.domain.rectifying.ledger import Entry, ledger
from fazhi_tui.domain.rectifying.rectification import Status
from fazhi_tui.domain.rectifying.rectify import Step, rectify
from tests.domain.wishes import CHECKLISTS, NOTES
from tests.journal import Journal

DATES = st.sampled_from(["2024-03-01", "2024-04-30", "2024-05-31", "2024-06-30", "4月30日"])
WORDS = st.sampled_from(["补审", "重新公开征求意见\n再讨论", "补审", ""])
PROOFS = st.sampled_from([(Evidence("案卷", "一号"),), (Evidence("通知"),), ()])
SOURCES = st.sampled_from(["督察", "审计", "听说"])
STAGES = st.sampled_from(["", "canyu", "公示"])
# Which one of the gaps, or of the manual gaps, there are: the number is taken round.
WHICH = st.integers(0, 3)


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing one lane wishes to do; `do` raises where it is refused."""

    lane: Lane
    wish: Callable[[Journal], Wish | None]

    def do(self, journal: Journal) -> None:
        """Do it."""
        wish = self.wish(journal)
        if wish is not None:
            journal.record(wish, self.lane)


def deeds() -> st.SearchStrategy[Deed]:
    """Anything about gaps in either lane, mostly what changes a rectification."""
    return st.one_of(
        _rectifications(), _rectifications(), _judgements(), _manual(), _changes(), _assignments()
    )


def _entry(journal: Journal, which: int) -> Entry | None:
    every = ledger(journal.assessment, journal.board)
    return every[which % len(every)] if every else None


def _rectifications() -> st.SearchStrategy[Deed]:
    plans = st.fixed_dictionaries({}, optional={"leader": WORDS, "pace": st.sampled_from(["", "持续", "慢"])})
    steps = st.one_of(
        plans,
        st.fixed_dictionaries({"due": DATES}),
        st.fixed_dictionaries({"extension": st.tuples(DATES, WORDS)}, optional={"due": DATES}),
        st.fixed_dictionaries({"progress": st.tuples(DATES, WORDS)}, optional={"measure": WORDS}),
        st.fixed_dictionaries({"request": PROOFS}, optional={"measure": WORDS}),
        st.fixed_dictionaries({"request": PROOFS, "measure": WORDS}),
    )

    def deed(which: int, fields: dict[str, object]) -> Deed:
        def wish(journal: Journal) -> Wish | None:
            entry = _entry(journal, which)
            step = [Step(entry.key, **fields)] if entry else []  # type: ignore[arg-type]
            return rectify(journal.assessment, journal.board, step)

        return Deed(Lane.OFFICER, wish)

    return st.builds(deed, WHICH, steps)


def _judgements() -> st.SearchStrategy[Deed]:
    def deed(which: int, words: str, *, closes: bool) -> Deed:
        def wish(journal: Journal) -> Wish | None:
            waiting = [e for e in ledger(journal.assessment, journal.board) if e.status is Status.REQUESTED]
            entry = waiting[which % len(waiting)] if waiting else _entry(journal, which)
            if entry is None:
                return None
            if closes:
                return closing.close(journal.assessment, entry.key, checked="案卷", how=words)
            return closing.send_back(journal.assessment, entry.key, opinion=words)

        return Deed(Lane.ADVISER, wish)

    return st.builds(deed, WHICH, NOTES, closes=st.booleans())


def _manual() -> st.SearchStrategy[Deed]:
    def deed(problem: str, source: str, checklist: str, stage: str) -> Deed:
        fields = {"problem": problem, "basis": "某规定第一条", "source": source}
        place = {"checklist": checklist, "stage": stage} if stage else {}
        return Deed(
            Lane.OFFICER,
            lambda journal: gap_entry.add_gap(
                journal.assessment, journal.library.checklists, {**fields, **place}
            ),
        )

    return st.builds(deed, WORDS, SOURCES, CHECKLISTS, STAGES)


def _changes() -> st.SearchStrategy[Deed]:
    def deed(which: int, source: str, reason: str) -> Deed:
        def wish(journal: Journal) -> Wish | None:
            every = list(journal.assessment.manual_gaps)
            if not every:
                return None
            id = every[which % len(every)]
            if reason:
                return gap_entry.withdraw_gap(journal.assessment, id, reason)
            fields = {"source": source}
            return gap_entry.change_gap(journal.assessment, journal.library.checklists, id, fields)

        return Deed(Lane.OFFICER, wish)

    return st.builds(deed, WHICH, SOURCES, st.sampled_from(["", "", "重复"]))


def _assignments() -> st.SearchStrategy[Deed]:
    def deed(checklist: str, stage: str, department: str) -> Deed:
        stages = [stage] if stage else []
        return Deed(
            Lane.OFFICER,
            lambda journal: departments.assign(
                journal.assessment, journal.library.checklists, checklist, stages, department
            ),
        )

    return st.builds(deed, CHECKLISTS, STAGES, st.sampled_from(["", "法规科", "执法队"]))

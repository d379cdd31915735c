"""Strategies for what an officer and an adviser may wish, legal or not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st

from fazhi_tui.domain import decide
from fazhi_tui.domain.answers import Evidence, Opinion
from fazhi_tui.domain.filling.answering import Change, answer
from fazhi_tui.domain.log.events import Lane
from fazhi_tui.domain.verdict import Verdict
from tests.journal import Journal, review_wish

CHECKLISTS = st.sampled_from(["juece", "zhifa"])
OBJECTS = st.sampled_from(["本单位", "规划", "定价", "张案", "赵某"])
KEYS = st.one_of(
    st.tuples(st.just("juece"), st.just("本单位"), st.sampled_from(["u-1", "u-2", "u-red"])),
    st.tuples(
        st.just("juece"), st.sampled_from(["规划", "定价"]), st.sampled_from(["m-1", "m-2", "m-red", "m-may"])
    ),
    st.tuples(st.just("zhifa"), OBJECTS, st.sampled_from(["e-1", "c-1", "c-red", "p-1", "m-1"])),
)
KINDS = st.sampled_from(["", "matter", "case", "person"])
NOTES = st.sampled_from(["", "理由", "另一说明\n第二行"])
MOVES = {
    "submitted": Lane.OFFICER,
    "recalled": Lane.OFFICER,
    "returned": Lane.ADVISER,
    "finalised": Lane.ADVISER,
}


@dataclass(frozen=True, slots=True)
class Act:
    """One thing one lane wishes to do; `do` raises where it is refused."""

    lane: Lane
    name: str
    with_: tuple[Any, ...]

    def do(self, journal: Journal) -> None:
        """Do it."""
        _DOERS[self.name](journal, self)


def officer_acts() -> st.SearchStrategy[Act]:
    """What an officer does while filling in, answering most of the time."""
    rest = st.one_of(_sheets(), _renames(), _removals(), _absences(), _undos(Lane.OFFICER))
    return st.integers(0, 2).flatmap(lambda n: _answers() if n else rest)


def acts() -> st.SearchStrategy[Act]:
    """Anything in either lane, moving from state to state now and then."""
    return st.integers(0, 7).flatmap(
        lambda n: officer_acts()
        if n > 4
        else _reviews()
        if n > 1
        else _moves()
        if n
        else _undos(Lane.ADVISER)
    )


def begun() -> Journal:
    """An assessment with a sheet of most kinds."""
    journal = Journal()
    journal.add("juece", "规划")
    journal.add("zhifa", "张案", kind="case")
    return journal


def _act(lane: Lane, name: str, *parts: st.SearchStrategy[Any]) -> st.SearchStrategy[Act]:
    return st.tuples(*parts).map(lambda with_: Act(lane, name, with_))


def _answers() -> st.SearchStrategy[Act]:
    evidence = st.sampled_from([(), (Evidence("公告"),), (Evidence("公告", "一号", "2023-05-01", "档案室"),)])
    verdicts = st.none() | st.sampled_from(Verdict)
    return _act(Lane.OFFICER, "answer", KEYS, verdicts, NOTES, evidence, st.booleans())


def _sheets() -> st.SearchStrategy[Act]:
    roles = st.sampled_from(["", "", "部门主要负责人"])
    return _act(Lane.OFFICER, "sheet", CHECKLISTS, OBJECTS, KINDS, roles)


def _renames() -> st.SearchStrategy[Act]:
    return _act(Lane.OFFICER, "rename", CHECKLISTS, OBJECTS, OBJECTS)


def _removals() -> st.SearchStrategy[Act]:
    return _act(Lane.OFFICER, "remove", CHECKLISTS, OBJECTS)


def _absences() -> st.SearchStrategy[Act]:
    return _act(Lane.OFFICER, "absent", CHECKLISTS, KINDS, NOTES)


def _undos(lane: Lane) -> st.SearchStrategy[Act]:
    return st.sampled_from(["undo", "undo", "redo"]).map(lambda name: Act(lane, name, ()))


def _reviews() -> st.SearchStrategy[Act]:
    opinions = st.sampled_from(Opinion)
    return _act(Lane.ADVISER, "review", KEYS, opinions, st.sampled_from(Verdict))


def _moves() -> st.SearchStrategy[Act]:
    often = [*["submitted"] * 6, *["returned"] * 2, "recalled", "finalised"]
    return st.sampled_from(often).map(lambda kind: Act(MOVES[kind], "move", (kind,)))


def _answer(journal: Journal, act: Act) -> None:
    (checklist, name, item), verdict, note, evidence, doubt = act.with_
    change = Change(checklist, name, item, verdict=verdict, note=note, evidence=evidence, doubt=doubt)
    wish = answer(journal.board, [change])
    if wish is not None:
        journal.record(wish)


def _sheet(journal: Journal, act: Act) -> None:
    checklist, name, kind, role = act.with_
    journal.add(checklist, name, kind=kind, role=role)


def _rename(journal: Journal, act: Act) -> None:
    journal.record(decide.rename_sheet(journal.assessment, *act.with_))


def _remove(journal: Journal, act: Act) -> None:
    journal.record(decide.remove_sheet(journal.assessment, *act.with_))


def _absent(journal: Journal, act: Act) -> None:
    journal.absent(*act.with_)


def _undo(journal: Journal, act: Act) -> None:
    journal.undo(act.lane)


def _redo(journal: Journal, act: Act) -> None:
    journal.redo(act.lane)


def _review(journal: Journal, act: Act) -> None:
    key, opinion, verdict = act.with_
    if journal.assessment.sheet(*key[:2]) is None:
        return
    corrected = verdict if opinion is Opinion.CORRECT else None
    journal.record(review_wish(journal.assessment, key, opinion, corrected, "意见"), Lane.ADVISER)


def _move(journal: Journal, act: Act) -> None:
    journal.move(act.with_[0], act.lane)


_DOERS: dict[str, Callable[[Journal, Act], None]] = {
    "answer": _answer,
    "sheet": _sheet,
    "rename": _rename,
    "remove": _remove,
    "absent": _absent,
    "undo": _undo,
    "redo": _redo,
    "review": _review,
    "move": _move,
}

"""What an edited gap list asks for: steps and opinions, every fault with its line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from fazhi_tui.domain.assessment import Assessment
from fazhi_tui.domain.rectifying.anchors import Value, as_shown, key_mark, mark_of
from fazhi_tui.domain.rectifying.gap_fields import LABELS, OPINION, SUGGESTED, opinion_on, stored_of
from fazhi_tui.domain.rectifying.ledger import Entry, current
from fazhi_tui.domain.rectifying.rectify import Step, rectify
from fazhi_tui.domain.reviewing.review import Judgement, checked
from fazhi_tui.domain.rows import Board
from fazhi_tui.errors import BadInputError, FazhiError
from fazhi_tui.loading.checklists.findings import FileFaultsError, Finding
from fazhi_tui.loading.gap_list import NOTHING_TAKEN, GivenList


@dataclass(frozen=True, slots=True)
class ChangedField:
    """One field that would change: the gap's number and problem now, the field's name on screen."""

    number: int
    problem: str
    label: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class GapEdit:
    """What is to be recorded: the officer's steps or the adviser's judgements, and what they change."""

    steps: tuple[Step, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    changes: tuple[ChangedField, ...] = ()


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A value that was edited, and the gap it is about."""

    entry: Entry
    value: Value
    text: str


def read_edit(
    given: GivenList,
    entries: Sequence[Entry],
    assessment: Assessment,
    board: Board,
    *,
    is_forced: bool = False,
) -> GapEdit:
    """What was edited in a gap list; values left as they were, or that stand already, are none.

    Args:
        given: the file, with nothing changed that may not be.
        entries: the ledger as it stands now.
        assessment: whose list it is.
        board: its sheets and rows.
        is_forced: take what was edited also where the stored value has changed since.

    Raises:
        FileFaultsError: with every edit that cannot be taken and why.
    """
    reading = _Reading(given, entries, is_forced=is_forced)
    wanted = [found for value in given.apart.values if (found := reading.take(value)) is not None]
    plans = [one for one in wanted if one.value.field != OPINION]
    opinions = [one for one in wanted if one.value.field == OPINION]
    judged = [pair for one in opinions if (pair := reading.judgement(one)) is not None]
    steps = _steps(plans)
    changes = reading.planned(assessment, board, plans, steps)
    if reading.findings:
        raise FileFaultsError(reading.findings, NOTHING_TAKEN)
    return GapEdit(steps, tuple(j for j, _ in judged), (*changes, *(change for _, change in judged)))


class _Reading:
    """One pass over what was edited: faults are noted, reading goes on."""

    def __init__(self, given: GivenList, entries: Sequence[Entry], *, is_forced: bool) -> None:
        self.findings: list[Finding] = []
        self._given = given
        self._entries = {key_mark(entry.key): entry for entry in current(entries)}
        self._is_forced = is_forced

    def take(self, value: Value) -> _Wanted | None:
        """The edit a value makes; None if it makes none or is faulty."""
        try:
            return self._wanted(value)
        except BadInputError as fault:
            self._note(value.line, fault)
            return None

    def judgement(self, wanted: _Wanted) -> tuple[Judgement, ChangedField] | None:
        """The same opinion in the new words; None if it is faulty."""
        try:
            made = _judgement(wanted)
        except BadInputError as fault:
            self._note(wanted.value.line, fault)
            return None
        return made, _changed(wanted.entry, OPINION, made.text)

    def _wanted(self, value: Value) -> _Wanted | None:
        record = self._given.block.records.get(value.number)
        if record is None or value.field not in record.fields:
            raise BadInputError("这一处的标记不认识。", "请重新写出。")
        was = record.fields[value.field]
        if mark_of(value.text) == was.shown:
            return None
        entry = self._entries.get(record.key)
        if entry is None:
            raise BadInputError("这一条现在已不是差距。", "请恢复这一处的原文，或重新写出。")
        is_suggestion = value.field == "measure" and was.stored == mark_of("")
        text = value.text.removeprefix(SUGGESTED).strip() if is_suggestion else value.text
        now = _text_now(entry, value.field)
        if text == as_shown(now):
            return None
        if mark_of(stored_of(entry, value.field)) != was.stored and not self._is_forced:
            raise _conflict(value.field, now, text)
        return _Wanted(entry, value, text)

    def planned(
        self, assessment: Assessment, board: Board, plans: Sequence[_Wanted], steps: Sequence[Step]
    ) -> tuple[ChangedField, ...]:
        """What the steps would change; on a fault each field is tried alone, to name its line."""
        try:
            wish = rectify(assessment, board, steps)
        except FazhiError:
            for one in plans:
                try:
                    rectify(assessment, board, _steps([one]))
                except FazhiError as fault:
                    self._note(one.value.line, fault)
            return ()
        return tuple(_changes(wish[1]["steps"], {one.entry.key: one.entry for one in plans})) if wish else ()

    def _note(self, line: int, fault: FazhiError) -> None:
        self.findings.append(Finding(self._given.file, f"第{line}行", fault.message, fault.hint))


def _judgement(wanted: _Wanted) -> Judgement:
    gap, review = wanted.entry.gap, opinion_on(wanted.entry)
    if gap is None or review is None:
        raise BadInputError("这一条现在没有有效的复核意见。", "请用 fazhi review 复核。")
    return checked(gap.row, Judgement(*gap.row.key, review.opinion, review.verdict, wanted.text))


def _steps(plans: Sequence[_Wanted]) -> tuple[Step, ...]:
    fields: dict[tuple[str, ...], dict[str, Any]] = {}
    for one in plans:
        fields.setdefault(one.entry.key, {})[one.value.field] = one.text
    return tuple(Step(key, **wanted) for key, wanted in fields.items())


def _changes(
    steps: Sequence[dict[str, Any]], entries: dict[tuple[str, ...], Entry]
) -> Iterator[ChangedField]:
    for step in steps:
        entry = entries[tuple(step["gap"])]
        yield from (_changed(entry, name, new) for name, new in step.items() if name != "gap")


def _changed(entry: Entry, name: str, new: str) -> ChangedField:
    return ChangedField(entry.number or 0, entry.problem, LABELS[name], _text_now(entry, name), new)


def _text_now(entry: Entry, name: str) -> str:
    """What is stored of a field as people would type it."""
    if name != OPINION:
        return stored_of(entry, name)
    review = opinion_on(entry)
    return review.text if review else ""


def _conflict(name: str, now: str, wanted: str) -> BadInputError:
    return BadInputError(
        f"写出之后{LABELS[name]}又有改动，现为“{now or '未填'}”，文件里写的是“{wanted or '未填'}”。",
        "核对后以文件为准的，加 --force；否则请重新写出。",
    )

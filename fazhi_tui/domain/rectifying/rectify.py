"""What an officer records about gaps: the plan, the progress, a 延期, a 申请销号."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from fazhi_tui.domain.answers import NOTE_LIMIT, Evidence, evidence_as_data
from fazhi_tui.domain.assessment import Assessment, State
from fazhi_tui.domain.filling.answering import FIELD_LIMIT, KEEP, Keep, clean_evidence
from fazhi_tui.domain.gaps import find_gaps
from fazhi_tui.domain.log.wish import Wish
from fazhi_tui.domain.reckoning.dates import read_date, why_no_date
from fazhi_tui.domain.rectifying.rectification import BLANK, GapKey, Pace, Rectification, Status, key_text
from fazhi_tui.domain.rows import Board
from fazhi_tui.domain.text import clean_text
from fazhi_tui.errors import BadInputError, RefusedError

_PEOPLE = {"leader": "责任领导", "department": "责任部门", "person": "责任人"}
# Two leap years: a date that reads differently in them was typed without a year.
_YEARS = (2000, 2004)


@dataclass(frozen=True, slots=True)
class Step:
    """What to record about one gap; fields left at KEEP stay.

    `due` and the dates within are as people type them, with the year; `progress` is (date, words),
    `extension` (new date, reason), `request` the proof of a 申请销号.
    """

    gap: GapKey
    measure: str | Keep = KEEP
    leader: str | Keep = KEEP
    department: str | Keep = KEEP
    person: str | Keep = KEEP
    due: str | Keep = KEEP
    pace: str | Keep = KEEP
    progress: tuple[str, str] | None = None
    extension: tuple[str, str] | None = None
    request: tuple[Evidence, ...] | None = None


def rectify(assessment: Assessment, board: Board, steps: Sequence[Step]) -> Wish | None:
    """The recorded form of what is done about gaps, one event; None if it changes nothing.

    Raises:
        BadInputError: no such gap, one twice, or a field that does not fit.
        RefusedError: the gap is closed, or the step may not be taken now.
    """
    known = {gap.row.key for gap in find_gaps(board)} | {gap.key for gap in board.manual}
    recorded: list[dict[str, Any]] = []
    for step in steps:
        if step.gap not in known:
            raise BadInputError(f"现在没有这一条差距：{key_text(step.gap)}", "请用差距清单里的序号。")
        if any(done["gap"] == list(step.gap) for done in recorded):
            raise BadInputError(f"同一条差距写了两遍：{key_text(step.gap)}", "请合成一次。")
        old = assessment.rectifications.get(step.gap, BLANK)
        if fields := _fields(old, step, assessment.state):
            recorded.append({"gap": list(step.gap), **fields})
    return ("rectified", {"steps": recorded}) if recorded else None


def day_with_year(text: str, what: str) -> str:
    """The ISO form of a date that has to say its year; `what` names it in the message.

    Raises:
        BadInputError: not a date, or one without a year.
    """
    first, second = (read_date(text, year) for year in _YEARS)
    if first is None:
        raise BadInputError(
            f"{what}“{text}”不对：{why_no_date(text, _YEARS[0])}。", "请写成 2024-04-30 这样。"
        )
    if first != second:
        raise BadInputError(f"{what}“{text}”没有写年份。", "请写成 2024-04-30 这样。")
    return first.isoformat()


def _fields(old: Rectification, step: Step, state: State) -> dict[str, Any]:
    fields = _plan(old, step)
    if step.due is not KEEP and (due := step.due.strip() and day_with_year(step.due, "时限")) != old.due:
        _require_no_extension(old.due, due, state)
        fields["due"] = due
    if step.extension is not None:
        fields["extension"] = _extension(fields.get("due", old.due), *step.extension)
    if step.progress is not None:
        day, words = step.progress
        text = _needed(words, "进展", "写明做了什么，如：已补作合法性审查，审查意见文号…。")
        fields["progress"] = {"date": day_with_year(day, "进展日期"), "text": text}
    if step.request is not None:
        fields["request"] = _request(fields.get("measure", old.measure), step.request)
    if fields and old.status is Status.CLOSED:
        raise RefusedError(f"这一条已销号，不能再改：{key_text(step.gap)}", "未写入。")
    return fields


def _plan(old: Rectification, step: Step) -> dict[str, Any]:
    """What of the measure, the people and the pace changes."""
    wanted: dict[str, Any] = {}
    if step.measure is not KEEP:
        wanted["measure"] = clean_text(step.measure, "整改措施", NOTE_LIMIT)
    for name, word in _PEOPLE.items():
        given: str | Keep = getattr(step, name)
        if given is not KEEP:
            wanted[name] = " ".join(clean_text(given, word, FIELD_LIMIT).split())
    if step.pace is not KEEP:
        wanted["pace"] = _pace(step.pace)
    return {name: value for name, value in wanted.items() if value != (getattr(old, name) or "")}


def _pace(given: str) -> str:
    plain = given.strip()
    if plain and plain not in tuple(Pace):
        raise BadInputError(f"整改类型“{plain}”不认识。", f"可写：{'、'.join(Pace)}。")
    return plain


def _require_no_extension(old: str, new: str, state: State) -> None:
    """From 定稿 on, a later day or none is a 延期, which has to be said and counted."""
    if state is State.FINAL and old and (not new or new > old):
        raise RefusedError(
            f"定稿后时限只能提前；由{old}推后要作为延期登记，未写入。", "请写延期后的日期和理由。"
        )


def _extension(due: str, to: str, reason: str) -> dict[str, str]:
    if not due:
        raise RefusedError("还没有时限，谈不上延期，未写入。", "请先定时限。")
    day = day_with_year(to, "延期后的时限")
    if day <= due:
        raise BadInputError(f"延期后的时限{day}不晚于现在的时限{due}。", "请核对日期。")
    return {"due": day, "reason": _needed(reason, "延期的理由", "写明为什么不能按期完成。")}


def _request(measure: str, proof: Iterable[Evidence]) -> list[dict[str, str]]:
    cleaned = clean_evidence(proof)
    if not cleaned:
        raise BadInputError(
            "申请销号要有佐证。",
            "每条写成 名称|文号|日期|存放处，至少写名称，如：补审意见书|…|2024-04-20|法规科。",
        )
    if not measure:
        raise BadInputError("还没有整改措施，不能申请销号。", "请先写采取了什么措施。")
    return evidence_as_data(cleaned)


def _needed(text: str, what: str, hint: str) -> str:
    clean = clean_text(text, what, NOTE_LIMIT)
    if not clean:
        raise BadInputError(f"{what}不能为空。", hint)
    return clean

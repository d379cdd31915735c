"""Assessment = fold of events: pure, and total on every legal history."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from fazhi_tui.domain.adoption import Unconfirmed, with_unconfirmed
from fazhi_tui.domain.answers import Opinion, Review, answer_changes
from fazhi_tui.domain.assessment import Assessment, Sheet, State
from fazhi_tui.domain.events import Event, Lane, Log, in_order
from fazhi_tui.domain.params import Param
from fazhi_tui.domain.scheme import scheme_from
from fazhi_tui.domain.unit import UNIT
from fazhi_tui.domain.verdict import Verdict
from fazhi_tui.errors import DamagedError

UNDO = "undo"


def fold(log: Log) -> Assessment:
    """The assessment a log has made.

    Raises:
        DamagedError: an event of a kind this version does not know, or one that has seen what is not there.
    """
    undone = {lane: undone_steps(log.lane(lane)) for lane in Lane}
    assessment = Assessment()
    for event in in_order(log):
        assessment = step(assessment, event, is_undone=event.seq in undone[event.lane])
    return assessment


def undone_steps(events: Iterable[Event]) -> frozenset[int]:
    """The sequence numbers in a lane that a later event took back.

    Raises:
        DamagedError: an undo does not say of what.
    """
    try:
        return frozenset(event.payload["target"] for event in events if event.kind == UNDO)
    except (KeyError, TypeError):
        raise DamagedError("撤销记录没有写明撤销哪一步。", "请用备份恢复。") from None


def step(assessment: Assessment, event: Event, *, is_undone: bool = False) -> Assessment:
    """The assessment after one more event of the fold order.

    Raises:
        DamagedError: the kind is unknown or its payload does not fit.
    """
    if not is_undone and event.kind != UNDO:
        handler = _HANDLERS.get(event.kind)
        if handler is None:
            raise DamagedError(f"数据中有本版本不认识的记录“{event.kind}”。", "请升级 fazhi 后再打开。")
        try:
            assessment = handler(assessment, event)
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            where = f"第{event.seq}条记录（{event.at}，{event.kind}）"
            raise DamagedError(f"{where}的内容不合格式：{error!r}", "请用备份恢复。") from None
    return replace(assessment, last_at=event.at, last_actor=event.actor)


def _created(assessment: Assessment, event: Event) -> Assessment:
    data = event.payload
    return replace(
        assessment,
        id=data["id"],
        unit=data["unit"],
        year=data["year"],
        kind=data["kind"],
        round=data["round"],
        flags=frozenset(data["flags"]),
        is_demo=data.get("demo", False),
        created_at=event.at,
    )


def _profile_changed(assessment: Assessment, event: Event) -> Assessment:
    return replace(assessment, flags=frozenset(event.payload["flags"]))


def _adopted(assessment: Assessment, event: Event) -> Assessment:
    pairs = tuple((c["id"], c["version"]) for c in event.payload["checklists"])
    reworded = [Unconfirmed(**data) for data in event.payload.get("unconfirmed", [])]
    return replace(
        with_unconfirmed(assessment, reworded),
        adopted=pairs,
        checklists_digest=event.payload["digest"],
        scheme=scheme_from(event.payload.get("scheme")),
    )


def _sheet_added(assessment: Assessment, event: Event) -> Assessment:
    data = event.payload
    sheet = Sheet(data["checklist"], data["object"], data["kind"], data.get("role", ""))
    absent = {key: why for key, why in assessment.absent.items() if key != (sheet.checklist, sheet.kind)}
    return replace(assessment, sheets=(*assessment.sheets, sheet), absent=absent)


def _sheet_renamed(assessment: Assessment, event: Event) -> Assessment:
    data = event.payload
    sheet = assessment.sheet(data["checklist"], data["object"])
    return assessment if sheet is None else _with_sheet(assessment, sheet, replace(sheet, object=data["to"]))


def _sheet_removed(assessment: Assessment, event: Event) -> Assessment:
    gone = (event.payload["checklist"], event.payload["object"])
    return replace(assessment, sheets=tuple(s for s in assessment.sheets if (s.checklist, s.object) != gone))


def _absent_declared(assessment: Assessment, event: Event) -> Assessment:
    data = event.payload
    return replace(
        assessment, absent={**assessment.absent, (data["checklist"], data["kind"]): data["reason"]}
    )


def _param_set(assessment: Assessment, event: Event) -> Assessment:
    data = event.payload
    param = Param(data["value"], data["source"])
    return replace(assessment, params={**assessment.params, data["id"]: param})


def _answered(assessment: Assessment, event: Event) -> Assessment:
    for change in event.payload["changes"]:
        sheet = assessment.sheet(change["checklist"], change["object"])
        if sheet is None:
            continue
        answer = answer_changes(sheet.answer(change["item"]), change, at=event.at, actor=event.actor)
        answers = {**sheet.answers, change["item"]: answer}
        assessment = _with_sheet(assessment, sheet, replace(sheet, answers=answers))
    return assessment


def _reviewed(assessment: Assessment, event: Event) -> Assessment:
    for change in event.payload["reviews"]:
        sheet = assessment.sheet(change["checklist"], change["object"])
        if sheet is None:
            continue
        verdict = change.get("verdict")
        review = Review(
            opinion=Opinion(change["opinion"]),
            verdict=Verdict(verdict) if verdict else None,
            text=change["text"],
            judged=change["judged"],
            at=event.at,
            actor=event.actor,
        )
        reviews = {**sheet.reviews, change["item"]: review}
        assessment = _with_sheet(assessment, sheet, replace(sheet, reviews=reviews))
    return assessment


def _with_sheet(assessment: Assessment, old: Sheet, new: Sheet) -> Assessment:
    key = (old.checklist, old.object)
    if any((s.checklist, s.object) == key for s in assessment.sheets):
        sheets = tuple(new if (s.checklist, s.object) == key else s for s in assessment.sheets)
        return replace(assessment, sheets=sheets)
    if old.kind != UNIT:
        return assessment
    return replace(assessment, sheets=(*assessment.sheets, new))


def _moved_to(state: State) -> Callable[[Assessment, Event], Assessment]:
    def move(assessment: Assessment, event: Event) -> Assessment:
        return replace(assessment, state=state, without_review=event.payload.get("without_review", False))

    return move


_HANDLERS: dict[str, Callable[[Assessment, Event], Assessment]] = {
    "created": _created,
    "profile_changed": _profile_changed,
    "adopted": _adopted,
    "sheet_added": _sheet_added,
    "sheet_renamed": _sheet_renamed,
    "sheet_removed": _sheet_removed,
    "absent_declared": _absent_declared,
    "param_set": _param_set,
    "answered": _answered,
    "reviewed": _reviewed,
    "submitted": _moved_to(State.SUBMITTED),
    "recalled": _moved_to(State.FILLING),
    "returned": _moved_to(State.RETURNED),
    "finalised": _moved_to(State.FINAL),
}
KINDS = frozenset(_HANDLERS) | {UNDO}

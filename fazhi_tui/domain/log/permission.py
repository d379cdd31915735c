"""Which kinds of event each lane may append in each state."""

from __future__ import annotations

from fazhi_tui.domain.assessment import State
from fazhi_tui.domain.log.event_names import name_of
from fazhi_tui.domain.log.events import LANE_NAMES, Lane
from fazhi_tui.errors import RefusedError

RECTIFYING_KINDS = frozenset({"gap_added", "gap_changed", "gap_withdrawn", "rectified"})
FILLING_KINDS = RECTIFYING_KINDS | frozenset(
    {
        "adopted",
        "profile_changed",
        "sheet_added",
        "sheet_renamed",
        "sheet_removed",
        "absent_declared",
        "param_set",
        "dept_assigned",
        "answered",
        "submitted",
        "undo",
        "redo",
    }
)
_ALLOWED: dict[tuple[State, Lane], frozenset[str]] = {
    (State.FILLING, Lane.OFFICER): FILLING_KINDS,
    (State.RETURNED, Lane.OFFICER): FILLING_KINDS,
    (State.SUBMITTED, Lane.OFFICER): frozenset({"recalled", "finalised"}),
    (State.SUBMITTED, Lane.ADVISER): frozenset({"reviewed", "returned", "finalised", "undo", "redo"}),
    (State.FINAL, Lane.OFFICER): RECTIFYING_KINDS | {"undo", "redo"},
    (State.FINAL, Lane.ADVISER): frozenset({"closing_judged", "undo", "redo"}),
}
UNDOABLE = RECTIFYING_KINDS | frozenset(
    {
        "adopted",
        "profile_changed",
        "sheet_added",
        "sheet_renamed",
        "sheet_removed",
        "absent_declared",
        "param_set",
        "dept_assigned",
        "answered",
        "reviewed",
        "closing_judged",
    }
)

_OTHER_SIDE = {
    Lane.OFFICER: "请用 fazhi handover 把文件交给法律顾问，在那边做。",
    Lane.ADVISER: "请由填报人做；换到这台电脑继续填报，用 fazhi merge 文件 --take-over。",
}


_CLOSING = "销号和退回整改在定稿以后；需先定稿。"


def require(state: State, lane: Lane, kind: str) -> None:
    """Check that the lane may append an event of this kind now.

    Raises:
        RefusedError: names the state and what has to happen first.
    """
    if kind in _ALLOWED.get((state, lane), frozenset()):
        return
    if kind not in kinds_of(lane):
        raise RefusedError(
            f"这份自查在本机由{LANE_NAMES[lane]}一方写，不能做这一步（{name_of(kind)}；现在是“{state}”），未写入。",
            _OTHER_SIDE[lane],
        )
    way_out = _CLOSING if kind == "closing_judged" else _way_out(state)
    raise RefusedError(
        f"现在是“{state}”，{LANE_NAMES[lane]}一方不能做这一步（{name_of(kind)}），未写入。", way_out
    )


def kinds_of(lane: Lane) -> frozenset[str]:
    """The kinds of event a lane may append in one state or another."""
    return frozenset[str]().union(*(kinds for (_, who), kinds in _ALLOWED.items() if who is lane))


def _way_out(state: State) -> str:
    if state is State.SUBMITTED:
        return "需先由填报人撤回，或由法律顾问退回。"
    if state is State.FINAL:
        return "定稿后自评和复核不再改动；整改和其他问题仍可登记。"
    return "撤回、复核、退回和定稿都在送审之后；需先由填报人送审。"

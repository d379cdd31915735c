"""Which kinds of event each lane may append in each state."""

from __future__ import annotations

from fazhi_tui.domain.assessment import State
from fazhi_tui.domain.events import LANE_NAMES, Lane
from fazhi_tui.errors import RefusedError

FILLING_KINDS = frozenset(
    {
        "adopted",
        "profile_changed",
        "sheet_added",
        "sheet_renamed",
        "sheet_removed",
        "absent_declared",
        "param_set",
        "answered",
        "submitted",
        "undo",
    }
)
_ALLOWED: dict[tuple[State, Lane], frozenset[str]] = {
    (State.FILLING, Lane.OFFICER): FILLING_KINDS,
    (State.RETURNED, Lane.OFFICER): FILLING_KINDS,
    (State.SUBMITTED, Lane.OFFICER): frozenset({"recalled", "finalised"}),
    (State.SUBMITTED, Lane.ADVISER): frozenset({"reviewed", "returned", "finalised", "undo"}),
}
UNDOABLE = frozenset(
    {
        "adopted",
        "profile_changed",
        "sheet_added",
        "sheet_renamed",
        "sheet_removed",
        "absent_declared",
        "param_set",
        "answered",
        "reviewed",
    }
)


def require(state: State, lane: Lane, kind: str) -> None:
    """Check that the lane may append an event of this kind now.

    Raises:
        RefusedError: names the state and what has to happen first.
    """
    if kind in _ALLOWED.get((state, lane), frozenset()):
        return
    raise RefusedError(f"现在是“{state}”，{LANE_NAMES[lane]}一方不能做这一步，未写入。", _way_out(state))


def _way_out(state: State) -> str:
    if state is State.SUBMITTED:
        return "需先由填报人撤回，或由法律顾问退回。"
    return "定稿后自评和复核不再改动。" if state is State.FINAL else ""

"""Whether every event was its writer's to make as the assessment stood on the writer's copy.

The one order folds an officer's event on exactly what the officer had seen. The adviser's copy may lag
behind: for it the assessment stands as after the officer's event seen last, unless the adviser has decided
on the submission of then.
"""

from __future__ import annotations

from fazhi_tui.domain.assessment import Assessment, State
from fazhi_tui.domain.log.events import NO_HASH, Event, Lane, Log, in_order
from fazhi_tui.domain.log.folding import review_events
from fazhi_tui.domain.log.permission import require
from fazhi_tui.domain.log.undoing import REWRITES
from fazhi_tui.errors import RefusedError

_DECISIONS = {"returned": State.RETURNED, "finalised": State.FINAL}
_MOVES = {"submitted", "recalled", *_DECISIONS}


def out_of_turn(log: Log) -> tuple[Event, State] | None:
    """The first event that its lane could not make in the state it was made in, and that state.

    The chains hold, and what is taken back is there; else it may raise KeyError or IndexError.
    """
    now = Assessment()
    after = {NO_HASH: now}
    decided: dict[str, State] = {}
    for event in in_order(log):
        state = now.state if event.lane is Lane.OFFICER else _state_of_copy(after[event.seen], decided)
        if not _may(log, event, state):
            return event, state
        if event.kind in _MOVES:
            now = review_events.HANDLERS[event.kind](now, event)
        if event.lane is Lane.OFFICER:
            after[event.hash] = now
        elif event.kind in _DECISIONS:
            decided[event.seen] = _DECISIONS[event.kind]
    return None


def _state_of_copy(seen: Assessment, decided: dict[str, State]) -> State:
    return decided.get(seen.submission, seen.state)


def _may(log: Log, event: Event, state: State) -> bool:
    """Whether the lane may record it, and where it takes a step back or up, that step too."""
    if event.lane is Lane.OFFICER and event.seq == 1:
        return True
    kinds = [event.kind]
    if event.kind in REWRITES:
        kinds.append(log.lane(event.lane)[event.payload["target"] - 1].kind)
    try:
        for kind in kinds:
            require(state, event.lane, kind)
    except RefusedError:
        return False
    return True

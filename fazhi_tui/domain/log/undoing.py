"""Steps taken back and taken up again: both are steps of their own, so they survive restarts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from fazhi_tui.domain.log.events import Event
from fazhi_tui.domain.log.permission import UNDOABLE
from fazhi_tui.domain.log.wish import Wish
from fazhi_tui.errors import DamagedError, RefusedError

UNDO, REDO = "undo", "redo"
REWRITES = frozenset({UNDO, REDO})


def undone_steps(events: Iterable[Event]) -> frozenset[int]:
    """The sequence numbers in a lane that stand taken back.

    Raises:
        DamagedError: an undo or redo does not say of what.
    """
    undone: set[int] = set()
    try:
        for event in events:
            if event.kind == UNDO:
                undone.add(event.payload["target"])
            elif event.kind == REDO:
                undone.discard(event.payload["target"])
    except (KeyError, TypeError):
        raise DamagedError("撤销记录没有写明撤销哪一步。", "请用备份恢复。") from None
    return frozenset(undone)


def undo(events: Sequence[Event]) -> tuple[Wish, Event]:
    """The taking back of the lane's last step that stands, and the step.

    Raises:
        RefusedError: there is no step to take back.
    """
    undone = undone_steps(events)
    for event in reversed(events):
        if event.kind in REWRITES or event.seq in undone:
            continue
        if event.kind in UNDOABLE and not _is_first_adoption(events, event):
            return (UNDO, {"target": event.seq}), event
        break
    raise RefusedError("没有可撤销的操作。")


def redo(events: Sequence[Event]) -> tuple[Wish, Event]:
    """The taking up again of the step taken back last, and the step; a new step ends the chance.

    Raises:
        RefusedError: there is no step to take up again.
    """
    taken_back: list[int] = []
    for event in events:
        if event.kind == UNDO:
            taken_back.append(event.payload["target"])
        elif event.kind == REDO:
            taken_back.pop()
        else:
            taken_back.clear()
    if not taken_back:
        raise RefusedError("没有可恢复的操作。")
    step = next(event for event in events if event.seq == taken_back[-1])
    return (REDO, {"target": step.seq}), step


def target_of(events: Sequence[Event]) -> Event:
    """The step that the lane's last event, an undo or a redo, is about."""
    return next(event for event in events if event.seq == events[-1].payload["target"])


def _is_first_adoption(events: Sequence[Event], event: Event) -> bool:
    return event.kind == "adopted" and event is next(e for e in events if e.kind == "adopted")

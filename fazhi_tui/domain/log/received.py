"""A log that comes from elsewhere, checked for all that one's own writing takes for granted.

Hashes show that nothing was changed on the way; these checks show that the events are such as this
program makes, so that nothing made of them can fail later.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from fazhi_tui.domain.log.event_names import name_of
from fazhi_tui.domain.log.event_shapes import misfit
from fazhi_tui.domain.log.events import LANE_NAMES, NO_HASH, Event, Lane, Log, log_from
from fazhi_tui.domain.log.fold import KINDS
from fazhi_tui.domain.log.permission import UNDOABLE, kinds_of
from fazhi_tui.domain.log.turns import out_of_turn
from fazhi_tui.domain.log.undoing import REDO, UNDO
from fazhi_tui.errors import DamagedError

_BEGINNING = ("created", "adopted")


def received_log(events: Iterable[Event]) -> Log:
    """The log of events in any interleaving.

    Raises:
        DamagedError: names the first event of a lane that does not fit, and why.
    """
    log = log_from(events)
    if tuple(event.kind for event in log.officer[:2]) != _BEGINNING:
        raise DamagedError("自评记录不是从新建自查、采用清单开始的。")
    for lane in Lane:
        for event, why in _faults(log, lane):
            raise _fault(event, why)
    if found := out_of_turn(log):
        event, state = found
        raise _fault(event, f"不是在“{state}”时能做的。")
    return log


def _fault(event: Event, why: str) -> DamagedError:
    return DamagedError(
        f"{LANE_NAMES[event.lane]}记录第{event.seq}条（{event.at}，{name_of(event.kind)}）{why}"
    )


def _faults(log: Log, lane: Lane) -> Iterator[tuple[Event, str]]:
    allowed = kinds_of(lane)
    others = {NO_HASH: 0} | {event.hash: event.seq for event in log.lane(lane.other)}
    seen, steps = 0, _Steps()
    for event in log.lane(lane):
        is_first = lane is Lane.OFFICER and event.seq == 1
        if event.kind not in KINDS:
            yield event, "本版本不认识，请升级 fazhi。"
        elif event.kind not in allowed and not is_first:
            yield event, f"不是{LANE_NAMES[lane]}一方能做的。"
        elif field := misfit(event.kind, event.payload):
            yield event, f"的内容不合格式：{field}。"
        elif event.kind == "finalised" and (why := _final_fault(event)):
            yield event, why
        elif not _is_time(event.at):
            yield event, "的时间不合格式。"
        elif others.get(event.seen, -1) < seen:
            yield event, f"所见的{LANE_NAMES[lane.other]}记录不在文件里，或次序颠倒。"
        elif not steps.takes(event):
            yield event, "撤销或恢复的不是上一步。"
        seen = others.get(event.seen, seen)


def _final_fault(event: Event) -> str:
    """Why a 定稿 is not one that `submission.finalise` makes; empty if it is."""
    alone = event.payload.get("without_review", False)
    if event.lane is Lane.ADVISER:
        return "是法律顾问定稿，却写着未经复核。" if alone else ""
    if not alone:
        return "是填报人自行定稿，却没有注明未经复核。"
    return "是不经复核的定稿，那时已有法律顾问的复核记录。" if event.seen != NO_HASH else ""


class _Steps:
    """The steps of a lane that can be taken back, and those that can be taken up again, last one last."""

    def __init__(self) -> None:
        self._standing: list[int] = []
        self._taken_back: list[int] = []
        self._has_adopted = False

    def takes(self, event: Event) -> bool:
        """Go on by one event; False if it takes back or up what is not the last step."""
        if event.kind == UNDO:
            return _moved(event.payload["target"], self._standing, self._taken_back)
        if event.kind == REDO:
            return _moved(event.payload["target"], self._taken_back, self._standing)
        self._taken_back.clear()
        if event.kind in UNDOABLE and (event.kind != "adopted" or self._has_adopted):
            self._standing.append(event.seq)
        else:
            self._standing.clear()
        self._has_adopted = self._has_adopted or event.kind == "adopted"
        return True


def _moved(step: int, out_of: list[int], into: list[int]) -> bool:
    if not out_of or out_of[-1] != step:
        return False
    into.append(out_of.pop())
    return True


def _is_time(text: str) -> bool:
    try:
        return datetime.fromisoformat(text).tzinfo is not None
    except ValueError:
        return False

"""Assessment = fold of events: pure, and total on every legal history."""

from __future__ import annotations

from dataclasses import replace

from fazhi_tui.domain.assessment import Assessment
from fazhi_tui.domain.log.event_names import name_of
from fazhi_tui.domain.log.events import Event, Lane, Log, in_order
from fazhi_tui.domain.log.folding import answer_events, rectify_events, review_events, unit_events
from fazhi_tui.domain.log.folding.handler import Handler
from fazhi_tui.domain.log.undoing import REWRITES, undone_steps
from fazhi_tui.errors import DamagedError


def fold(log: Log) -> Assessment:
    """The assessment a log has made.

    Raises:
        DamagedError: an event of a kind this version does not know, or one that has seen what is not there.
    """
    undone = {lane: undone_steps(log.lane(lane)) for lane in Lane}
    events = in_order(log)
    assessment = Assessment()
    for event in events:
        if event.seq not in undone[event.lane]:
            assessment = _applied(assessment, event)
    # Once, not at each event: a copy of the assessment costs more than most of what events change in it.
    return _last_changed(assessment, events[-1]) if events else assessment


def step(assessment: Assessment, event: Event) -> Assessment:
    """The assessment after one more event of the fold order.

    Raises:
        DamagedError: the kind is unknown or its payload does not fit.
    """
    return _last_changed(_applied(assessment, event), event)


def _applied(assessment: Assessment, event: Event) -> Assessment:
    if event.kind in REWRITES:
        return assessment
    handler = _HANDLERS.get(event.kind)
    if handler is None:
        raise DamagedError(f"数据中有本版本不认识的记录“{event.kind}”。", "请升级 fazhi 后再打开。")
    try:
        return handler(assessment, event)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        where = f"第{event.seq}条记录（{event.at}，{name_of(event.kind)}）"
        raise DamagedError(f"{where}的内容不合格式：{error!r}", "请用备份恢复。") from None


def _last_changed(assessment: Assessment, event: Event) -> Assessment:
    return replace(assessment, last_at=event.at, last_actor=event.actor)


_HANDLERS: dict[str, Handler] = {
    **unit_events.HANDLERS,
    **answer_events.HANDLERS,
    **review_events.HANDLERS,
    **rectify_events.HANDLERS,
}
KINDS = frozenset(_HANDLERS) | REWRITES

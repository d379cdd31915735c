"""Manual gaps, what is done about gaps, and the adviser's closing of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from fazhi_tui.domain.answers import Evidence
from fazhi_tui.domain.assessment import Assessment
from fazhi_tui.domain.log.events import Event
from fazhi_tui.domain.log.folding.handler import Handler
from fazhi_tui.domain.rectifying.manual_gap import CHANGEABLE, ManualGap
from fazhi_tui.domain.rectifying.rectification import (
    BLANK,
    Extension,
    GapKey,
    Judgement,
    Pace,
    Progress,
    Rectification,
    Request,
)

_PLAIN = ("measure", "leader", "department", "person", "due")


def _gap_added(assessment: Assessment, event: Event) -> Assessment:
    data = event.payload
    gap = ManualGap(
        id=data["id"],
        problem=data["problem"],
        basis=data["basis"],
        source=data["source"],
        checklist=data.get("checklist", ""),
        stage=data.get("stage", ""),
        at=event.at,
        actor=event.actor,
    )
    return _with_gap(assessment, gap)


def _gap_changed(assessment: Assessment, event: Event) -> Assessment:
    data = event.payload
    gap = assessment.manual_gaps.get(data["id"])
    if gap is None:
        return assessment
    changed = {name: data.get(name, getattr(gap, name)) for name in CHANGEABLE}
    return _with_gap(assessment, replace(gap, **changed))


def _gap_withdrawn(assessment: Assessment, event: Event) -> Assessment:
    gap = assessment.manual_gaps.get(event.payload["id"])
    return (
        assessment if gap is None else _with_gap(assessment, replace(gap, withdrawn=event.payload["reason"]))
    )


def _with_gap(assessment: Assessment, gap: ManualGap) -> Assessment:
    return replace(assessment, manual_gaps={**assessment.manual_gaps, gap.id: gap})


def _rectified(assessment: Assessment, event: Event) -> Assessment:
    every = dict(assessment.rectifications)
    for data in event.payload["steps"]:
        key = tuple(data["gap"])
        every[key] = _step(every.get(key, BLANK), data, event)
    return replace(assessment, rectifications=every)


def _step(old: Rectification, data: Mapping[str, Any], event: Event) -> Rectification:
    made = replace(old, **{name: data[name] for name in _PLAIN if name in data})
    if "pace" in data:
        made = replace(made, pace=Pace(data["pace"]) if data["pace"] else None)
    if "extension" in data:
        to, why = data["extension"]["due"], data["extension"]["reason"]
        extension = Extension(former=made.due, due=to, reason=why, at=event.at, actor=event.actor)
        made = replace(made, due=to, extensions=(*made.extensions, extension))
    if "progress" in data:
        progress = Progress(**data["progress"], at=event.at, actor=event.actor)
        made = replace(made, progress=(*made.progress, progress))
    if "request" in data:
        proof = tuple(Evidence(**entry) for entry in data["request"])
        request = Request(event.hash, proof, at=event.at, actor=event.actor)
        made = replace(made, requests=(*made.requests, request))
    return made


def _closing_judged(assessment: Assessment, event: Event) -> Assessment:
    """A judgement of a request that was taken back since is kept, and stands for nothing."""
    every = dict(assessment.rectifications)
    for data in event.payload["judgements"]:
        key = _present(assessment, tuple(data["gap"]))
        if key not in every:
            continue
        judgement = Judgement(
            judged=data["judged"],
            closes=data["closes"],
            opinion=data["opinion"],
            checked=data["checked"],
            how=data["how"],
            at=event.at,
            actor=event.actor,
        )
        every[key] = replace(every[key], judgements=(*every[key].judgements, judgement))
    return replace(assessment, rectifications=every)


def _present(assessment: Assessment, key: GapKey) -> GapKey:
    """The key as it is now, where the officer has renamed the sheet in the meantime."""
    if key in assessment.rectifications or len(key) == 1:
        return key
    return (key[0], assessment.renamed.get((key[0], key[1]), key[1]), *key[2:])


HANDLERS: dict[str, Handler] = {
    "gap_added": _gap_added,
    "gap_changed": _gap_changed,
    "gap_withdrawn": _gap_withdrawn,
    "rectified": _rectified,
    "closing_judged": _closing_judged,
}

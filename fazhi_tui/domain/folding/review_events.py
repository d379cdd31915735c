"""The adviser's reviews, and the states an assessment goes through."""

from __future__ import annotations

from dataclasses import replace

from fazhi_tui.domain.answers import Opinion, Review
from fazhi_tui.domain.assessment import Assessment, State
from fazhi_tui.domain.events import Event
from fazhi_tui.domain.folding.handler import Handler
from fazhi_tui.domain.folding.sheets import with_sheet
from fazhi_tui.domain.verdict import Verdict


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
        assessment = with_sheet(assessment, sheet, replace(sheet, reviews=reviews))
    return assessment


def _moved_to(state: State) -> Handler:
    def move(assessment: Assessment, event: Event) -> Assessment:
        return replace(assessment, state=state, without_review=event.payload.get("without_review", False))

    return move


HANDLERS: dict[str, Handler] = {
    "reviewed": _reviewed,
    "submitted": _moved_to(State.SUBMITTED),
    "recalled": _moved_to(State.FILLING),
    "returned": _moved_to(State.RETURNED),
    "finalised": _moved_to(State.FINAL),
}

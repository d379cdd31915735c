"""The adviser's reviews, and the states an assessment goes through.

An officer's event is always folded on what the officer saw. An adviser's may come after officer's events
that its copy had not got yet: a review then goes with the answer it judged, which may have changed, and
what it decided on a submission holds only while that submission is the one before the adviser.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from fazhi_tui.domain.answers import Opinion, Review
from fazhi_tui.domain.assessment import Assessment, Sheet, State
from fazhi_tui.domain.log.events import Event, Lane
from fazhi_tui.domain.log.folding.handler import Handler
from fazhi_tui.domain.log.folding.sheets import with_sheet
from fazhi_tui.domain.verdict import Verdict


def _reviewed(assessment: Assessment, event: Event) -> Assessment:
    for change in event.payload["reviews"]:
        assessment = _with_review(assessment, change, _review(assessment, change, event))
    return assessment


def _review(assessment: Assessment, change: Mapping[str, Any], event: Event) -> Review:
    verdict = change.get("verdict")
    return Review(
        opinion=Opinion(change["opinion"]),
        verdict=Verdict(verdict) if verdict else None,
        text=change["text"],
        judged="" if _is_of_other_words(assessment, change, event) else change["judged"],
        at=event.at,
        actor=event.actor,
    )


def _is_of_other_words(assessment: Assessment, change: Mapping[str, Any], event: Event) -> bool:
    """Whether the item has been asked in other words since the submission that the adviser judged."""
    reworded = assessment.reworded.get((change["checklist"], change["item"]), 0)
    return event.seen in assessment.submissions[:reworded]


def _with_review(assessment: Assessment, change: Mapping[str, Any], review: Review) -> Assessment:
    """The assessment with a review on its sheet, wherever the officer has put that in the meantime."""
    checklist, name = change["checklist"], change["object"]
    if assessment.sheet(checklist, name) is None:
        name = assessment.renamed.get((checklist, name), name)
    sheet = assessment.sheet(checklist, name)
    if sheet is not None:
        return with_sheet(assessment, sheet, _reviewed_sheet(sheet, change["item"], review))
    removed = tuple(
        _reviewed_sheet(s, change["item"], review) if (s.checklist, s.object) == (checklist, name) else s
        for s in assessment.removed
    )
    return replace(assessment, removed=removed)


def _reviewed_sheet(sheet: Sheet, item: str, review: Review) -> Sheet:
    return replace(sheet, reviews={**sheet.reviews, item: review})


def _submitted(assessment: Assessment, event: Event) -> Assessment:
    former = event.payload.get("former")
    known = assessment.former if former is None else _former_years(former, assessment.year)
    return replace(
        assessment,
        state=State.SUBMITTED,
        submission=event.hash,
        submissions=(*assessment.submissions, event.hash),
        returned_for="",
        former=known,
    )


def _former_years(recorded: Mapping[str, Sequence[int]], this: int) -> dict[str, tuple[int, ...]]:
    found = {item: tuple(sorted({y for y in years if y < this})) for item, years in recorded.items()}
    return {item: years for item, years in found.items() if years}


def _recalled(assessment: Assessment, event: Event) -> Assessment:  # noqa: ARG001 - a handler
    return replace(assessment, state=State.FILLING, submission="")


def _returned(assessment: Assessment, event: Event) -> Assessment:
    if not _decides_on_the_submission(assessment, event):
        return assessment
    text = event.payload.get("text", "")
    return replace(assessment, state=State.RETURNED, submission="", returned_for=text, without_review=False)


def _finalised(assessment: Assessment, event: Event) -> Assessment:
    """定稿; one without a review leaves the submission before an adviser who may still turn up."""
    if event.lane is Lane.OFFICER:
        without_review = event.payload.get("without_review", False)
        return replace(assessment, state=State.FINAL, without_review=without_review)
    if not _decides_on_the_submission(assessment, event):
        return assessment
    return replace(assessment, state=State.FINAL, submission="", without_review=False)


def _decides_on_the_submission(assessment: Assessment, event: Event) -> bool:
    return bool(assessment.submission) and event.seen == assessment.submission


HANDLERS: dict[str, Handler] = {
    "reviewed": _reviewed,
    "submitted": _submitted,
    "recalled": _recalled,
    "returned": _returned,
    "finalised": _finalised,
}

"""The officer's answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from fazhi_tui.domain.answers import BLANK, answer_changes
from fazhi_tui.domain.assessment import Assessment, Sheet
from fazhi_tui.domain.log.events import Event
from fazhi_tui.domain.log.folding.handler import Handler
from fazhi_tui.domain.log.folding.sheets import with_sheet


def _answered(assessment: Assessment, event: Event) -> Assessment:
    # A form read in is one event with thousands of answers: a sheet is copied once, not with each of them.
    by_sheet: dict[tuple[str, str], list[Mapping[str, Any]]] = {}
    for change in event.payload["changes"]:
        by_sheet.setdefault((change["checklist"], change["object"]), []).append(change)
    for place, changes in by_sheet.items():
        sheet = assessment.sheet(*place)
        if sheet is not None:
            assessment = with_sheet(assessment, sheet, _with_answers(sheet, changes, event))
    return assessment


def _with_answers(sheet: Sheet, changes: Sequence[Mapping[str, Any]], event: Event) -> Sheet:
    answers = dict(sheet.answers)
    for change in changes:
        before = answers.get(change["item"], BLANK)
        answers[change["item"]] = answer_changes(before, change, at=event.at, actor=event.actor)
    return replace(sheet, answers=answers)


HANDLERS: dict[str, Handler] = {"answered": _answered}

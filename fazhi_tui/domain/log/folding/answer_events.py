"""The officer's answers."""

from __future__ import annotations

from dataclasses import replace

from fazhi_tui.domain.answers import answer_changes
from fazhi_tui.domain.assessment import Assessment
from fazhi_tui.domain.log.events import Event
from fazhi_tui.domain.log.folding.handler import Handler
from fazhi_tui.domain.log.folding.sheets import with_sheet


def _answered(assessment: Assessment, event: Event) -> Assessment:
    for change in event.payload["changes"]:
        sheet = assessment.sheet(change["checklist"], change["object"])
        if sheet is None:
            continue
        answer = answer_changes(sheet.answer(change["item"]), change, at=event.at, actor=event.actor)
        answers = {**sheet.answers, change["item"]: answer}
        assessment = with_sheet(assessment, sheet, replace(sheet, answers=answers))
    return assessment


HANDLERS: dict[str, Handler] = {"answered": _answered}

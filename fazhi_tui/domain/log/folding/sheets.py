"""A sheet put in the place of another."""

from __future__ import annotations

from dataclasses import replace

from fazhi_tui.domain.assessment import Assessment, Sheet
from fazhi_tui.domain.unit import UNIT


def with_sheet(assessment: Assessment, old: Sheet, new: Sheet) -> Assessment:
    """The assessment with a sheet changed; 本单位 begins to be kept with its first change."""
    for at, sheet in enumerate(assessment.sheets):
        if sheet.checklist == old.checklist and sheet.object == old.object:
            sheets = (*assessment.sheets[:at], new, *assessment.sheets[at + 1 :])
            return replace(assessment, sheets=sheets)
    if old.kind != UNIT:
        return assessment
    return replace(assessment, sheets=(*assessment.sheets, new))

"""A sheet put in the place of another."""

from __future__ import annotations

from dataclasses import replace

from fazhi_tui.domain.assessment import Assessment, Sheet
from fazhi_tui.domain.unit import UNIT


def with_sheet(assessment: Assessment, old: Sheet, new: Sheet) -> Assessment:
    """The assessment with a sheet changed; 本单位 begins to be kept with its first change."""
    key = (old.checklist, old.object)
    if any((s.checklist, s.object) == key for s in assessment.sheets):
        sheets = tuple(new if (s.checklist, s.object) == key else s for s in assessment.sheets)
        return replace(assessment, sheets=sheets)
    if old.kind != UNIT:
        return assessment
    return replace(assessment, sheets=(*assessment.sheets, new))

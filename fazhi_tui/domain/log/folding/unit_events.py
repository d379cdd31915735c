"""The unit, its checklists, its sheets and its local figures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from fazhi_tui.domain.adoption import Unconfirmed, with_unconfirmed
from fazhi_tui.domain.assessment import Assessment, Sheet
from fazhi_tui.domain.log.events import Event
from fazhi_tui.domain.log.folding.handler import Handler
from fazhi_tui.domain.log.folding.sheets import with_sheet
from fazhi_tui.domain.reckoning.params import Param
from fazhi_tui.domain.rectifying.rectification import renamed
from fazhi_tui.domain.scheme import scheme_from


def _created(assessment: Assessment, event: Event) -> Assessment:
    data = event.payload
    return replace(
        assessment,
        id=data["id"],
        unit=data["unit"],
        year=data["year"],
        kind=data["kind"],
        round=data["round"],
        flags=frozenset(data["flags"]),
        is_demo=data.get("demo", False),
        created_at=event.at,
    )


def _profile_changed(assessment: Assessment, event: Event) -> Assessment:
    return replace(assessment, flags=frozenset(event.payload["flags"]))


def _adopted(assessment: Assessment, event: Event) -> Assessment:
    pairs = tuple((c["id"], c["version"]) for c in event.payload["checklists"])
    reworded = [Unconfirmed(**data) for data in event.payload.get("unconfirmed", [])]
    since = {(u.checklist, u.item): len(assessment.submissions) for u in reworded}
    return replace(
        with_unconfirmed(assessment, reworded),
        reworded={**assessment.reworded, **since},
        adopted=pairs,
        checklists_digest=event.payload["digest"],
        scheme=scheme_from(event.payload.get("scheme")),
    )


def _sheet_added(assessment: Assessment, event: Event) -> Assessment:
    data = event.payload
    sheet = Sheet(data["checklist"], data["object"], data["kind"], data.get("role", ""))
    absent = {key: why for key, why in assessment.absent.items() if key != (sheet.checklist, sheet.kind)}
    return replace(assessment, sheets=(*assessment.sheets, sheet), absent=absent)


def _sheet_renamed(assessment: Assessment, event: Event) -> Assessment:
    data = event.payload
    sheet = assessment.sheet(data["checklist"], data["object"])
    if sheet is None:
        return assessment
    every = renamed(assessment.rectifications, data["checklist"], data["object"], data["to"])
    with_name = with_sheet(assessment, sheet, replace(sheet, object=data["to"]))
    names = _names(assessment.renamed, data["checklist"], data["object"], data["to"])
    return replace(with_name, rectifications=every, renamed=names)


def _names(
    names: Mapping[tuple[str, str], str], checklist: str, old: str, new: str
) -> dict[tuple[str, str], str]:
    """Every former name with the present one, which is none of them."""
    led = {key: new if (key[0], name) == (checklist, old) else name for key, name in names.items()}
    led[checklist, old] = new
    led.pop((checklist, new), None)
    return led


def _sheet_removed(assessment: Assessment, event: Event) -> Assessment:
    gone = (event.payload["checklist"], event.payload["object"])
    kept = tuple(s for s in assessment.sheets if (s.checklist, s.object) != gone)
    out = tuple(s for s in assessment.sheets if (s.checklist, s.object) == gone)
    return replace(assessment, sheets=kept, removed=(*assessment.removed, *out))


def _absent_declared(assessment: Assessment, event: Event) -> Assessment:
    data = event.payload
    return replace(
        assessment, absent={**assessment.absent, (data["checklist"], data["kind"]): data["reason"]}
    )


def _param_set(assessment: Assessment, event: Event) -> Assessment:
    data = event.payload
    params = {**assessment.params, data["id"]: Param(data["value"], data["source"])}
    return replace(assessment, params={id: param for id, param in params.items() if param.value})


def _dept_assigned(assessment: Assessment, event: Event) -> Assessment:
    departments = dict(assessment.departments)
    for stage in event.payload["stages"]:
        departments[stage["checklist"], stage["stage"]] = stage["department"]
    return replace(assessment, departments={key: name for key, name in departments.items() if name})


HANDLERS: dict[str, Handler] = {
    "created": _created,
    "profile_changed": _profile_changed,
    "adopted": _adopted,
    "sheet_added": _sheet_added,
    "sheet_renamed": _sheet_renamed,
    "sheet_removed": _sheet_removed,
    "absent_declared": _absent_declared,
    "param_set": _param_set,
    "dept_assigned": _dept_assigned,
}

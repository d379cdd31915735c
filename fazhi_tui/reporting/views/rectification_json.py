"""What is done about a gap, as JSON."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from fazhi_tui.domain.answers import evidence_as_data
from fazhi_tui.domain.rectifying.ledger import Entry
from fazhi_tui.domain.rectifying.rectification import Request
from fazhi_tui.domain.rectifying.repeats import Repeat


def rectification_data(entry: Entry) -> dict[str, Any] | None:
    """The recorded rectification; None while nothing is recorded."""
    known = entry.rectification
    if not entry.is_recorded:
        return None
    return {
        "status": known.status,
        "measure": known.measure,
        "leader": known.leader,
        "department": known.department,
        "person": known.person,
        "due": known.due or None,
        "type": known.pace,
        "progress": [asdict(progress) for progress in known.progress],
        "extensions": [asdict(extension) for extension in known.extensions],
        "requests": [_request(request) for request in known.requests],
        "judgements": [asdict(judgement) for judgement in known.judgements],
    }


def repeat_data(repeat: Repeat | None) -> dict[str, Any] | None:
    """Which time it is and the former years; None where it is the first."""
    if repeat is None:
        return None
    return {"times": repeat.times, "years": list(repeat.years), "text": repeat.text}


def _request(request: Request) -> dict[str, Any]:
    return {
        "id": request.id,
        "proof": evidence_as_data(request.proof),
        "at": request.at,
        "actor": request.actor,
    }

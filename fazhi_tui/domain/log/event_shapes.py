"""What the payload of each kind of event is made of, for events that come from elsewhere.

What is recorded here is made by `decide` and fits. A field this version does not know may stand beside
those it knows.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from datetime import date
from fractions import Fraction
from itertools import pairwise
from typing import Any

from fazhi_tui.domain.answers import Opinion
from fazhi_tui.domain.rectifying.manual_gap import SOURCES
from fazhi_tui.domain.rectifying.rectification import Pace
from fazhi_tui.domain.unit import FLAGS, OBJECT_KINDS, OWN, ROLES, UNIT, UNIT_KINDS
from fazhi_tui.domain.verdict import SCALED, Verdict

TEXT_LIMIT = 20_000
_LINE_LIMIT = 500
_HASH = re.compile(r"[0-9a-f]{64}")
# Long figures would cost time to reckon with, and nobody writes them.
_FRACTION = re.compile(r"[0-9]{1,12}(/[1-9][0-9]{0,11})?")
_FULL = 100

Fits = Callable[[Any], bool]
Shape = Mapping[str, Fits]


def misfit(kind: str, payload: Mapping[str, Any]) -> str:
    """The first field of a payload that does not fit its kind; empty where all do.

    A field written with ? in its shape may be absent.
    """
    return _misfit(SHAPES.get(kind, {}), payload)


def _misfit(shape: Shape, data: Mapping[str, Any]) -> str:
    for written, fits in shape.items():
        name = written.rstrip("?")
        if (name not in data and name == written) or (name in data and not fits(data[name])):
            return name
    return ""


def _record(shape: Shape) -> Fits:
    return lambda value: isinstance(value, dict) and not _misfit(shape, value)


def _each(fits: Fits, *, least: int = 0) -> Fits:
    return lambda value: isinstance(value, list) and len(value) >= least and all(map(fits, value))


def _mapping(fits: Fits) -> Fits:
    return lambda value: isinstance(value, dict) and all(map(fits, value.values()))


def _one_of(words: Collection[str]) -> Fits:
    return lambda value: isinstance(value, str) and value in words


def _or_none(fits: Fits) -> Fits:
    return lambda value: value is None or fits(value)


def _text(value: object) -> bool:
    return isinstance(value, str) and len(value) <= TEXT_LIMIT


def _line(value: object) -> bool:
    return isinstance(value, str) and len(value) <= _LINE_LIMIT and "\n" not in value


def _name(value: object) -> bool:
    return _line(value) and bool(value) and value != OWN


def _flag(value: object) -> bool:
    return isinstance(value, bool)


def _whole(value: object) -> bool:
    return type(value) is int and 0 <= value <= 10**9


def _hash(value: object) -> bool:
    return isinstance(value, str) and bool(_HASH.fullmatch(value))


def _gap(value: object) -> bool:
    """A manual gap's id alone, or checklist, object and item."""
    return _each(_line)(value) and isinstance(value, list) and len(value) in {1, 3}


def _day(value: object) -> bool:
    try:
        return isinstance(value, str) and date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _day_or_none(value: object) -> bool:
    return value == "" or _day(value)


def _fraction(value: object) -> bool:
    return isinstance(value, str) and bool(_FRACTION.fullmatch(value))


def _scale(value: object) -> bool:
    return _each(_fraction)(value) and isinstance(value, list) and len(value) == len(SCALED)


def _band(value: object) -> bool:
    return isinstance(value, list) and len(value) == 2 and _fraction(value[0]) and _name(value[1])


def _bands(value: object) -> bool:
    if not isinstance(value, list) or not value or not all(map(_band, value)):
        return False
    limits = [Fraction(limit) for limit, _ in value]
    return limits[0] <= _FULL and limits[-1] == 0 and all(a > b for a, b in pairwise(limits))


_FLAGS = _each(_one_of(FLAGS))
_VERDICT = _or_none(_one_of(tuple(Verdict)))
_KIND = _one_of([kind for kind in OBJECT_KINDS if kind != UNIT])
_ITEM: Shape = {"checklist": _line, "object": _line, "item": _line}
_EVIDENCE: Shape = {"title": _line, "number": _line, "date": _line, "place": _line}
_SCHEME: Shape = {"scale": _or_none(_scale), "weights": _mapping(_fraction), "bands": _bands}
_REWORDED: Shape = {"checklist": _line, "item": _line, "was_asked": _text}
_CHANGE: Shape = {
    **_ITEM,
    "verdict?": _VERDICT,
    "note?": _text,
    "facts?": _mapping(_line),
    "evidence?": _each(_record(_EVIDENCE)),
    "doubt?": _flag,
}
_REVIEW: Shape = {
    **_ITEM,
    "opinion": _one_of(tuple(Opinion)),
    "verdict?": _VERDICT,
    "text": _text,
    "judged": _line,
}
_STAGE: Shape = {"checklist": _line, "stage": _line, "department": _line}
_MANUAL: Shape = {
    "problem": _text,
    "basis": _text,
    "source": _one_of(SOURCES),
    "checklist": _line,
    "stage": _line,
}
_STEP: Shape = {
    "gap": _gap,
    "measure?": _text,
    "leader?": _line,
    "department?": _line,
    "person?": _line,
    "due?": _day_or_none,
    "pace?": _one_of(("", *Pace)),
    "progress?": _record({"date": _day, "text": _text}),
    "extension?": _record({"due": _day, "reason": _text}),
    "request?": _each(_record(_EVIDENCE), least=1),
}
_JUDGEMENT: Shape = {
    "gap": _gap,
    "judged": _hash,
    "closes": _flag,
    "opinion": _text,
    "checked": _text,
    "how": _text,
}
_MOVE: Shape = {"without_review?": _flag, "text?": _text}
SHAPES: dict[str, Shape] = {
    "created": {
        "id": _name,
        "unit": _name,
        "year": _whole,
        "kind": _one_of(UNIT_KINDS),
        "round": _line,
        "flags": _FLAGS,
        "demo?": _flag,
    },
    "profile_changed": {"flags": _FLAGS},
    "adopted": {
        "digest": _hash,
        "checklists": _each(_record({"id": _line, "version": _line}), least=1),
        "scheme?": _or_none(_record(_SCHEME)),
        "unconfirmed?": _each(_record(_REWORDED)),
    },
    "sheet_added": {"checklist": _line, "object": _name, "kind": _KIND, "role?": _one_of(("", *ROLES))},
    "sheet_renamed": {"checklist": _line, "object": _name, "to": _name},
    "sheet_removed": {"checklist": _line, "object": _name},
    "absent_declared": {"checklist": _line, "kind": _KIND, "reason": _text},
    # An empty value takes the figure out again.
    "param_set": {"id": _line, "value": _line, "source": _text},
    "dept_assigned": {"stages": _each(_record(_STAGE))},
    "answered": {"changes": _each(_record(_CHANGE))},
    "reviewed": {"reviews": _each(_record(_REVIEW))},
    "gap_added": {"id": _name, **_MANUAL},
    "gap_changed": {"id": _name, **{f"{name}?": fits for name, fits in _MANUAL.items()}},
    "gap_withdrawn": {"id": _name, "reason": _text},
    "rectified": {"steps": _each(_record(_STEP))},
    "closing_judged": {"judgements": _each(_record(_JUDGEMENT))},
    "submitted": {**_MOVE, "former?": _mapping(_each(_whole, least=1))},
    "recalled": _MOVE,
    "returned": _MOVE,
    "finalised": _MOVE,
    "undo": {"target": _whole},
    "redo": {"target": _whole},
}

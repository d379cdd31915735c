"""Local figures (地方参数): what the checklists leave to the place, and what the unit has filled in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from fazhi_tui.errors import BadInputError

PARAM_TYPES = ("number", "date")


@dataclass(frozen=True, slots=True)
class ParamSpec:
    """A figure a checklist asks the unit for; `type` is number or date."""

    id: str
    label: str
    type: str


@dataclass(frozen=True, slots=True)
class Param:
    """What the unit filled in: a decimal number or an ISO date, and the local text it stands in."""

    value: str
    source: str


def each_once(specs: Iterable[ParamSpec]) -> tuple[ParamSpec, ...]:
    """The parameters in order; one that two checklists ask for is one parameter."""
    first: dict[str, ParamSpec] = {}
    for spec in specs:
        first.setdefault(spec.id, spec)
    return tuple(first.values())


def find_param(specs: Sequence[ParamSpec], name: str) -> ParamSpec:
    """The parameter with this id or label; an id wins.

    Raises:
        BadInputError: none or several have it.
    """
    found = [s for s in specs if s.id == name] or [s for s in specs if s.label == name]
    if len(found) == 1:
        return found[0]
    if not specs:
        raise BadInputError("这次自查的清单没有地方参数。", "不用填写。")
    known = "、".join(f"{s.label}（{s.id}）" for s in specs)
    problem = f"有几个地方参数叫“{name}”。" if found else f"没有地方参数“{name}”。"
    raise BadInputError(problem, f"可写：{known}。")

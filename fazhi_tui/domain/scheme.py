"""How an assessment is scored: factors of the verdicts, weights of the checklists, bands.

No law gives any of these figures; a unit may set its own (`scoring.toml`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from fazhi_tui.domain.checklist import Checklist

BANDS = ((Fraction(90), "优秀"), (Fraction(80), "良好"), (Fraction(60), "合格"), (Fraction(0), "不合格"))


@dataclass(frozen=True, slots=True)
class Scheme:
    """`scale` None leaves each checklist its own; a checklist without weight has 1; `bands` fall to 0."""

    scale: tuple[Fraction, ...] | None = None
    weights: Mapping[str, Fraction] = field(default_factory=dict)
    bands: tuple[tuple[Fraction, str], ...] = BANDS

    def scale_of(self, checklist: Checklist) -> tuple[Fraction, ...]:
        """The factors of 落实, 部分落实, 流于形式 and 未落实 in a checklist."""
        return self.scale or checklist.scale

    def weight_of(self, checklist: str) -> Fraction:
        """A checklist's weight in the assessment's score."""
        return self.weights.get(checklist, Fraction(1))

    def band(self, value: Fraction) -> str:
        """The band a score lies in."""
        return next(name for limit, name in self.bands if value >= limit)


STANDARD = Scheme()


def scheme_data(scheme: Scheme) -> dict[str, Any]:
    """The recorded form; fractions as texts, exact."""
    return {
        "scale": None if scheme.scale is None else [str(f) for f in scheme.scale],
        "weights": {id: str(weight) for id, weight in sorted(scheme.weights.items())},
        "bands": [[str(limit), name] for limit, name in scheme.bands],
    }


def scheme_from(data: Mapping[str, Any] | None) -> Scheme:
    """A scheme out of its recorded form; none recorded is the standard one.

    Raises:
        ValueError, TypeError, KeyError, AttributeError: the recorded form does not fit.
    """
    if data is None:
        return STANDARD
    scale = data["scale"]
    return Scheme(
        scale=None if scale is None else tuple(Fraction(f) for f in scale),
        weights={id: Fraction(weight) for id, weight in data["weights"].items()},
        bands=tuple((Fraction(limit), str(name)) for limit, name in data["bands"]),
    )

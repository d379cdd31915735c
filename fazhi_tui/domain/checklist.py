"""A checklist: the obligations of one topic, as data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Literal

from fazhi_tui.domain.law.citation import Citation, Law
from fazhi_tui.domain.reckoning.params import ParamSpec
from fazhi_tui.domain.reckoning.rule import Rule
from fazhi_tui.domain.verdict import Verdict

Force = Literal["应当", "不得", "可以"]
FORCES: tuple[Force, ...] = ("应当", "不得", "可以")
FACT_TYPES = ("date", "number", "yes")
DEFAULT_SCALE = (Fraction(1), Fraction(1, 2), Fraction(1, 4), Fraction(0))


@dataclass(frozen=True, slots=True)
class FactSpec:
    """A typed value an item asks for.

    `type` is date, number or yes, or time: a date that a rule in hours asks with the hour.
    """

    id: str
    label: str
    type: str


@dataclass(frozen=True, slots=True)
class Item:
    """One question an officer can answer, with what the law says and what to do when it falls short.

    `points` is None on advice and on red lines; `kinds`, `roles` and `needs` are empty for “all”.
    """

    id: str
    question: str
    force: Force
    points: Fraction | None
    cites: tuple[Citation, ...]
    gap: str
    remedy: str
    applies: str = ""
    kinds: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    guidance: str = ""
    evidence: tuple[str, ...] = ()
    redline: bool = False
    facts: tuple[FactSpec, ...] = ()
    rule: Rule | None = None
    replaces: bool = False

    @property
    def is_advice(self) -> bool:
        """Whether it is 可以: shown, never scored, never open."""
        return self.force == "可以"

    @property
    def is_local(self) -> bool:
        """Whether the unit has put it in the place of the shipped item with its id."""
        return self.replaces


@dataclass(frozen=True, slots=True)
class Stage:
    """A step of the topic; `object` says what kind of thing it is checked against."""

    id: str
    title: str
    object: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two answers that exclude each other: the first item's verdict and the second's, and why in words."""

    items: tuple[str, str]
    verdicts: tuple[Verdict, Verdict]
    say: str


@dataclass(frozen=True, slots=True)
class Checklist:
    """The obligations of one topic, in file order."""

    id: str
    title: str
    version: str
    checked: date
    laws: tuple[Law, ...]
    stages: tuple[Stage, ...]
    scale: tuple[Fraction, ...] = DEFAULT_SCALE
    history: tuple[tuple[str, str], ...] = ()
    params: tuple[ParamSpec, ...] = ()
    contradicts: tuple[Contradiction, ...] = ()

    def items(self) -> Iterator[tuple[Stage, Item]]:
        """Every item with its stage, in file order."""
        for stage in self.stages:
            for item in stage.items:
                yield stage, item

    def object_kinds(self) -> tuple[str, ...]:
        """The kinds of object its stages are checked against, in file order."""
        return tuple(dict.fromkeys(stage.object for stage in self.stages))

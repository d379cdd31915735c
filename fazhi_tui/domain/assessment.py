"""One unit's self-check of one year, as its log has made it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from fazhi_tui.domain.answers import BLANK, Answer, Review
from fazhi_tui.domain.reckoning.params import Param
from fazhi_tui.domain.rectifying.manual_gap import ManualGap
from fazhi_tui.domain.rectifying.rectification import GapKey, Rectification
from fazhi_tui.domain.scheme import STANDARD, Scheme
from fazhi_tui.domain.unit import OWN, UNIT


class State(StrEnum):
    """Where the self-check stands; the value is the word on screen."""

    FILLING = "填报中"
    SUBMITTED = "送审"
    RETURNED = "退回"
    FINAL = "定稿"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A checklist's stages of one object kind, answered for one object."""

    checklist: str
    object: str
    kind: str
    role: str = ""
    answers: Mapping[str, Answer] = field(default_factory=dict)
    reviews: Mapping[str, Review] = field(default_factory=dict)

    def answer(self, item: str) -> Answer:
        """The answer to an item, blank if there is none."""
        return self.answers.get(item, BLANK)


def own_sheet(checklist: str) -> Sheet:
    """The sheet of the unit itself, which needs no adding."""
    return Sheet(checklist, OWN, UNIT)


@dataclass(frozen=True, slots=True)
class Assessment:
    """The fold of a log.

    `adopted` pairs checklist ids with versions in their order; `sheets` are in the order they were added;
    `absent` maps (checklist, object kind) declared 本年无 to the reason; `params` are the local figures
    filled in, by id; `departments` maps (checklist, stage) to the 科室 it is assigned to; `manual_gaps`
    are by id, the withdrawn ones among them; `rectifications` are what was recorded about gaps.
    `removed` are sheets taken out, with what was said on them; `renamed` leads from a sheet's former names
    to its present one. `submission` is the hash of the submission that is before the adviser, empty for
    none; `returned_for` is what the adviser wrote when giving it back. `former` are the years in which an
    item had a gap before, by its id, as the last submission knew them; None before the first.
    `submissions` are the hashes of all submissions so far; `reworded` says of a (checklist, item) asked in
    other words since how many of them had been made by then.
    """

    id: str = ""
    unit: str = ""
    year: int = 0
    kind: str = ""
    round: str = ""
    flags: frozenset[str] = frozenset()
    is_demo: bool = False
    created_at: str = ""
    adopted: tuple[tuple[str, str], ...] = ()
    checklists_digest: str = ""
    scheme: Scheme = STANDARD
    sheets: tuple[Sheet, ...] = ()
    absent: Mapping[tuple[str, str], str] = field(default_factory=dict)
    params: Mapping[str, Param] = field(default_factory=dict)
    departments: Mapping[tuple[str, str], str] = field(default_factory=dict)
    manual_gaps: Mapping[str, ManualGap] = field(default_factory=dict)
    rectifications: Mapping[GapKey, Rectification] = field(default_factory=dict)
    state: State = State.FILLING
    without_review: bool = False
    removed: tuple[Sheet, ...] = ()
    renamed: Mapping[tuple[str, str], str] = field(default_factory=dict)
    submission: str = ""
    returned_for: str = ""
    former: Mapping[str, tuple[int, ...]] | None = None
    submissions: tuple[str, ...] = ()
    reworded: Mapping[tuple[str, str], int] = field(default_factory=dict)
    last_at: str = ""
    last_actor: str = ""

    def sheet(self, checklist: str, name: str) -> Sheet | None:
        """The sheet of an object; 本单位 is always there."""
        for sheet in self.sheets:
            if sheet.checklist == checklist and sheet.object == name:
                return sheet
        return own_sheet(checklist) if name == OWN else None

    @property
    def has_reviews(self) -> bool:
        """Whether the adviser has recorded anything on an answer."""
        return any(sheet.reviews for sheet in (*self.sheets, *self.removed))

    @property
    def title(self) -> str:
        """Unit and year as shown, with the round where there is one."""
        return f"{self.unit} {self.year}" + (f" {self.round}" if self.round else "")

"""What is done about a gap: who answers for it, how far it has come, whether it is closed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from fazhi_tui.domain.answers import Evidence

GapKey = tuple[str, ...]
"""Which gap: checklist id, object name and item id; for a manual one its id alone."""


class Pace(StrEnum):
    """How a gap is put right; the value is the word on screen."""

    AT_ONCE = "立行立改"
    STAGED = "分阶段"
    LASTING = "持续"


class Status(StrEnum):
    """How far the rectification of a gap has come; the value is the word on screen."""

    OPEN = "未整改"
    UNDER_WAY = "整改中"
    REQUESTED = "申请销号"
    CLOSED = "已销号"
    SENT_BACK = "退回整改"


@dataclass(frozen=True, slots=True)
class Progress:
    """What was done by a day, which is an ISO date."""

    date: str
    text: str
    at: str
    actor: str


@dataclass(frozen=True, slots=True)
class Extension:
    """A 延期: the due date it was, the one it became, and why."""

    former: str
    due: str
    reason: str
    at: str
    actor: str


@dataclass(frozen=True, slots=True)
class Request:
    """A 申请销号; `id` is the hash of its event, by which the adviser's judgement names it."""

    id: str
    proof: tuple[Evidence, ...]
    at: str
    actor: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """The adviser's answer to one request: 销号, with what was checked and how, or a return."""

    judged: str
    closes: bool
    opinion: str
    checked: str
    how: str
    at: str
    actor: str


@dataclass(frozen=True, slots=True)
class Rectification:
    """One line of the ledger; `due` is an ISO date, empty for none."""

    measure: str = ""
    leader: str = ""
    department: str = ""
    person: str = ""
    due: str = ""
    pace: Pace | None = None
    progress: tuple[Progress, ...] = ()
    extensions: tuple[Extension, ...] = ()
    requests: tuple[Request, ...] = ()
    judgements: tuple[Judgement, ...] = ()

    @property
    def standing(self) -> Judgement | None:
        """The adviser's last judgement of the last request; None while that waits for one."""
        if not self.requests:
            return None
        last = self.requests[-1].id
        return next((j for j in reversed(self.judgements) if j.judged == last), None)

    @property
    def status(self) -> Status:
        """How far it has come; a plan without a measure and without progress is still 未整改."""
        if self.requests:
            judgement = self.standing
            if judgement is None:
                return Status.REQUESTED
            return Status.CLOSED if judgement.closes else Status.SENT_BACK
        return Status.UNDER_WAY if self.measure or self.progress else Status.OPEN


BLANK = Rectification()


def key_text(key: GapKey) -> str:
    """A gap's key as people write it: zhongda-juece/文旅规划/zdjc-15-qixian."""
    return "/".join(key)


def renamed(
    every: Mapping[GapKey, Rectification], checklist: str, old: str, new: str
) -> dict[GapKey, Rectification]:
    """All rectifications after a sheet's object got another name."""
    moved = {(checklist, new, *key[2:]): kept for key, kept in every.items() if key[:2] == (checklist, old)}
    return {**{key: kept for key, kept in every.items() if key[:2] != (checklist, old)}, **moved}

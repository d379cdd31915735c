"""Steps of a rectification on an assessment without a disk."""

from __future__ import annotations

from datetime import date
from typing import Any

from fazhi_tui.domain.answers import Evidence
from fazhi_tui.domain.log.events import Lane
from fazhi_tui.domain.rectifying import closing, gap_entry
from fazhi_tui.domain.rectifying.ledger import Entry, ledger
from fazhi_tui.domain.rectifying.rectification import GapKey, Rectification
from fazhi_tui.domain.rectifying.rectify import Step, rectify
from fazhi_tui.domain.rectifying.repeats import NO_REPEATS, Repeats
from fazhi_tui.domain.verdict import Verdict
from tests.journal import Journal

KEY = ("juece", "本单位", "u-1")
PROOF = (Evidence("补审意见书", "越文广旅〔2024〕3号", "2024-04-20", "法规科"),)
MANUAL = {"problem": "2023年第3号案卷没有审核意见。", "basis": "《行政处罚法》第五十八条", "source": "督察"}


def short(*, final: bool = False) -> Journal:
    """An assessment that falls short of one item, 定稿 where asked."""
    journal = Journal()
    journal.say(*KEY, Verdict.MISSING)
    if final:
        finalise(journal)
    return journal


def finalise(journal: Journal) -> None:
    """Submit, and let the adviser finalise."""
    event = journal.move("submitted")
    assert event.lane is Lane.OFFICER
    journal.move("finalised", Lane.ADVISER)


def do(journal: Journal, key: GapKey = KEY, **fields: Any) -> None:  # noqa: ANN401 - any fields of a step
    """Record what changes about a gap."""
    wish = rectify(journal.assessment, journal.board, [Step(key, **fields)])
    assert wish is not None
    journal.record(wish)


def request(journal: Journal, key: GapKey = KEY) -> None:
    """Write a measure and ask to close."""
    do(journal, key, measure="补审", request=PROOF)


def close(journal: Journal, key: GapKey = KEY, **said: str) -> None:
    """The adviser closes."""
    said = {"checked": "新立的案卷均有审核意见", "how": "调卷3件", **said}
    journal.record(closing.close(journal.assessment, key, **said), Lane.ADVISER)


def send_back(journal: Journal, key: GapKey = KEY, opinion: str = "只有通知，没有案卷。") -> None:
    """The adviser returns the request."""
    journal.record(closing.send_back(journal.assessment, key, opinion=opinion), Lane.ADVISER)


def add(journal: Journal, **fields: str) -> str:
    """Enter a manual gap; returns its id."""
    wish = gap_entry.add_gap(journal.assessment, journal.library.checklists, {**MANUAL, **fields})
    journal.record(wish)
    return str(wish[1]["id"])


def entries(journal: Journal, *, repeats: Repeats = NO_REPEATS, day: date | None = None) -> tuple[Entry, ...]:
    """The ledger."""
    return ledger(journal.assessment, journal.board, repeats=repeats, day=day)


def known(journal: Journal, key: GapKey = KEY) -> Rectification:
    """What is recorded about a gap."""
    return journal.assessment.rectifications[key]

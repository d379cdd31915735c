"""An assessment without a disk, for the tests of what is made of its log."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any

from fazhi_tui.domain import decide
from fazhi_tui.domain.answers import Opinion
from fazhi_tui.domain.assessment import Assessment
from fazhi_tui.domain.filling import answering
from fazhi_tui.domain.filling.answering import Change
from fazhi_tui.domain.log.events import Event, Lane, Log, check_code, next_event
from fazhi_tui.domain.log.fold import fold
from fazhi_tui.domain.log.permission import require
from fazhi_tui.domain.log.undoing import redo, undo
from fazhi_tui.domain.log.wish import Wish
from fazhi_tui.domain.rows import Board, board
from fazhi_tui.domain.verdict import Verdict
from fazhi_tui.loading.checklists.checklist_files import Library
from tests.samples import SAMPLE, START


@dataclass(slots=True)
class Journal:
    """An assessment without a disk: the same steps a session takes, kept in memory."""

    library: Library = SAMPLE
    unit: str = "越城区文化广电旅游局"
    year: int = 2023
    kind: str = "部门"
    flags: tuple[str, ...] = ("执法权",)
    round: str = ""
    is_demo: bool = False
    log: Log = field(default_factory=Log)
    ticks: int = 0

    def __post_init__(self) -> None:
        kind, payload = decide.create(
            unit=self.unit,
            year=self.year,
            kind=self.kind,
            round_=self.round,
            flags=self.flags,
            is_demo=self.is_demo,
        )
        self._append(Lane.OFFICER, (kind, {**payload, "id": "样本"}))
        self._append(Lane.OFFICER, decide.adopt(self.library.checklists, self.library.digest))

    @property
    def assessment(self) -> Assessment:
        """The fold of the log."""
        return fold(self.log)

    @property
    def board(self) -> Board:
        """The assessment's board."""
        return board(self.assessment, self.library.checklists)

    @property
    def check_code(self) -> str:
        """The check code of the log."""
        return check_code(self.log, self.assessment.checklists_digest)

    def record(self, wish: Wish, lane: Lane = Lane.OFFICER) -> Event:
        """Append what the state and the role allow."""
        require(self.assessment.state, lane, wish[0])
        return self._append(lane, wish)

    def answer(self, *changes: Change) -> Event:
        """Record changes that change something."""
        wish = answering.answer(self.board, changes)
        assert wish is not None
        return self.record(wish)

    def say(
        self, checklist: str, object: str, item: str, verdict: Verdict | None, note: str | None = None
    ) -> Event:
        """Record one verdict, with a note where one is given."""
        change = Change(checklist, object, item, verdict=verdict)
        return self.answer(change if note is None else replace(change, note=note))

    def add(self, checklist: str, name: str, *, kind: str = "", role: str = "") -> Event:
        """Add a sheet."""
        wish = decide.add_sheet(
            self.assessment, self.library.checklists, checklist, name, kind=kind, role=role
        )
        return self.record(wish)

    def absent(self, checklist: str, kind: str, reason: str) -> Event:
        """Declare 本年无."""
        return self.record(
            decide.declare_absent(self.assessment, self.library.checklists, checklist, kind, reason)
        )

    def undo(self, lane: Lane = Lane.OFFICER) -> Event:
        """Take back the lane's last step."""
        wish, step = undo(self.log.lane(lane))
        require(self.assessment.state, lane, step.kind)
        return self.record(wish, lane)

    def redo(self, lane: Lane = Lane.OFFICER) -> Event:
        """Take up again the step the lane took back last."""
        wish, step = redo(self.log.lane(lane))
        require(self.assessment.state, lane, step.kind)
        return self.record(wish, lane)

    def review(
        self,
        key: tuple[str, str, str],
        opinion: Opinion,
        verdict: Verdict | None = None,
        text: str = "",
    ) -> Event:
        """Record the adviser's review of the answer as it stands."""
        return self.record(review_wish(self.assessment, key, opinion, verdict, text), Lane.ADVISER)

    def move(self, kind: str, lane: Lane = Lane.OFFICER, **payload: object) -> Event:
        """Submit, recall, return or finalise."""
        return self.record((kind, payload), lane)

    def _append(self, lane: Lane, wish: Wish) -> Event:
        at = (START + timedelta(minutes=self.ticks)).isoformat(timespec="seconds")
        self.ticks += 1
        actor = "张某" if lane is Lane.OFFICER else "李律师"
        event = next_event(self.log, lane, kind=wish[0], payload=wish[1], at=at, actor=actor)
        self.log = self.log.with_event(event)
        return event


def review_wish(
    assessment: Assessment,
    key: tuple[str, str, str],
    opinion: Opinion,
    verdict: Verdict | None = None,
    text: str = "",
) -> Wish:
    """A review of the answer as it stands, in its recorded form."""
    checklist, name, item = key
    sheet = assessment.sheet(checklist, name)
    assert sheet is not None
    review = {
        "checklist": checklist,
        "object": name,
        "item": item,
        "opinion": opinion.value,
        "verdict": verdict.value if verdict else None,
        "text": text,
        "judged": sheet.answer(item).fingerprint,
    }
    return "reviewed", {"reviews": [review]}


def fill(journal: Journal, verdict: Verdict = Verdict.DONE) -> None:
    """Answer every open item of every sheet."""
    changes = [Change(*row.key, verdict=verdict) for row in journal.board.rows() if row.is_open]
    journal.answer(*changes)


def keys(rows: Sequence[Any]) -> list[str]:
    """The item ids of rows or gaps."""
    return [getattr(r, "row", r).item.id for r in rows]

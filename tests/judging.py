"""An assessment on its way between officer and adviser, as a session would take it there."""

from __future__ import annotations

from fazhi_tui.domain.answers import Opinion
from fazhi_tui.domain.log.events import Event, Lane
from fazhi_tui.domain.log.permission import require
from fazhi_tui.domain.reviewing import submission
from fazhi_tui.domain.reviewing.review import Judgement, review
from fazhi_tui.domain.rows import Row
from fazhi_tui.domain.verdict import Verdict
from tests.journal import Journal, fill

Key = tuple[str, str, str]
U1, U2, RED = (("juece", "本单位", item) for item in ("u-1", "u-2", "u-red"))
M1 = ("juece", "规划", "m-1")


def answered(verdict: Verdict = Verdict.DONE) -> Journal:
    """Everything asked is answered and nothing submitted."""
    journal = Journal()
    journal.add("juece", "规划")
    journal.absent("zhifa", "case", "全年没有办案")
    journal.absent("zhifa", "person", "另表自查")
    fill(journal, verdict)
    return journal


def submitted(verdict: Verdict = Verdict.DONE) -> Journal:
    """Everything is answered and before the adviser."""
    journal = answered(verdict)
    submit(journal)
    return journal


def submit(journal: Journal) -> Event:
    """送审."""
    require(journal.assessment.state, Lane.OFFICER, "submitted")
    return journal.record(submission.submit(journal.board))


def judge(
    journal: Journal, key: Key, opinion: Opinion, text: str = "", verdict: Verdict | None = None
) -> Event:
    """One opinion that is new."""
    wish = review(journal.board, [Judgement(*key, opinion, verdict, text)])
    assert wish is not None
    return journal.record(wish, Lane.ADVISER)


def give_back(journal: Journal, text: str = "") -> Event:
    """退回."""
    require(journal.assessment.state, Lane.ADVISER, "returned")
    return journal.record(submission.give_back(journal.board, text), Lane.ADVISER)


def finalise(journal: Journal, lane: Lane = Lane.ADVISER, *, without_review: bool = False) -> Event:
    """定稿."""
    require(journal.assessment.state, lane, "finalised")
    has_adviser = bool(journal.log.adviser)
    wish = submission.finalise(journal.board, lane, without_review=without_review, has_adviser=has_adviser)
    return journal.record(wish, lane)


def row_of(journal: Journal, key: Key) -> Row:
    """The row as it stands."""
    return next(row for row in journal.board.rows() if row.key == key)

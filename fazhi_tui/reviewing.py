"""The verbs of submitting, reviewing and closing: every one of them has saved when it returns."""

from __future__ import annotations

from collections.abc import Iterable

from fazhi_tui.domain.reviewing.remarks import Remark, final_remarks, submission_remarks
from fazhi_tui.domain.reviewing.review import Judgement, review
from fazhi_tui.domain.reviewing.submission import finalise, give_back, recall, submit
from fazhi_tui.rectifying import Rectifying


class Reviewing(Rectifying):
    """An assessment on its way between officer and adviser."""

    def submit(self) -> tuple[Remark, ...]:
        """送审; returns what the adviser will ask about.

        Raises:
            RefusedError: not this side's or not in this state, or something is open; names all of it.
        """
        self._require_writable("submitted")
        self._record(submit(self.board, self.found_here))
        return submission_remarks(self.board, self.former.unread)

    def recall(self) -> None:
        """Take a submission back.

        Raises:
            RefusedError: not this side's, or nothing is submitted.
        """
        self._record(recall())

    def give_back(self, text: str = "") -> None:
        """退回 to the officer; without words only where items are returned with words of their own.

        Raises:
            RefusedError: not this side's, or nothing is submitted.
            BadInputError: there is no opinion at all.
        """
        self._require_writable("returned")
        self._record(give_back(self.board, text))

    def finalise(self, *, without_review: bool = False) -> tuple[Remark, ...]:
        """定稿; returns what it passes over.

        Raises:
            RefusedError: not this side's or not in this state, an item stands 退回, or something is open.
        """
        self._require_writable("finalised")
        has_adviser = bool(self.log.adviser)
        wish = finalise(self.board, self.lane, without_review=without_review, has_adviser=has_adviser)
        self._record(wish)
        return () if without_review else self.passed_over

    @property
    def passed_over(self) -> tuple[Remark, ...]:
        """What a 定稿 by the adviser would pass over as it stands."""
        return final_remarks(self.assessment, self.board)

    def review(self, judgements: Iterable[Judgement]) -> int:
        """Record opinions on answers as one step; returns how many are new.

        Raises:
            RefusedError: not this side's, or nothing is submitted.
            BadInputError: an opinion that does not fit its item; nothing is recorded.
        """
        self._require_writable("reviewed")
        wish = review(self.board, judgements)
        if wish is None:
            return 0
        self._record(wish)
        return len(wish[1]["reviews"])

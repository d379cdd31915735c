from __future__ import annotations

from fazhi_tui.domain.filling.phrases import FREQUENT, LAST, Phrases, phrases
from fazhi_tui.domain.log.events import Lane
from fazhi_tui.domain.rows import Row
from fazhi_tui.domain.verdict import Verdict
from tests.journal import Journal

OWN = ("juece", "本单位")


def _row(journal: Journal, id: str) -> Row:
    return next(row for row in journal.board.rows() if row.item.id == id)


def _phrases(journal: Journal, id: str = "u-1") -> Phrases:
    return phrases(journal.board, _row(journal, id), journal.log.lane(Lane.OFFICER))


def test_the_items_own_gap_wording_comes_first() -> None:
    assert _phrases(Journal()).own == ("u-1没有做到",)


def test_the_last_notes_come_newest_first_and_once() -> None:
    journal = Journal()
    journal.say(*OWN, "u-1", Verdict.PARTLY, "公示28日")
    journal.say(*OWN, "u-2", Verdict.PARTLY, "没有公布")
    journal.say(*OWN, "u-red", Verdict.PARTLY, "公示28日")
    assert _phrases(journal).last == ("公示28日", "没有公布")


def test_a_note_that_was_taken_back_is_not_offered() -> None:
    journal = Journal()
    journal.say(*OWN, "u-1", Verdict.PARTLY, "写错了的")
    journal.undo()
    assert _phrases(journal).last == ()


def test_a_cleared_note_is_not_offered() -> None:
    journal = Journal()
    journal.say(*OWN, "u-1", Verdict.PARTLY, "甲")
    journal.say(*OWN, "u-1", Verdict.PARTLY, "")
    assert _phrases(journal).last == ("甲",)


def test_no_more_than_the_last_thirty() -> None:
    journal = Journal()
    for number in range(LAST + 5):
        journal.say(*OWN, "u-1", Verdict.PARTLY, f"第{number}次")
    last = _phrases(journal).last
    assert len(last) == LAST
    assert last[0] == f"第{LAST + 4}次"


def test_what_falls_short_most_often_leads_the_gap_wordings() -> None:
    journal = Journal()
    for name in ("规划", "定价"):
        journal.add("juece", name)
        journal.say("juece", name, "m-2", Verdict.PARTLY)
    journal.say(*OWN, "u-2", Verdict.MISSING)
    frequent = _phrases(journal).frequent
    assert frequent == ("m-2没有做到", "u-2没有做到", "u-red没有做到")
    assert len(frequent) <= FREQUENT


def test_no_text_is_offered_twice() -> None:
    journal = Journal()
    journal.say(*OWN, "u-1", Verdict.PARTLY, "u-2没有做到")
    found = _phrases(journal)
    every = (*found.own, *found.frequent, *found.last)
    assert len(set(every)) == len(every)
    assert found.last == ()

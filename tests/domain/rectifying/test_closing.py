from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from fazhi_tui.domain.log.events import Lane, Log
from fazhi_tui.domain.log.fold import fold
from fazhi_tui.domain.rectifying import closing
from fazhi_tui.domain.rectifying.rectification import Status
from fazhi_tui.errors import BadInputError, RefusedError
from tests.journal import Journal
from tests.rectified import KEY, close, do, known, request, send_back, short


def _requested() -> Journal:
    journal = short(final=True)
    request(journal)
    return journal


def _merged(officer: Journal, adviser: Journal) -> Log:
    return Log(officer.log.officer, adviser.log.adviser)


def test_a_closing_says_what_was_checked_and_how_and_who_did_it() -> None:
    journal = _requested()
    close(journal, checked="3件案卷", how="调卷", opinion="可以")
    judgement = known(journal).standing
    assert judgement is not None
    assert (judgement.checked, judgement.how, judgement.opinion) == ("3件案卷", "调卷", "可以")
    assert (judgement.closes, judgement.actor) == (True, "李律师")
    assert known(journal).status is Status.CLOSED


@pytest.mark.parametrize("said", [{"checked": ""}, {"how": " "}])
def test_a_closing_without_a_check_of_its_effect_is_refused(said: dict[str, Any]) -> None:
    with pytest.raises(BadInputError, match="核查了什么、怎么核查"):
        close(_requested(), **said)


def test_a_return_needs_an_opinion() -> None:
    with pytest.raises(BadInputError, match="退回整改要写意见"):
        send_back(_requested(), opinion="")


def test_only_a_request_that_waits_is_judged() -> None:
    journal = short(final=True)
    for judge in (close, send_back):
        with pytest.raises(RefusedError, match="没有待审的销号申请"):
            judge(journal)
    request(journal)
    send_back(journal)
    with pytest.raises(RefusedError, match="退回整改"):
        close(journal)


def test_the_officer_cannot_close_nor_the_adviser_rectify() -> None:
    journal = _requested()
    wish = closing.close(journal.assessment, KEY, checked="案卷", how="调卷")
    with pytest.raises(RefusedError, match="由自评一方写"):
        journal.record(wish, Lane.OFFICER)
    with pytest.raises(RefusedError, match="由复核一方写"):
        journal.record(("rectified", {"steps": [{"gap": list(KEY), "leader": "李"}]}), Lane.ADVISER)


def test_nothing_is_closed_before_it_is_final() -> None:
    journal = short()
    request(journal)
    with pytest.raises(RefusedError, match="填报中"):
        close(journal)


def test_an_undone_closing_waits_again_and_an_undone_request_is_none() -> None:
    journal = _requested()
    close(journal)
    journal.undo(Lane.ADVISER)
    assert known(journal).status is Status.REQUESTED
    journal.undo()
    assert KEY not in journal.assessment.rectifications


def test_what_the_officer_adds_on_another_copy_does_not_unmake_a_closing() -> None:
    officer = _requested()
    adviser = replace(officer)
    adviser.log = officer.log
    close(adviser)
    do(officer, progress=("2024-06-01", "又培训一次"))
    made = fold(_merged(officer, adviser)).rectifications[KEY]
    assert (made.status, len(made.progress)) == (Status.CLOSED, 1)


def test_a_closing_of_a_request_that_was_taken_back_meanwhile_closes_nothing() -> None:
    officer = _requested()
    adviser = replace(officer)
    adviser.log = officer.log
    close(adviser)
    officer.undo()
    assert KEY not in fold(_merged(officer, adviser)).rectifications
    do(officer, measure="另一措施", request=known(adviser).requests[0].proof)
    made = fold(_merged(officer, adviser)).rectifications[KEY]
    assert (made.status, len(made.judgements)) == (Status.REQUESTED, 1)

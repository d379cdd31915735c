from __future__ import annotations

from typing import Any

import pytest

from fazhi_tui.domain.answers import Evidence
from fazhi_tui.domain.log.wish import Wish
from fazhi_tui.domain.rectifying.rectification import Pace, Status
from fazhi_tui.domain.rectifying.rectify import Step, rectify
from fazhi_tui.domain.verdict import Verdict
from fazhi_tui.errors import BadInputError, RefusedError
from tests.journal import Journal
from tests.rectified import KEY, PROOF, add, close, do, finalise, known, request, send_back, short


def _wish(journal: Journal, **fields: Any) -> Wish | None:  # noqa: ANN401 - any fields of a step
    return rectify(journal.assessment, journal.board, [Step(KEY, **fields)])


def test_everything_can_be_said_in_one_step() -> None:
    journal = short()
    do(
        journal,
        measure=" 补作审查。\r\n再讨论 ",
        leader=" 张 局长 ",
        department="法规科",
        person="李某",
        due="2024年4月30日",
        pace="分阶段",
        progress=("2024-3-1", "已送审"),
    )
    made = known(journal)
    assert (made.measure, made.leader, made.department, made.person) == (
        "补作审查。\n再讨论",
        "张 局长",
        "法规科",
        "李某",
    )
    assert (made.due, made.pace, made.status) == ("2024-04-30", Pace.STAGED, Status.UNDER_WAY)
    (progress,) = made.progress
    assert (progress.date, progress.text, progress.actor) == ("2024-03-01", "已送审", "张某")


def test_what_is_so_already_makes_no_event() -> None:
    journal = short()
    fields: dict[str, Any] = {"measure": "补审", "leader": "张某", "due": "2024-04-30", "pace": "持续"}
    do(journal, **fields)
    assert _wish(journal, **fields, person="") is None
    assert _wish(journal, leader="李某", measure="补审") == (
        "rectified",
        {"steps": [{"gap": list(KEY), "leader": "李某"}]},
    )


def test_a_field_can_be_emptied_before_it_is_final() -> None:
    journal = short()
    do(journal, measure="补审", due="2024-04-30", pace="持续", leader="张某")
    do(journal, measure="", due="", pace="", leader="")
    assert known(journal).status is Status.OPEN
    assert (known(journal).due, known(journal).pace, known(journal).leader) == ("", None, "")


def test_people_and_a_date_alone_do_not_put_anything_right() -> None:
    journal = short()
    do(journal, leader="张某", due="2024-04-30")
    assert known(journal).status is Status.OPEN
    do(journal, progress=("2024-03-01", "已开会布置"))
    assert known(journal).status is Status.UNDER_WAY


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"due": "4月30日"}, "没有写年份"),
        ({"due": "4.30"}, "没有写年份"),
        ({"due": "2024-02-30"}, "2月没有30日"),
        ({"due": "尽快"}, "应为日期"),
        ({"pace": "慢慢改"}, "立行立改、分阶段、持续"),
        ({"progress": ("2024-03-01", " ")}, "进展不能为空"),
        ({"progress": ("3.1", "已办")}, "没有写年份"),
        ({"request": ()}, "要有佐证"),
        ({"request": (Evidence(""),)}, "佐证缺名称"),
        ({"request": PROOF}, "还没有整改措施"),
        ({"measure": "改" * 2001}, "超过2000"),
        ({"leader": "张" * 201}, "超过200"),
    ],
)
def test_what_does_not_fit_is_refused_with_what_to_do(fields: dict[str, Any], said: str) -> None:
    with pytest.raises(BadInputError) as caught:
        _wish(short(), **fields)
    assert said in str(caught.value)
    assert caught.value.hint


def test_only_a_gap_is_put_right_and_each_once_in_a_step() -> None:
    journal = short()
    journal.say("juece", "本单位", "u-2", Verdict.DONE)
    with pytest.raises(BadInputError, match="juece/本单位/u-2"):
        do(journal, ("juece", "本单位", "u-2"), measure="改")
    with pytest.raises(BadInputError, match="写了两遍"):
        rectify(journal.assessment, journal.board, [Step(KEY, leader="张"), Step(KEY, person="李")])


def test_several_gaps_are_one_event() -> None:
    journal = short()
    id = add(journal)
    wish = rectify(journal.assessment, journal.board, [Step(KEY, leader="张"), Step((id,), leader="李")])
    assert wish is not None
    journal.record(wish)
    assert (known(journal).leader, known(journal, (id,)).leader) == ("张", "李")


def test_before_it_is_final_a_due_date_is_a_draft() -> None:
    journal = short()
    do(journal, due="2024-04-30")
    do(journal, due="2024-05-31")
    assert (known(journal).due, known(journal).extensions) == ("2024-05-31", ())


@pytest.mark.parametrize("due", ["2024-05-01", ""])
def test_once_final_a_due_date_is_put_off_only_by_an_extension(due: str) -> None:
    journal = short(final=True)
    do(journal, due="2024-04-30")
    with pytest.raises(RefusedError, match="延期"):
        _wish(journal, due=due)
    do(journal, due="2024-04-15")
    assert known(journal).due == "2024-04-15"


def test_extensions_are_counted_with_their_dates_and_reasons() -> None:
    journal = short(final=True)
    do(journal, due="2024-04-30")
    do(journal, extension=("2024-05-31", "汛期"))
    do(journal, extension=("2024-06-30", "等待评审"))
    made = known(journal)
    assert made.due == "2024-06-30"
    assert [(e.former, e.due, e.reason) for e in made.extensions] == [
        ("2024-04-30", "2024-05-31", "汛期"),
        ("2024-05-31", "2024-06-30", "等待评审"),
    ]


@pytest.mark.parametrize(
    ("due", "extension", "said"),
    [
        ("", ("2024-05-31", "汛期"), "还没有时限"),
        ("2024-04-30", ("2024-05-31", "  "), "延期的理由不能为空"),
        ("2024-04-30", ("2024-04-30", "汛期"), "不晚于"),
        ("2024-04-30", ("2024-04-01", "汛期"), "不晚于"),
        ("2024-04-30", ("下月底", "汛期"), "应为日期"),
    ],
)
def test_an_extension_needs_a_later_day_and_a_reason(due: str, extension: tuple[str, str], said: str) -> None:
    journal = short(final=True)
    if due:
        do(journal, due=due)
    with pytest.raises((BadInputError, RefusedError), match=said):
        _wish(journal, extension=extension)


def test_a_due_date_and_its_extension_may_come_in_one_step() -> None:
    journal = short(final=True)
    do(journal, due="2024-04-30", extension=("2024-05-31", "汛期"))
    assert (known(journal).due, len(known(journal).extensions)) == ("2024-05-31", 1)


def test_a_request_waits_with_its_proof() -> None:
    journal = short(final=True)
    request(journal)
    made = known(journal)
    assert (made.status, made.standing) == (Status.REQUESTED, None)
    assert made.requests[0].proof == PROOF
    assert made.requests[0].id == journal.log.officer[-1].hash


def test_a_returned_one_goes_on_and_is_asked_for_again() -> None:
    journal = short(final=True)
    request(journal)
    send_back(journal)
    do(journal, progress=("2024-05-01", "补了案卷"))
    assert known(journal).status is Status.SENT_BACK
    request_again = (Evidence("案卷三件"),)
    do(journal, request=request_again)
    assert known(journal).status is Status.REQUESTED
    close(journal)
    assert known(journal).status is Status.CLOSED


def test_a_closed_one_is_not_changed_any_more() -> None:
    journal = short(final=True)
    request(journal)
    close(journal)
    for fields in ({"leader": "李某"}, {"progress": ("2024-05-01", "又")}, {"request": PROOF}):
        with pytest.raises(RefusedError, match="已销号"):
            _wish(journal, **fields)
    assert _wish(journal, measure="补审") is None


def test_what_was_recorded_while_filling_in_stands_when_it_is_final() -> None:
    journal = short()
    request(journal)
    finalise(journal)
    assert known(journal).status is Status.REQUESTED
    with pytest.raises(RefusedError, match="没有可撤销"):
        journal.undo()

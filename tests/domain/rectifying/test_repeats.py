from __future__ import annotations

from fazhi_tui.domain.gaps import Gap, find_gaps
from fazhi_tui.domain.rectifying.repeats import Repeat, Repeats, former_years, joined, repeats
from fazhi_tui.domain.rows import Board
from fazhi_tui.domain.verdict import Verdict
from tests.journal import Journal


def _year(year: int, *short: str, object: str = "本单位") -> Journal:
    journal = Journal(year=year)
    if object != "本单位":
        journal.add("juece", object)
    for item in short:
        journal.say("juece", object, item, Verdict.PARTLY)
    return journal


def _repeats(board: Board, gaps: list[Gap]) -> Repeats:
    return repeats(board, former_years(gaps, 2023))


def _gaps(*journals: Journal) -> list[Gap]:
    return [gap for journal in journals for gap in find_gaps(journal.board)]


def test_a_gap_of_last_year_is_the_second_time() -> None:
    found = _repeats(_year(2023, "u-1", "u-2").board, _gaps(_year(2022, "u-1", "u-red")))
    assert found == {"u-1": Repeat((2022,))}
    assert found["u-1"].text == "第2次（2022年亦有）"


def test_years_are_counted_once_each_and_named_in_order() -> None:
    former = _gaps(_year(2022, "u-1"), _year(2020, "u-1"), _year(2022, "u-1"), _year(2021))
    (repeat,) = _repeats(_year(2023, "u-1").board, former).values()
    assert (repeat.times, repeat.text) == (3, "第3次（2020年、2022年亦有）")


def test_the_same_and_later_years_do_not_count() -> None:
    former = _gaps(_year(2023, "u-1"), _year(2024, "u-1"))
    assert _repeats(_year(2023, "u-1").board, former) == {}


def test_an_item_repeats_whatever_it_is_asked_of() -> None:
    former = _gaps(_year(2022, "m-1", object="定价"))
    assert _repeats(_year(2023, "m-1", object="规划").board, former) == {"m-1": Repeat((2022,))}


def test_what_is_done_now_or_was_only_advice_is_no_repeat() -> None:
    now, then = _year(2023, "m-may", object="规划"), _year(2022, "m-may", "m-2", object="规划")
    assert _repeats(now.board, _gaps(then)) == {}


def test_what_two_computers_know_is_put_together() -> None:
    assert joined({"a": (2020, 2022), "b": (2021,)}, {"a": (2021, 2022), "c": (2019,)}) == {
        "a": (2020, 2021, 2022),
        "b": (2021,),
        "c": (2019,),
    }


def test_of_the_years_a_file_claims_only_former_ones_count() -> None:
    journal = _year(2023, "u-1")
    journal.move("submitted", former={"u-1": [99999, 2022, 2021, 2022], "u-2": [2023]})
    assert journal.assessment.former == {"u-1": (2021, 2022)}

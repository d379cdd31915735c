from __future__ import annotations

from copy import deepcopy
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fazhi_tui.domain.compare import Side, Trend, YearComparison, compare, in_order
from fazhi_tui.domain.filling.answering import Change
from fazhi_tui.domain.gaps import find_gaps
from fazhi_tui.domain.rectifying.repeats import former_years
from fazhi_tui.domain.verdict import Verdict
from tests.journal import Journal
from tests.samples import DECISIONS, ENFORCEMENT, SAMPLE, Data, item, library

OWN = ("juece", "本单位")
DONE, PARTLY, HOLLOW, MISSING = Verdict.DONE, Verdict.PARTLY, Verdict.HOLLOW, Verdict.MISSING


def _side(journal: Journal) -> Side:
    return Side(journal.assessment, journal.board)


def _year(year: int, *answers: tuple[str, Verdict], **changed: object) -> Journal:
    """A self-check with answers to items of the unit's own sheet."""
    journal = Journal(**{"year": year, **changed})  # type: ignore[arg-type]
    for item_id, verdict in answers:
        journal.say(*OWN, item_id, verdict, "理由" if verdict.needs_reason else None)
    return journal


def _compared(old: Journal, new: Journal) -> YearComparison:
    return compare(_side(old), _side(new))


def _trends(comparison: YearComparison) -> dict[str, Trend]:
    return {change.item.id: change.trend for change in comparison.items}


@pytest.mark.parametrize(
    ("old", "new", "trend"),
    [
        (MISSING, DONE, Trend.BETTER),
        (MISSING, HOLLOW, Trend.BETTER),
        (HOLLOW, PARTLY, Trend.BETTER),
        (DONE, PARTLY, Trend.WORSE),
        (PARTLY, HOLLOW, Trend.WORSE),
        (HOLLOW, HOLLOW, Trend.SAME),
        (DONE, Verdict.INAPPLICABLE, Trend.UNCOMPARED),
        (Verdict.NOT_OCCURRED, MISSING, Trend.UNCOMPARED),
    ],
)
def test_an_item_goes_by_its_verdicts(old: Verdict, new: Verdict, trend: Trend) -> None:
    comparison = _compared(_year(2022, ("u-1", old)), _year(2023, ("u-1", new)))
    change = next(c for c in comparison.items if c.item.id == "u-1")
    assert (change.trend, change.old.words, change.new.words) == (trend, old.value, new.value)


def test_what_is_open_in_a_year_is_not_comparable() -> None:
    comparison = _compared(_year(2022, ("u-1", DONE)), _year(2023))
    change = next(c for c in comparison.items if c.item.id == "u-1")
    assert (change.trend, change.new.words, change.new.factor) == (Trend.UNCOMPARED, "未评", None)


def test_an_item_on_several_sheets_goes_by_their_mean() -> None:
    old, new = Journal(year=2022), Journal(year=2023)
    old.add("juece", "规划")
    old.say("juece", "规划", "m-2", PARTLY)
    for name, verdict in (("甲", DONE), ("乙", DONE), ("丙", HOLLOW)):
        new.add("juece", name)
        new.say("juece", name, "m-2", verdict)
    change = next(c for c in _compared(old, new).items if c.item.id == "m-2")
    assert (change.old.factor, change.new.factor) == (Fraction(1, 2), Fraction(3, 4))
    assert (change.trend, change.new.words, change.new.is_short) == (Trend.BETTER, "落实2、流于形式1", True)
    new.add("juece", "丁")
    assert next(c for c in _compared(old, new).items if c.item.id == "m-2").trend is Trend.UNCOMPARED


def test_a_year_without_objects_says_so_and_is_no_drop() -> None:
    old, new = Journal(year=2022), Journal(year=2023)
    old.add("juece", "规划")
    old.say("juece", "规划", "m-1", DONE)
    new.absent("juece", "matter", "没有")
    comparison = _compared(old, new)
    change = next(c for c in comparison.items if c.item.id == "m-1")
    assert (change.trend, change.new.words) == (Trend.UNCOMPARED, "本年无")
    assert comparison.dropped == ()
    other = next(c for c in comparison.items if c.item.id == "p-1")
    assert other.old.words == "没有自查表"


def _newer(**changed: Data | None) -> Journal:
    data = deepcopy(DECISIONS)
    items = {entry["id"]: entry for entry in data["stages"][0]["items"]}
    for key, entry in changed.items():
        items[key.replace("_", "-")] = entry and {**items.get(key.replace("_", "-"), {}), **entry}
    data["stages"][0]["items"] = [entry for entry in items.values() if entry is not None]
    return _year(2023, library=library(data, ENFORCEMENT))


def test_what_comes_goes_and_is_asked_in_other_words_is_named() -> None:
    new = _newer(u_1={"question": "u-1是否做到并公布？"}, u_2=None, u_3=item("u-3"))
    comparison = _compared(_year(2022), new)
    assert [(o.item.id, o.reason) for o in comparison.added] == [("u-3", "清单新增")]
    assert [(o.item.id, o.reason) for o in comparison.dropped] == [("u-2", "清单不再有")]
    assert [(a.question, b.question) for a, b in comparison.reworded] == [
        ("u-1是否做到？", "u-1是否做到并公布？")
    ]
    assert not {"u-1", "u-2", "u-3"} & set(_trends(comparison))


def test_other_points_or_citations_leave_an_item_comparable() -> None:
    new = _newer(u_1={"points": 9, "cites": ["zdjc:16.1"], "gap": "另一种说法"})
    assert "u-1" in _trends(_compared(_year(2022), new))


def test_an_item_that_a_power_brings_or_takes_is_named_with_the_reason() -> None:
    comparison = _compared(_year(2022, flags=()), _year(2023))
    assert [(o.item.id, o.reason) for o in comparison.added] == [("e-1", "本单位没有执法权")]
    back = _compared(_year(2022), _year(2023, flags=()))
    assert [(o.item.id, o.reason) for o in back.dropped] == [("e-1", "本单位没有执法权")]


def test_a_gap_of_both_years_repeats_and_former_years_count() -> None:
    old, new = _year(2022, ("u-1", MISSING), ("u-2", DONE)), _year(2023, ("u-1", PARTLY), ("u-2", HOLLOW))
    (found,) = _compared(old, new).repeated
    assert (found.item.id, found.repeat.text) == ("u-1", "第2次（2022年亦有）")
    earlier = find_gaps(_year(2020, ("u-1", HOLLOW), ("u-2", MISSING)).board)
    both = compare(_side(old), _side(new), former_years(earlier, 2023)).repeated
    assert [(r.item.id, r.repeat.years) for r in both] == [("u-1", (2020, 2022)), ("u-2", (2020,))]


def test_a_stage_is_the_mean_of_its_comparable_items() -> None:
    old = _year(2022, ("u-1", MISSING), ("u-2", DONE), ("u-red", PARTLY))
    new = _year(2023, ("u-1", DONE), ("u-2", HOLLOW))
    (stage,) = _compared(old, new).stages
    assert (stage.stage.title, stage.items) == ("制度基础", 2)
    assert (stage.old, stage.new) == (Fraction(1, 2), Fraction(5, 8))


def test_the_earlier_year_comes_first_and_of_one_year_the_one_made_first() -> None:
    old, new = _side(_year(2022)), _side(_year(2023))
    assert in_order(new, old) == in_order(old, new) == (old, new)
    half, whole = _side(_year(2023, round="半年")), _side(_year(2023))
    later = Side(whole.assessment.__class__(year=2023, created_at="2999"), whole.board)
    assert in_order(later, half) == (half, later)
    assert half.label == "2023年度半年"


ANSWERS = st.dictionaries(st.sampled_from(["u-1", "u-2", "u-red"]), st.sampled_from([*Verdict]))
TURNED = {
    Trend.BETTER: Trend.WORSE,
    Trend.WORSE: Trend.BETTER,
    Trend.SAME: Trend.SAME,
    Trend.UNCOMPARED: Trend.UNCOMPARED,
}


def _answered(year: int, answers: dict[str, Verdict]) -> Side:
    journal = Journal(SAMPLE, year=year)
    changes = [Change(*OWN, id, verdict=v, note="理由") for id, v in answers.items()]
    if changes:
        journal.answer(*changes)
    return _side(journal)


@settings(max_examples=60, deadline=None)
@given(ANSWERS, ANSWERS)
def test_every_item_asked_is_in_exactly_one_place_and_turning_round_turns_the_trends(
    one: dict[str, Verdict], other: dict[str, Verdict]
) -> None:
    old, new = _answered(2022, one), _answered(2023, other)
    there, back = compare(old, new), compare(new, old)
    assert {i: TURNED[t] for i, t in _trends(there).items()} == _trends(back)
    assert sum(len(there.of(trend)) for trend in Trend) == len(there.items)
    listed = [c.item.id for c in there.items] + [o.item.id for o in (*there.added, *there.dropped)]
    assert sorted(listed) == sorted(set(listed))
    assert {row.item.id for row in new.board.rows()} <= set(listed)
    itself = _trends(compare(old, old))
    assert set(itself.values()) <= {Trend.SAME, Trend.UNCOMPARED}

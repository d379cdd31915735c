from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fazhi_tui.domain.answers import Opinion
from fazhi_tui.domain.log.events import Event, Lane, in_order, log_from
from fazhi_tui.domain.log.received import received_log
from fazhi_tui.domain.verdict import Verdict
from fazhi_tui.errors import BadInputError, DamagedError, RefusedError
from tests.domain.resealed import forged, resealed
from tests.domain.wishes import Act, acts, begun
from tests.journal import Journal

UNIT_1 = ("juece", "本单位", "u-1")
UNIT_2 = ("juece", "本单位", "u-2")


@pytest.fixture
def journal() -> Journal:
    """Officer: created, adopted, two answers, one taken back, submitted; adviser: two reviews."""
    made = Journal()
    made.say(*UNIT_1, Verdict.DONE)
    made.say(*UNIT_2, Verdict.PARTLY)
    made.undo()
    made.move("submitted")
    made.review(UNIT_1, Opinion.AGREE)
    made.review(UNIT_1, Opinion.CORRECT, Verdict.HOLLOW, "走过场")
    return made


@given(st.lists(acts(), min_size=10, max_size=40))
def test_every_legal_history_is_taken_as_it_is(done: list[Act]) -> None:
    journal = begun()
    for act in done:
        try:
            act.do(journal)
        except (RefusedError, BadInputError):
            continue
    assert received_log(in_order(journal.log)) == journal.log


def test_the_order_of_the_lanes_in_the_file_is_of_no_matter(journal: Journal) -> None:
    log = journal.log
    assert received_log([*log.adviser, *log.officer]) == log


Forger = Callable[[list[Event]], list[Event]]


def _put(place: int, **fields: Any) -> Forger:  # noqa: ANN401
    """The event at a place of the fold order with other fields, everything hashed anew."""
    return lambda events: resealed(
        replace(event, **fields) if number == place else event for number, event in enumerate(events)
    )


# In fold order: 0 created, 1 adopted, 2 and 3 answered, 4 undo, 5 submitted, 6 and 7 reviewed.
FORGED: dict[str, tuple[Forger, str]] = {
    "the beginning cut off": (lambda events: resealed(events[1:6]), "不是从新建自查"),
    "begun twice": (lambda events: resealed([events[0], *events[:6]]), "不是从新建自查"),
    "created again later": (lambda events: resealed([*events[:6], events[0]]), "第7条.*不是自评一方能做的"),
    "an answer by the adviser": (
        lambda events: resealed([*events, replace(events[2], lane=Lane.ADVISER)]),
        "复核记录第3条.*不是复核一方能做的",
    ),
    "a review by the officer": (
        lambda events: resealed([*events[:6], replace(events[6], lane=Lane.OFFICER)]),
        "自评记录第7条.*不是自评一方能做的",
    ),
    "an unknown kind": (_put(5, kind="exploded"), "第6条.*不认识，请升级"),
    "a field of the wrong type": (_put(0, payload={"unit": 3}), "第1条.*不合格式：id"),
    "a time that is none": (_put(3, at="昨天"), "第4条.*时间不合格式"),
    "a time without a zone": (_put(3, at="2026-11-24T09:00:00"), "第4条.*时间不合格式"),
    "has seen what is not there": (_put(6, seen="0" * 64), "复核记录第1条.*不在文件里"),
    "has seen less than before": (_put(7, seen=""), "复核记录第2条.*次序颠倒"),
    "takes back the beginning": (_put(4, payload={"target": 1}), "第5条.*不是上一步"),
    "takes back the first adoption": (_put(4, payload={"target": 2}), "第5条.*不是上一步"),
    "takes back an earlier step": (_put(4, payload={"target": 3}), "第5条.*不是上一步"),
    "takes up what was not taken back": (_put(4, kind="redo"), "第5条.*不是上一步"),
}


@pytest.mark.parametrize("name", FORGED)
def test_a_forged_history_is_refused_and_the_event_named(journal: Journal, name: str) -> None:
    forge, words = FORGED[name]
    events = forge(in_order(journal.log))
    log_from(events)
    with pytest.raises(DamagedError, match=words):
        received_log(events)


def test_an_event_that_has_seen_its_own_lane_is_refused(journal: Journal) -> None:
    events = in_order(journal.log)
    events[-1] = replace(events[-1], seen=events[-2].hash)
    with pytest.raises(DamagedError, match=r"复核记录第2条.*不在文件里"):
        received_log(resealed(events))


@pytest.mark.parametrize("field", ["kind", "at", "actor", "payload", "prev", "seen", "hash"])
@pytest.mark.parametrize("place", range(8))
def test_a_change_without_new_hashes_is_found_where_it_begins(
    journal: Journal, place: int, field: str
) -> None:
    events = in_order(journal.log)
    old = getattr(events[place], field)
    changed: Any = {**old, "x": 1} if isinstance(old, dict) else f"{old}0"
    events[place] = replace(events[place], **{field: changed})
    lane, seq = events[place].lane, events[place].seq
    with pytest.raises(DamagedError, match=f"{'自评' if lane is Lane.OFFICER else '复核'}记录第{seq}条"):
        received_log(events)


def test_an_event_taken_out_is_found_at_the_next_one(journal: Journal) -> None:
    events = in_order(journal.log)
    with pytest.raises(DamagedError, match=r"自评记录第3条.*接不上"):
        received_log([*events[:2], *events[3:]])


def test_a_log_of_a_field_forged_with_new_hashes_holds_but_is_refused(journal: Journal) -> None:
    events = forged(journal.log, "answered", changes=[{"checklist": "juece"}])
    log_from(events)
    with pytest.raises(DamagedError, match=r"第4条.*不合格式：changes"):
        received_log(events)


FINALS: list[tuple[Lane, dict[str, Any], str]] = [
    (Lane.OFFICER, {}, "自行定稿，却没有注明未经复核"),
    (Lane.OFFICER, {"without_review": False}, "自行定稿，却没有注明未经复核"),
    (Lane.OFFICER, {"without_review": True}, "那时已有法律顾问的复核记录"),
    (Lane.ADVISER, {"without_review": True}, "却写着未经复核"),
]


@pytest.mark.parametrize(("lane", "payload", "words"), FINALS)
def test_a_final_that_hides_how_it_was_made_is_refused(
    journal: Journal, lane: Lane, payload: dict[str, Any], words: str
) -> None:
    """The hashes hold and the state allows it; a returned item would be final without a word."""
    journal.review(UNIT_1, Opinion.RETURN, None, "没有看到文件")
    journal.move("finalised", lane, **payload)
    with pytest.raises(DamagedError, match=words):
        received_log(in_order(journal.log))

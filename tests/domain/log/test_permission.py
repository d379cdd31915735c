from __future__ import annotations

import pytest

from fazhi_tui.domain.assessment import State
from fazhi_tui.domain.log.events import Lane
from fazhi_tui.domain.log.fold import KINDS
from fazhi_tui.domain.log.permission import kinds_of, require
from fazhi_tui.errors import RefusedError

RECTIFYING = {"gap_added", "gap_changed", "gap_withdrawn", "rectified"}
FILLING = RECTIFYING | {
    "adopted",
    "profile_changed",
    "sheet_added",
    "sheet_renamed",
    "sheet_removed",
    "absent_declared",
    "param_set",
    "dept_assigned",
    "answered",
    "submitted",
    "undo",
    "redo",
}
TABLE: dict[tuple[State, Lane], set[str]] = {
    (State.FILLING, Lane.OFFICER): FILLING,
    (State.FILLING, Lane.ADVISER): set(),
    (State.SUBMITTED, Lane.OFFICER): {"recalled", "finalised"},
    (State.SUBMITTED, Lane.ADVISER): {"reviewed", "returned", "finalised", "undo", "redo"},
    (State.RETURNED, Lane.OFFICER): FILLING,
    (State.RETURNED, Lane.ADVISER): set(),
    (State.FINAL, Lane.OFFICER): RECTIFYING | {"undo", "redo"},
    (State.FINAL, Lane.ADVISER): {"closing_judged", "undo", "redo"},
}
CASES = [(state, lane, kind) for state in State for lane in Lane for kind in sorted(KINDS)]


@pytest.mark.parametrize(("state", "lane", "kind"), CASES)
def test_each_lane_may_do_in_each_state_what_the_table_says(state: State, lane: Lane, kind: str) -> None:
    if kind in TABLE[state, lane]:
        require(state, lane, kind)
        return
    with pytest.raises(RefusedError) as caught:
        require(state, lane, kind)
    assert state.value in caught.value.message
    assert "未写入" in caught.value.message


def test_a_submitted_assessment_says_how_to_get_it_back() -> None:
    with pytest.raises(RefusedError) as caught:
        require(State.SUBMITTED, Lane.OFFICER, "answered")
    assert "撤回" in caught.value.hint


@pytest.mark.parametrize("state", [state for state in State if state is not State.FINAL])
def test_closing_before_a_final_says_that_it_comes_after_it(state: State) -> None:
    with pytest.raises(RefusedError) as caught:
        require(state, Lane.ADVISER, "closing_judged")
    assert "需先定稿" in caught.value.hint
    assert "撤回" not in caught.value.hint


def test_a_final_one_says_that_it_is_closed() -> None:
    with pytest.raises(RefusedError) as caught:
        require(State.FINAL, Lane.OFFICER, "answered")
    assert "定稿后" in caught.value.hint


@pytest.mark.parametrize(
    ("lane", "kind", "whose", "way"),
    [
        (Lane.ADVISER, "answered", "由复核一方写", "--take-over"),
        (Lane.OFFICER, "reviewed", "由自评一方写", "fazhi handover"),
    ],
)
@pytest.mark.parametrize("state", State)
def test_the_other_side_s_step_is_refused_by_role_in_every_state(
    state: State, lane: Lane, kind: str, whose: str, way: str
) -> None:
    with pytest.raises(RefusedError, match=whose) as caught:
        require(state, lane, kind)
    assert way in caught.value.hint


def test_what_a_lane_may_do_in_some_state_is_its_kinds() -> None:
    for lane in Lane:
        assert kinds_of(lane) == set().union(*(TABLE[state, lane] for state in State))
    assert not kinds_of(Lane.ADVISER) & {"answered", "submitted", "created"}


@pytest.mark.parametrize("state", [State.FILLING, State.RETURNED])
@pytest.mark.parametrize(("lane", "kind"), [(Lane.ADVISER, "reviewed"), (Lane.OFFICER, "recalled")])
def test_what_comes_after_a_submission_says_that_it_has_to_be_submitted(
    state: State, lane: Lane, kind: str
) -> None:
    with pytest.raises(RefusedError) as caught:
        require(state, lane, kind)
    assert "送审" in caught.value.hint


def test_a_refusal_names_the_step_in_words() -> None:
    for lane, kind in ((Lane.OFFICER, "submitted"), (Lane.ADVISER, "submitted")):
        with pytest.raises(RefusedError, match="（送审"):
            require(State.FINAL, lane, kind)

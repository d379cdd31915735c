from __future__ import annotations

from copy import deepcopy
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fazhi_tui.domain import decide
from fazhi_tui.domain.adoption import UNKNOWN_WORDING, Adoption, adoption
from fazhi_tui.domain.answers import Opinion
from fazhi_tui.domain.filling.answering import Change
from fazhi_tui.domain.log.events import Lane, Log
from fazhi_tui.domain.log.undoing import undo
from fazhi_tui.domain.rows import Board, Row
from fazhi_tui.domain.scheme import STANDARD, Scheme, scheme_data, scheme_from
from fazhi_tui.domain.scoring import by_officer, by_reviewed, score_board
from fazhi_tui.domain.verdict import Verdict
from fazhi_tui.errors import RefusedError
from fazhi_tui.loading.checklists.checklist_files import Library
from tests.journal import Journal
from tests.samples import DECISIONS, ENFORCEMENT, Data, item, library

OWN = ("juece", "本单位")
NEW_WORDING = "u-1是否做到，并且公布？"


def _newer(*, version: str = "2026.12", **changed: Data | None) -> Library:
    """The samples with some items of 制度基础 changed, replaced (None: dropped) or added."""
    data = deepcopy(DECISIONS)
    data["version"] = version
    data["history"] = [{"version": version, "change": "按新法改"}]
    items = {entry["id"]: entry for entry in data["stages"][0]["items"]}
    for key, entry in changed.items():
        items[key.replace("_", "-")] = (
            None if entry is None else {**items.get(key.replace("_", "-"), {}), **entry}
        )
    data["stages"][0]["items"] = [entry for entry in items.values() if entry is not None]
    return library(data, ENFORCEMENT)


def _preview(journal: Journal, newer: Library, scheme: Scheme = STANDARD) -> Adoption:
    return adoption(journal.assessment, journal.board, newer.checklists, scheme)


def _adopt(journal: Journal, newer: Library, scheme: Scheme = STANDARD) -> Board:
    change = _preview(journal, newer, scheme)
    journal.record(decide.adopt(newer.checklists, newer.digest, scheme, change.unconfirmed))
    journal.library = newer
    return journal.board


def _answered(journal: Journal) -> Journal:
    journal.say(*OWN, "u-1", Verdict.DONE)
    journal.say(*OWN, "u-2", Verdict.MISSING, "没有建立")
    return journal


def _row(shown: Board, item_id: str) -> Row:
    return next(row for row in shown.rows() if row.item.id == item_id)


def test_the_same_checklists_change_nothing() -> None:
    change = _preview(_answered(Journal()), library(DECISIONS, ENFORCEMENT))
    assert not change.changes_anything
    assert change.before == change.after


def test_a_preview_names_what_comes_goes_and_is_asked_in_other_words() -> None:
    journal = _answered(Journal())
    newer = _newer(u_1={"question": NEW_WORDING}, u_2=None, u_3=item("u-3"))
    change = _preview(journal, newer)
    assert [i.id for i in change.items.coming] == ["u-3"]
    assert [i.id for i in change.items.going] == ["u-2"]
    assert [i.id for i in change.items.answered] == ["u-2"]
    assert [(a.question, b.question) for a, b in change.reworded] == [("u-1是否做到？", NEW_WORDING)]
    assert [(u.item, u.was_asked) for u in change.unconfirmed] == [("u-1", "u-1是否做到？")]
    (renewal,) = change.renewals
    assert (renewal.old_version, renewal.new_version) == ("2026.11", "2026.12")
    assert renewal.news == (("2026.12", "按新法改"),)
    assert change.after.open == change.before.open + 2


def test_an_answer_stays_where_the_wording_stayed_and_waits_where_it_changed() -> None:
    journal = _answered(Journal())
    shown = _adopt(journal, _newer(u_1={"question": NEW_WORDING}, u_2={"points": 9, "guidance": "看台账"}))
    reworded, kept = _row(shown, "u-1"), _row(shown, "u-2")
    assert (reworded.answer.verdict, reworded.answer.was_asked) == (Verdict.DONE, "u-1是否做到？")
    assert reworded.is_open
    assert reworded.effective is None
    assert (kept.answer.settled, kept.is_open) == (Verdict.MISSING, False)


@pytest.mark.parametrize("verdict", [Verdict.DONE, Verdict.PARTLY])
def test_giving_a_verdict_again_confirms_even_the_same_one(verdict: Verdict) -> None:
    journal = _answered(Journal())
    _adopt(journal, _newer(u_1={"question": NEW_WORDING}))
    journal.say(*OWN, "u-1", verdict)
    row = _row(journal.board, "u-1")
    assert (row.answer.settled, row.answer.was_asked) == (verdict, "")


def test_a_note_alone_confirms_nothing() -> None:
    journal = _answered(Journal())
    _adopt(journal, _newer(u_1={"question": NEW_WORDING}))
    journal.answer(Change(*OWN, "u-1", note="再看看"))
    assert _row(journal.board, "u-1").is_open


def test_a_review_of_a_reworded_item_is_out_of_date_for_good() -> None:
    journal = _answered(Journal())
    journal.move("submitted")
    journal.review((*OWN, "u-1"), Opinion.CORRECT, Verdict.MISSING, "没有公布")
    journal.move("returned", Lane.ADVISER)
    assert _row(journal.board, "u-1").effective is Verdict.MISSING
    _adopt(journal, _newer(u_1={"question": NEW_WORDING}))
    journal.say(*OWN, "u-1", Verdict.DONE)
    row = _row(journal.board, "u-1")
    assert row.review is not None
    assert not row.review.stands(row.answer)
    assert row.effective is Verdict.DONE


def test_a_review_that_comes_late_of_an_item_reworded_meanwhile_is_out_of_date_too() -> None:
    officer = _answered(Journal())
    officer.move("submitted")
    late = replace(officer, log=officer.log)
    late.log = officer.log
    officer.move("recalled")
    _adopt(officer, _newer(u_1={"question": NEW_WORDING}))
    officer.say(*OWN, "u-1", Verdict.DONE)
    officer.move("submitted")
    for id in ("u-1", "u-2"):
        late.review((*OWN, id), Opinion.AGREE)
    officer.log = Log(officer.log.officer, late.log.adviser)
    rows = [_row(officer.board, id) for id in ("u-1", "u-2")]
    assert [row.review is not None and row.review.stands(row.answer) for row in rows] == [False, True]
    officer.review((*OWN, "u-1"), Opinion.AGREE)
    row = _row(officer.board, "u-1")
    assert row.review is not None
    assert row.review.stands(row.answer)


def test_an_answer_to_a_dropped_item_comes_back_only_to_be_confirmed() -> None:
    journal = _answered(Journal())
    _adopt(journal, _newer(u_2=None))
    shown = _adopt(journal, _newer(version="2027.01"))
    row = _row(shown, "u-2")
    assert (row.answer.verdict, row.answer.was_asked) == (Verdict.MISSING, UNKNOWN_WORDING)


def test_undo_brings_the_former_checklists_and_answers_back() -> None:
    journal = _answered(Journal())
    before = journal.assessment
    _adopt(journal, _newer(u_1={"question": NEW_WORDING}), Scheme(weights={"juece": Fraction(3)}))
    wish, _ = undo(journal.log.officer)
    journal.record(wish)
    after = journal.assessment
    assert (after.sheets, after.checklists_digest, after.scheme) == (
        before.sheets,
        before.checklists_digest,
        before.scheme,
    )


def test_the_first_adoption_cannot_be_undone() -> None:
    with pytest.raises(RefusedError, match="没有可撤销"):
        undo(Journal().log.officer)


def test_weights_and_factors_of_the_unit_make_the_score() -> None:
    journal = Journal(library=library(DECISIONS_ONLY_UNIT, ENFORCEMENT_ONLY_UNIT))
    journal.say("juece", "本单位", "u-1", Verdict.PARTLY)
    journal.say("zhifa", "本单位", "e-1", Verdict.DONE)
    scheme = Scheme(
        scale=(Fraction(1), Fraction(4, 5), Fraction(1, 4), Fraction(0)), weights={"juece": Fraction(3)}
    )
    _adopt(journal, journal.library, scheme)
    whole, each = score_board(journal.board, by_officer)
    assert each["juece"].value == 80
    assert each["zhifa"].value == 100
    assert whole.value == 85


def test_a_unit_s_own_bands_name_the_conclusion() -> None:
    journal = Journal(library=library(DECISIONS_ONLY_UNIT))
    journal.say("juece", "本单位", "u-1", Verdict.PARTLY)
    _adopt(journal, journal.library, Scheme(bands=((Fraction(50), "达标"), (Fraction(0), "未达标"))))
    assert score_board(journal.board, by_reviewed)[0].conclusion == "达标"


def test_where_only_weightless_checklists_apply_there_is_no_score() -> None:
    journal = Journal(library=library(DECISIONS_ONLY_UNIT))
    journal.say("juece", "本单位", "u-1", Verdict.DONE)
    _adopt(journal, journal.library, Scheme(weights={"juece": Fraction(0)}))
    assert score_board(journal.board, by_officer)[0].value is None


DECISIONS_ONLY_UNIT = {
    **DECISIONS,
    "stages": [{**DECISIONS["stages"][0], "items": [item("u-1", points=2)]}],
}
ENFORCEMENT_ONLY_UNIT = {
    **ENFORCEMENT,
    "stages": [{**ENFORCEMENT["stages"][0], "items": [item("e-1")]}],
}
_PARTS = st.fractions(min_value=0, max_value=1, max_denominator=1000)


@given(
    scale=st.none() | st.lists(_PARTS, min_size=4, max_size=4).map(lambda s: tuple(sorted(s, reverse=True))),
    weights=st.dictionaries(st.sampled_from(["juece", "zhifa"]), st.fractions(0, 1000)),
)
def test_a_scheme_survives_its_recorded_form(
    scale: tuple[Fraction, ...] | None, weights: dict[str, Fraction]
) -> None:
    scheme = Scheme(scale, weights)
    assert scheme_from(scheme_data(scheme)) == scheme


def test_an_event_of_before_there_were_schemes_means_the_standard_one() -> None:
    assert scheme_from(None) == STANDARD

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fazhi_tui.domain.answers import (
    Answer,
    Evidence,
    Opinion,
    Review,
    effective,
    fact_value,
    why_no_fact,
)
from fazhi_tui.domain.checklist import FACT_TYPES, FactSpec
from fazhi_tui.domain.verdict import Verdict

YEAR = 2023
ANSWER = Answer(Verdict.DONE, "说明", {"from": "2024-03-01"}, (Evidence("公告"),))


def _review(opinion: Opinion, verdict: Verdict | None = None) -> Review:
    return Review(opinion, verdict, "意见", ANSWER.fingerprint)


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        ("date", "2024-03-01", "2024-03-01"),
        ("date", "2024-3-1", "2024-03-01"),
        ("date", "２０２４年３月１日", "2024-03-01"),
        ("date", "20240301", "2024-03-01"),
        ("date", "2024-02-30", None),
        ("date", "2024/03/01", "2024-03-01"),
        ("date", "3.1", "2023-03-01"),
        ("date", "2024-03-01 09:30", None),
        ("date", "0000-01-01", None),
        ("date", "三月一日", None),
        ("time", "3.1 9:30", "2023-03-01 09:30"),
        ("time", "2024-03-01", "2024-03-01"),
        ("time", "9:30", None),
        ("number", "12", "12"),
        ("number", "１２．５", "12.5"),
        ("number", "-3", "-3"),
        ("number", "1,234", "1234"),
        ("number", "1e5", None),
        ("number", "1e999999999", None),
        ("number", "NaN", None),
        ("number", "Infinity", None),
        ("number", "", None),
        ("number", "3个", None),
        ("yes", "是", "是"),
        ("yes", "有", "是"),
        ("yes", "没有", "否"),
        ("yes", "否", "否"),
        ("yes", "1", None),
        ("yes", "", None),
    ],
)
def test_a_fact_is_read_in_normal_form_or_not_at_all(kind: str, text: str, value: str | None) -> None:
    assert fact_value(FactSpec("f", "事实", kind), text, YEAR) == value


@given(st.sampled_from([*FACT_TYPES, "time"]), st.text(max_size=40))
def test_a_fact_in_normal_form_reads_as_itself(kind: str, text: str) -> None:
    spec = FactSpec("f", "事实", kind)
    value = fact_value(spec, text, YEAR)
    assert bool(why_no_fact(spec, text, YEAR)) is (value is None)
    assert value is None or fact_value(spec, value, YEAR + 1) == value


def test_evidence_is_written_without_empty_fields_at_the_end() -> None:
    assert Evidence("公告", "2024〔3〕号").text == "公告|2024〔3〕号"
    assert Evidence("公告", place="档案室").text == "公告|||档案室"


def test_only_done_without_evidence_lacks_it() -> None:
    assert Answer(Verdict.DONE).lacks_evidence
    assert not ANSWER.lacks_evidence
    assert not Answer(Verdict.MISSING).lacks_evidence
    assert not Answer().lacks_evidence


@pytest.mark.parametrize(
    "changed",
    [
        {"verdict": Verdict.PARTLY},
        {"verdict": None},
        {"note": "另一说明"},
        {"facts": {}},
        {"evidence": ()},
        {"evidence": (Evidence("公告", "一号"),)},
    ],
)
def test_a_review_goes_stale_when_anything_the_officer_said_changes(changed: dict[str, object]) -> None:
    review = _review(Opinion.CORRECT, Verdict.MISSING)
    assert effective(ANSWER, review) is Verdict.MISSING
    later = replace(ANSWER, **changed)  # type: ignore[arg-type]
    assert not review.stands(later)
    assert effective(later, review) is later.verdict


def test_a_review_stands_when_only_the_time_and_the_hand_differ() -> None:
    later = replace(ANSWER, at="2026-11-25T09:00:00+08:00", actor="王某")
    assert _review(Opinion.AGREE).stands(later)


@pytest.mark.parametrize("opinion", [Opinion.AGREE, Opinion.RETURN])
def test_agreement_and_return_leave_the_officers_verdict(opinion: Opinion) -> None:
    assert effective(ANSWER, _review(opinion)) is Verdict.DONE


def test_without_a_review_the_officers_verdict_holds() -> None:
    assert effective(ANSWER, None) is Verdict.DONE

from __future__ import annotations

import pytest

from fazhi_tui.domain.answers import NOTE_LIMIT, Evidence, Opinion
from fazhi_tui.domain.filling.answering import Change
from fazhi_tui.domain.log.events import Lane
from fazhi_tui.domain.reviewing.review import Judgement, agreement, review
from fazhi_tui.domain.reviewing.standing import corrected, dropped, outdated, returned, standing, unjudged
from fazhi_tui.domain.rows import Row
from fazhi_tui.domain.verdict import Verdict
from fazhi_tui.errors import BadInputError
from tests.journal import Journal, keys
from tests.judging import M1, RED, U1, U2, give_back, judge, row_of, submitted

DONE, PARTLY, HOLLOW, MISSING, NOT_OCCURRED, INAPPLICABLE = Verdict
AGREE, CORRECT, RETURN = Opinion
MAY = ("juece", "规划", "m-may")


def _judgement(key: tuple[str, str, str], *more: object) -> Judgement:
    return Judgement(*key, *more)  # type: ignore[arg-type]


def test_several_opinions_are_one_event_and_each_keeps_what_it_judged() -> None:
    journal = submitted()
    wish = review(
        journal.board,
        [
            _judgement(U1, AGREE),
            _judgement(U2, CORRECT, PARTLY, " 只有一半\r\n有文件 "),
            _judgement(M1, RETURN, None, "请写日期"),
        ],
    )
    assert wish is not None
    kind, payload = wish
    assert kind == "reviewed"
    assert [(r["item"], r["opinion"], r["verdict"], r["text"]) for r in payload["reviews"]] == [
        ("u-1", "同意", None, ""),
        ("u-2", "更正", "部分落实", "只有一半\n有文件"),
        ("m-1", "退回", None, "请写日期"),
    ]
    before = {row.key: row.answer.fingerprint for row in journal.board.rows()}
    assert [r["judged"] for r in payload["reviews"]] == [before[key] for key in (U1, U2, M1)]
    journal.record(wish, Lane.ADVISER)
    assert (keys(corrected(journal.board)), keys(returned(journal.board))) == (["u-2"], ["m-1"])


def test_an_opinion_that_stands_makes_no_event_and_another_replaces_it() -> None:
    journal = submitted()
    judge(journal, U1, RETURN, "没有看到文件")
    assert review(journal.board, [_judgement(U1, RETURN, None, "没有看到文件 ")]) is None
    judge(journal, U1, AGREE)
    found = standing(row_of(journal, U1))
    assert found is not None
    assert (found.opinion, found.text) == (AGREE, "")


@pytest.mark.parametrize(
    ("judgement", "said"),
    [
        (_judgement(U1, CORRECT, PARTLY), "更正必须写意见"),
        (_judgement(U1, CORRECT, PARTLY, " \n"), "更正必须写意见"),
        (_judgement(U1, RETURN), "退回必须写意见"),
        (_judgement(U1, CORRECT, None, "不实"), "更正必须写复核结论"),
        (_judgement(U1, CORRECT, DONE, "不实"), "自评就是“落实”"),
        (_judgement(U1, RETURN, PARTLY, "不实"), "退回不写复核结论"),
        (_judgement(U1, AGREE, PARTLY), "同意却写了复核结论“部分落实”"),
        (_judgement(U1, RETURN, None, "长" * (NOTE_LIMIT + 1)), "意见有2001个字"),
        (_judgement(MAY, AGREE), "还没有自评"),
        (_judgement(("juece", "规划", "u-1"), AGREE), "没有这一条"),
    ],
)
def test_an_opinion_without_the_words_or_the_verdict_it_needs_is_refused(
    judgement: Judgement, said: str
) -> None:
    journal = submitted()
    with pytest.raises(BadInputError, match=said) as caught:
        review(journal.board, [_judgement(U2, AGREE), judgement])
    assert caught.value.hint


def test_agreeing_with_the_verdict_named_is_agreeing() -> None:
    journal = submitted()
    judge(journal, U1, AGREE, "", DONE)
    found = standing(row_of(journal, U1))
    assert found is not None
    assert found.verdict is None


def test_advice_nobody_answered_can_be_returned_or_corrected() -> None:
    journal = submitted()
    judge(journal, MAY, CORRECT, "应当听证而未听证", MISSING)
    assert row_of(journal, MAY).effective is MISSING


@pytest.mark.parametrize(
    "change",
    [
        Change(*U1, verdict=PARTLY),
        Change(*U1, note="补说明"),
        Change(*U1, evidence=(Evidence("目录"),)),
    ],
)
def test_whatever_the_officer_changes_the_review_is_overtaken(change: Change) -> None:
    journal = submitted()
    judge(journal, U1, CORRECT, "不实", MISSING)
    give_back(journal, "请核对")
    assert row_of(journal, U1).effective is MISSING
    journal.answer(change)
    assert standing(row_of(journal, U1)) is None
    assert row_of(journal, U1).effective is row_of(journal, U1).answer.verdict
    assert keys(outdated(journal.board)) == ["u-1"]
    assert "u-1" in keys(unjudged(journal.board))


def test_a_doubt_marked_or_taken_off_overtakes_nothing() -> None:
    journal = submitted()
    judge(journal, U1, AGREE)
    give_back(journal, "请核对")
    journal.answer(Change(*U1, doubt=True))
    assert outdated(journal.board) == ()


def test_agreement_is_recorded_row_by_row_without_words() -> None:
    journal = submitted()
    rows: tuple[Row, ...] = unjudged(journal.board)
    wish = review(journal.board, agreement(rows))
    assert wish is not None
    journal.record(wish, Lane.ADVISER)
    assert unjudged(journal.board) == ()
    assert all(
        row.review and row.review.opinion is AGREE for row in rows for row in [row_of(journal, row.key)]
    )


def test_what_was_returned_and_is_not_asked_any_more_is_not_forgotten() -> None:
    journal = submitted()
    judge(journal, M1, RETURN, "期限不明")
    judge(journal, ("juece", "规划", "m-2"), AGREE)
    judge(journal, ("zhifa", "本单位", "e-1"), CORRECT, "没有公示", MISSING)
    give_back(journal)
    assert dropped(journal.assessment, journal.board) == ()
    journal.record(("sheet_removed", {"checklist": "juece", "object": "规划"}))
    journal.record(("profile_changed", {"flags": []}))
    gone = dropped(journal.assessment, journal.board)
    assert {(d.object, d.item, d.review.opinion) for d in gone} == {
        ("规划", "m-1", RETURN),
        ("本单位", "e-1", CORRECT),
    }
    journal.undo()
    journal.undo()
    assert dropped(journal.assessment, journal.board) == ()
    assert keys(returned(journal.board)) == ["m-1"]


def test_a_red_line_is_reviewed_like_any_item() -> None:
    journal = submitted()
    judge(journal, RED, CORRECT, "没有审查", MISSING)
    assert row_of(journal, RED).effective is MISSING


def test_a_correction_without_a_verdict_from_elsewhere_leaves_the_officers() -> None:
    journal: Journal = submitted()
    row = row_of(journal, U1)
    data = {"checklist": "juece", "object": "本单位", "item": "u-1", "opinion": "更正", "text": "不实"}
    journal.record(("reviewed", {"reviews": [{**data, "judged": row.answer.fingerprint}]}), Lane.ADVISER)
    assert row_of(journal, U1).effective is DONE

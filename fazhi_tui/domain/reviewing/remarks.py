"""What is allowed and still worth saying, at 送审 to the officer and at 定稿 to the adviser."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from fazhi_tui.domain.assessment import Assessment
from fazhi_tui.domain.reckoning.sums import is_override
from fazhi_tui.domain.reviewing.contradictions import Clash, clashes
from fazhi_tui.domain.reviewing.places import places, sheet_name
from fazhi_tui.domain.reviewing.standing import Dropped, dropped, outdated, returned, unjudged
from fazhi_tui.domain.rows import Board, Row


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing worth saying: a title and the places it is about, a line each."""

    title: str
    lines: tuple[str, ...]


def submission_remarks(board: Board, unread: Iterable[str] = ()) -> tuple[Remark, ...]:
    """What an adviser will ask about: returned and not changed, no evidence, an override, contradictions.

    `unread` are self-checks that may be of former years and did not read.
    """
    rows = tuple(board.rows())
    unproven = [row for row in rows if row.answer.lacks_evidence]
    overridden = [
        row for row in rows if not row.answer.note and is_override(board.sum_of(row), row.answer.settled)
    ]
    kept = returned(board)
    return _said(
        (f"退回而没有改的{len(kept)}条；退回的意见还在，法律顾问不改意见就不能定稿", places(kept)),
        (f"评为落实、没有列佐证{len(unproven)}条（待佐证）", places(unproven)),
        (f"与核算不一致、没有写说明{len(overridden)}条", places(overridden)),
        ("自评相互矛盾", map(_clash_words, clashes(board))),
        ("打不开、没有计入屡查屡犯，修好后可撤回再送审", unread),
    )


def final_remarks(assessment: Assessment, board: Board) -> tuple[Remark, ...]:
    """What a 定稿 passes over: opinions overtaken or dropped, answers nobody has reviewed."""
    stale = outdated(board)
    fresh = [row for row in unjudged(board) if row.review is None]
    return _said(
        (f"复核后自评已改动、没有再复核{len(stale)}条", places(stale, _opinion_name)),
        ("退回或更正过、现已不问", map(dropped_words, dropped(assessment, board))),
        (f"没有复核{len(fresh)}条", _counts(fresh)),
    )


def dropped_words(gone: Dropped) -> str:
    """What became of an opinion whose item is not asked any more, in words."""
    return f"{gone.checklist}·{gone.object}：{gone.item}（{gone.review.opinion}：{gone.review.text}）"


def _said(*found: tuple[str, Iterable[str]]) -> tuple[Remark, ...]:
    remarks = (Remark(title, tuple(lines)) for title, lines in found)
    return tuple(remark for remark in remarks if remark.lines)


def _clash_words(clash: Clash) -> str:
    one, other = clash.rows
    here = f"{sheet_name(one)}：{one.item.id}（{one.answer.settled}）"
    there = "" if one.sheet.object == other.sheet.object else f"自查表“{other.sheet.object}”的"
    return f"{here}与{there}{other.item.id}（{other.answer.settled}）：{clash.say}"


def _opinion_name(row: Row) -> str:
    return f"{row.item.id}（{row.review.opinion}）" if row.review else row.item.id


def _counts(rows: Iterable[Row]) -> tuple[str, ...]:
    counts: dict[str, int] = {}
    for row in rows:
        counts[sheet_name(row)] = counts.get(sheet_name(row), 0) + 1
    return tuple(f"{name}：{count}条" for name, count in counts.items())

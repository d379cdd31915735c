"""自评分 and 复核分 side by side, in words and rows for any kind of table."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from fazhi_tui.domain.answers import Opinion
from fazhi_tui.domain.reviewing.inflation import Comparison, comparisons, excess
from fazhi_tui.domain.reviewing.standing import outdated, unjudged, with_opinion
from fazhi_tui.domain.rows import Board, Row
from fazhi_tui.domain.scoring import by_officer, by_reviewed, score_board, shown_range
from fazhi_tui.domain.verdict import word

HEADER = ("清单", "环节", "自评分", "复核分", "自评虚高", "更正", "更正的检查项")
WHOLE = "全部"
NO_FIGURE = "–"


def comparison_rows(board: Board) -> Iterator[tuple[str, ...]]:
    """A row a checklist in which something was corrected, behind it a row a stage concerned."""
    return (_cells(each) for each in comparisons(board))


def review_counts(board: Board) -> str:
    """How much of it was reviewed and how: 已复核3条（同意1条、更正1条、退回1条）…."""
    each = {opinion: len(with_opinion(board, opinion)) for opinion in Opinion}
    parts = "、".join(f"{opinion}{count}条" for opinion, count in each.items())
    stale = len(outdated(board))
    fresh = sum(row.review is None for row in unjudged(board))
    return f"已复核{sum(each.values())}条（{parts}），复核后自评又改动的{stale}条，未复核{fresh}条。"


def inflation_words(board: Board) -> str:
    """The two scores of the whole and their difference."""
    officer, reviewed = score_board(board, by_officer)[0], score_board(board, by_reviewed)[0]
    scores = f"自评分{shown_range(officer)}，复核分{shown_range(reviewed)}"
    difference = excess(officer, reviewed)
    if difference is None:
        return f"{scores}。"
    if not difference:
        return f"{scores}，两者相同。"
    too = "自评虚高" if difference > 0 else "自评偏低"
    return f"{scores}，{too}{abs(difference):.1f}分。"


def _cells(each: Comparison) -> tuple[str, ...]:
    reds = sum(row.item.redline for row in each.corrected)
    return (
        each.checklist.title,
        each.stage.title if each.stage else WHOLE,
        shown_range(each.officer),
        shown_range(each.reviewed),
        _signed(each.excess),
        f"{len(each.corrected)}条" + (f"（红线{reds}条）" if reds else ""),
        "、".join(map(_row_words, each.corrected)) if each.stage else "",
    )


def _signed(difference: Decimal | None) -> str:
    return NO_FIGURE if difference is None else f"{difference:.1f}"


def _row_words(row: Row) -> str:
    return f"{row.sheet.object} {row.item.id}（自评{word(row.answer.settled)}，复核{word(row.effective)}）"

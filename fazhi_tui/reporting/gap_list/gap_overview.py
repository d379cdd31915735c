"""The head of a gap list: where the assessment and each checklist stand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from fazhi_tui.domain.assessment import Assessment, State
from fazhi_tui.domain.gaps import find_gaps, gap_count
from fazhi_tui.domain.rows import Board
from fazhi_tui.domain.scoring import Score, by_officer, by_reviewed, score_board, shown, shown_range
from fazhi_tui.reporting.markdown_escape import inline

NONE = "–"


def is_draft(assessment: Assessment, board: Board) -> bool:
    """Whether an export must be headed 草稿: something is open, or the state is not 定稿."""
    return assessment.state is not State.FINAL or bool(score_board(board, by_officer)[0].open)


def overview(assessment: Assessment, board: Board) -> list[str]:
    """The 总体情况 table and the table of checklists."""
    officer, reviewed = score_board(board, by_officer), score_board(board, by_reviewed)
    return [
        _overall(assessment, board, officer[0], reviewed[0]),
        _per_checklist(assessment, board, officer[1], reviewed[1]),
    ]


def _overall(assessment: Assessment, board: Board, officer: Score, reviewed: Score) -> str:
    rounds = [("轮次", assessment.round)] if assessment.round else []
    rows = [
        ("单位", assessment.unit),
        ("年度", f"{assessment.year}年度"),
        *rounds,
        ("单位类别", assessment.kind),
        ("状态", assessment.state.value),
        ("完成情况", f"已答{officer.answered}/共{officer.total}"),
        ("自评分", _score_words(officer)),
        ("复核分", _score_words(reviewed) if assessment.has_reviews else NONE),
        ("结论", _conclusion(reviewed)),
        ("红线", _redlines(reviewed)),
        ("差距", _gap_words(board)),
        ("待佐证", f"{officer.lacking_evidence}条（评为落实而未列佐证）"),
    ]
    return table(("项目", "内容"), rows)


def _score_words(score: Score) -> str:
    return f"{shown_range(score)}（尚未答完，仅列区间）" if score.open else shown_range(score)


def _conclusion(score: Score) -> str:
    if score.breaches:
        return f"{score.conclusion}（触碰红线；否决前得分{shown_range(score)}）"
    return score.conclusion or ("待答完后得出" if score.open else NONE)


def _redlines(score: Score) -> str:
    parts = [f"触碰{score.breaches}条" if score.breaches else "未触碰"]
    if score.flagged:
        parts.append(f"另有{score.flagged}条部分落实")
    if score.open_redlines:
        parts.append(f"尚有{score.open_redlines}条未评")
    return "，".join(parts)


def _gap_words(board: Board) -> str:
    advice = sum(gap.is_advice for gap in find_gaps(board))
    among = [f"含其他问题{len(board.manual)}条"] if board.manual else []
    among += [f"另有建议{advice}条"] if advice else []
    return f"{gap_count(board)}条" + (f"（{'，'.join(among)}）" if among else "")


def _per_checklist(
    assessment: Assessment, board: Board, officer: Mapping[str, Score], reviewed: Mapping[str, Score]
) -> str:
    header = ["清单", "已答", "应得", "实得", "折算", "红线"]
    if assessment.has_reviews:
        header.append("复核折算")
    rows = []
    for checklist in board.checklists:
        own, checked = officer[checklist.id], reviewed[checklist.id]
        cells = [
            checklist.title,
            f"{own.answered}/{own.total}",
            shown(own.possible),
            shown(own.earned),
            shown_range(own),
            _redlines(checked),
            shown_range(checked),
        ]
        rows.append(cells[: len(header)])
    return table(header, rows)


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table; every cell is content."""
    lines = [header, ["---"] * len(header), *([inline(cell) for cell in row] for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)

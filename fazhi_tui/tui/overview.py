"""The overview as lines: per checklist and stage the verdicts as bars, marks and words with the colours."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rich.cells import cell_len
from textual.content import Content

from fazhi_tui.domain.assessment import State
from fazhi_tui.domain.gaps import Gap, counted, find_gaps
from fazhi_tui.domain.local_mark import gap_words
from fazhi_tui.domain.rows import Board
from fazhi_tui.domain.scoring import Score, by_reviewed, score_board, shown_range
from fazhi_tui.domain.tallies import BAR_ORDER, StageTally, shares, tallies
from fazhi_tui.domain.verdict import Verdict, mark, word
from fazhi_tui.tui.home_list import fitted
from fazhi_tui.tui.words import overview_words

STAGE_CELLS = 18
FIGURES_CELLS = 36
BAR_CELLS = (len(BAR_ORDER), 60)
_STYLES: dict[Verdict | None, str] = {
    Verdict.DONE: "reverse $text-success",
    Verdict.PARTLY: "reverse $text-warning",
    Verdict.HOLLOW: "bold reverse $text-warning",
    Verdict.MISSING: "bold reverse $text-error",
    Verdict.NOT_OCCURRED: "reverse $text-muted",
    Verdict.INAPPLICABLE: "reverse $text-muted",
    None: "$text-muted",
}


def legend() -> Content:
    """Every mark with its word, in its colour."""
    parts: list[tuple[str, str]] = []
    for verdict in BAR_ORDER:
        parts += [(mark(verdict), _STYLES[verdict]), (f"{word(verdict)} ", "")]
    return Content.assemble(*parts)


@dataclass(frozen=True, slots=True)
class Block:
    """A checklist's standing and its stages'."""

    title: str
    score: Score
    stages: tuple[StageTally, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """All that the bars show, reckoned once; drawing it at a width costs little."""

    score: Score
    gaps: int
    breaches: tuple[Gap, ...]
    blocks: tuple[Block, ...]


def standing(board: Board) -> Standing:
    """The red lines breached and the checklists that ask something."""
    score, each = score_board(board, by_reviewed)
    gaps = find_gaps(board)
    blocks = (Block(c.title, each[c.id], tallies(board, c, by_reviewed)) for c in board.checklists)
    return Standing(
        score,
        len(counted(gaps)) + len(board.manual),
        tuple(gap for gap in gaps if gap.breaks_redline),
        tuple(block for block in blocks if block.stages),
    )


def head(found: Standing, state: State) -> Content:
    """The whole in one line: state, answered, score, conclusion, gaps, red lines, evidence missing."""
    score = found.score
    parts = [
        state.value,
        overview_words.OVERVIEW_ANSWERED.format(answered=score.answered, total=score.total),
        overview_words.OVERVIEW_SCORE.format(range=shown_range(score)),
        *([score.conclusion] if score.conclusion else []),
        overview_words.OVERVIEW_GAPS.format(count=found.gaps),
    ]
    return Content.assemble("  ".join(parts), *_flags(score))


def body(found: Standing, width: int) -> Content:
    """Red lines breached by name, then a block a checklist."""
    return Content("\n").join(_lines(found, width))


def _lines(found: Standing, width: int) -> Iterator[Content]:
    for gap in found.breaches:
        where = f"{gap.row.stage.title}（{gap.row.sheet.object}）"
        yield Content.styled(f"! {gap.verdict} {where}：{gap_words(gap.row.item)}", "bold $text-error")
    for block in found.blocks:
        yield Content("")
        yield _checklist_line(block.title, block.score, width)
        yield from (_stage_line(tally, width) for tally in block.stages)


def _checklist_line(title: str, score: Score, width: int) -> Content:
    cells = max(STAGE_CELLS, width - FIGURES_CELLS)
    return Content.assemble((fitted(title, cells), "bold"), _figures(score), *_flags(score))


def _stage_line(tally: StageTally, width: int) -> Content:
    room = width - STAGE_CELLS - FIGURES_CELLS - 1
    cells = min(max(room, BAR_CELLS[0]), BAR_CELLS[1])
    bar = [(mark(v) * count, _STYLES[v]) for v, count in shares(tally.counts, cells).items()]
    title = fitted(f"  {tally.stage.title}", STAGE_CELLS - 1) + " "
    gap = " " * max(room + 1 - cells, 1)
    return Content.assemble(title, *bar, gap, _figures(tally.score), *_flags(tally.score))


def _figures(score: Score) -> str:
    range_ = shown_range(score)
    return f"{score.answered:>4}/{score.total:<4} {range_}" + " " * max(12 - cell_len(range_), 0)


def _flags(score: Score) -> Iterator[tuple[str, str]]:
    if score.breaches:
        yield f" !{score.breaches}", "bold $text-error"
    if score.lacking_evidence:
        yield overview_words.OVERVIEW_UNPROVEN.format(count=score.lacking_evidence), "$text-warning"

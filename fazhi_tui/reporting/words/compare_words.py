"""Two years side by side in words, for a screen, a terminal and a document alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from math import floor

from fazhi_tui.domain.compare import ItemChange, Side, StageChange, Trend, YearComparison
from fazhi_tui.domain.gaps import gap_count
from fazhi_tui.domain.local_mark import question_words
from fazhi_tui.domain.scoring import by_reviewed, score_board, shown_range
from fazhi_tui.domain.verdict import Verdict
from fazhi_tui.reporting.words.review_words import state_words

_WIDTH = 10
_FULL, _EMPTY = "█", "░"
_ARROWS = {1: "▲", 0: "＝", -1: "▼"}
BASIS = (
    "按共同的检查项比：编号和问法都没有变的；系数一律按落实1、部分落实0.5、流于形式0.25、未落实0，"
    "与各年计分无关。"
)
CHART = "各环节：可比的检查项平均，每条同权"
UNEQUAL = "清单、计分或者自查对象有变的，得分不能直接相比。"
NOTHING_COMMON = "没有可比的检查项。"
OVERVIEW_HEADER = ("自查", "状态", "已答", "得分（经复核）", "差距")
REPEATED_HEADER = ("检查项", "次数和年度", "问题")
ONE_SIDED_HEADER = ("检查项", "问题", "原因")
Rows = Sequence[tuple[str, ...]]


def title(comparison: YearComparison) -> str:
    """The unit, with its former name where it had another, and the two years."""
    old, new = comparison.old, comparison.new
    names = dict.fromkeys((new.assessment.unit, old.assessment.unit))
    former = "".join(f"（原{name}）" for name in list(names)[1:])
    return f"{new.assessment.unit}{former}{old.label}与{new.label}对比"


def overview_rows(comparison: YearComparison) -> Rows:
    """Each year's completion, score and gaps."""
    return [_side_cells(side) for side in (comparison.old, comparison.new)]


def counts_words(comparison: YearComparison) -> str:
    """How many items went which way, came, went and were reworded, and how many repeat."""
    common = "、".join(f"{trend}{len(comparison.of(trend))}" for trend in Trend)
    return (
        f"共同的检查项{len(comparison.items)}条：{common}。新增{len(comparison.added)}条，"
        f"不再问{len(comparison.dropped)}条，改问法{len(comparison.reworded)}条；"
        f"屡查屡犯{len(comparison.repeated)}条。"
    )


def chart_rows(comparison: YearComparison) -> Rows:
    """A bar for each year, an arrow, and the stage with the number of its items, worst first."""
    stages = sorted(comparison.stages, key=lambda s: s.new - s.old)
    return [_chart_cells(stage) for stage in stages]


def chart_header(comparison: YearComparison) -> tuple[str, ...]:
    """The header of `chart_rows`."""
    return (comparison.old.label, comparison.new.label, "变化", "环节")


def chart_lines(comparison: YearComparison) -> list[str]:
    """The chart, a line a stage; the stage stands last, so that the bars align."""
    return [f"{old} → {new} {arrow} {stage}" for old, new, arrow, stage in chart_rows(comparison)]


def item_rows(comparison: YearComparison, trend: Trend) -> Rows:
    """Id, stage, both standings and the question of the items that went this way.

    Of those that stand as before only the ones that fall short; see `steady_words`.
    """
    changes = comparison.of(trend)
    if trend is Trend.SAME:
        changes = tuple(change for change in changes if change.new.is_short)
    return [_item_cells(change) for change in changes]


def item_header(comparison: YearComparison) -> tuple[str, ...]:
    """The header of `item_rows`."""
    return ("检查项", "环节", comparison.old.label, comparison.new.label, "问题")


def steady_words(comparison: YearComparison) -> str:
    """How many items stand as before without falling short; empty for none."""
    steady = sum(not change.new.is_short for change in comparison.of(Trend.SAME))
    return f"另有{steady}条两次都是{Verdict.DONE}。" if steady else ""


def repeated_rows(comparison: YearComparison) -> Rows:
    """Id, how often and in which years, and the shortcoming."""
    return [(found.item.id, found.repeat.text, found.item.gap) for found in comparison.repeated]


def one_sided_rows(comparison: YearComparison) -> tuple[Rows, Rows]:
    """The items only the later and only the earlier year asks, each with the reason."""
    added, dropped = (
        [(found.item.id, question_words(found.item), found.reason) for found in side]
        for side in (comparison.added, comparison.dropped)
    )
    return added, dropped


def reworded_rows(comparison: YearComparison) -> Rows:
    """Id, the former and the present question, with when it applies and its force where these differ."""
    return [
        (
            new.id,
            _wording(old.question, old.applies, old.force),
            _wording(new.question, new.applies, new.force),
        )
        for old, new in comparison.reworded
    ]


def reworded_header(comparison: YearComparison) -> tuple[str, ...]:
    """The header of `reworded_rows`."""
    return ("检查项", comparison.old.label, comparison.new.label)


def tables(comparison: YearComparison) -> Iterator[tuple[str, tuple[str, ...], Rows]]:
    """Every table that has rows: heading, header and rows, what got worse first."""
    header = item_header(comparison)
    added, dropped = one_sided_rows(comparison)
    every: list[tuple[str, tuple[str, ...], Rows]] = [
        ("屡查屡犯", REPEATED_HEADER, repeated_rows(comparison)),
        (Trend.WORSE.value, header, item_rows(comparison, Trend.WORSE)),
        (Trend.BETTER.value, header, item_rows(comparison, Trend.BETTER)),
        (f"{Trend.SAME.value}而仍有差距", header, item_rows(comparison, Trend.SAME)),
        (
            f"{Trend.UNCOMPARED.value}（有一次没有评，或者不适用、本年未发生）",
            header,
            _uncompared(comparison),
        ),
        ("新增", ONE_SIDED_HEADER, added),
        ("不再问", ONE_SIDED_HEADER, dropped),
        ("改问法", reworded_header(comparison), reworded_rows(comparison)),
    ]
    yield from (table for table in every if table[2])


def comparison_lines(comparison: YearComparison) -> list[str]:
    """All of it, a line each, for a text to read and scroll."""
    lines = [title(comparison), BASIS, counts_words(comparison), steady_words(comparison)]
    for cells in overview_rows(comparison):
        lines.append(
            "　".join(
                f"{name}{cell}" for name, cell in zip(("", "", "已答", "得分", "差距"), cells, strict=True)
            )
        )
    lines += [UNEQUAL, "", CHART, *chart_lines(comparison)]
    for heading, _, rows in tables(comparison):
        lines += ["", heading, *("　".join(cells) for cells in rows)]
    return [line for n, line in enumerate(lines) if line or (n and lines[n - 1])]


def _side_cells(side: Side) -> tuple[str, ...]:
    score, _ = score_board(side.board, by_reviewed)
    conclusion = f" {score.conclusion}" if score.conclusion else ""
    return (
        side.label,
        state_words(side.assessment),
        f"{score.answered}/{score.total}",
        f"{shown_range(score)}{conclusion}",
        f"{gap_count(side.board)}条",
    )


def _uncompared(comparison: YearComparison) -> Rows:
    """Those answered in one year at least."""
    return [
        _item_cells(change)
        for change in comparison.of(Trend.UNCOMPARED)
        if change.old.words != change.new.words
    ]


def _item_cells(change: ItemChange) -> tuple[str, ...]:
    marks = "".join(
        mark
        for mark, holds in (("（红线）", change.item.redline), ("（建议）", change.item.is_advice))
        if holds
    )
    question = f"{question_words(change.item)}{marks}"
    return (change.item.id, change.stage.title, change.old.words, change.new.words, question)


def _chart_cells(change: StageChange) -> tuple[str, ...]:
    arrow = _ARROWS[(change.new > change.old) - (change.new < change.old)]
    stage = f"{change.stage.title}（{change.checklist.title}，{change.items}条）"
    return (_bar(change.old), _bar(change.new), arrow, stage)


def _bar(share: Fraction) -> str:
    """Ten cells and the percentage, both rounded half up, so that columns align."""
    cells = floor(share * _WIDTH + Fraction(1, 2))
    percent = floor(share * 100 + Fraction(1, 2))
    return f"{_FULL * cells}{_EMPTY * (_WIDTH - cells)} {percent:>3}%"


def _wording(question: str, applies: str, force: str) -> str:
    return f"{question}（{force}{f'；适用：{applies}' if applies else ''}）"

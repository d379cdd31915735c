"""Two years side by side as a Markdown document."""

from __future__ import annotations

from fazhi_tui.domain.compare import YearComparison
from fazhi_tui.domain.law.citation import chinese_number
from fazhi_tui.reporting.gap_list.gap_overview import table
from fazhi_tui.reporting.markdown_escape import inline
from fazhi_tui.reporting.words.compare_words import (
    BASIS,
    CHART,
    NOTHING_COMMON,
    OVERVIEW_HEADER,
    UNEQUAL,
    chart_header,
    chart_rows,
    counts_words,
    overview_rows,
    steady_words,
    tables,
    title,
)


def compare_markdown(comparison: YearComparison, codes: tuple[str, str]) -> str:
    """The document; `codes` are the 校验码 of the earlier and the later log."""
    blocks = [f"# {inline(title(comparison))}", table(OVERVIEW_HEADER, overview_rows(comparison)), UNEQUAL]
    blocks += [BASIS, inline(counts_words(comparison)), steady_words(comparison)]
    blocks += ["## 一、各环节", inline(CHART), _chart(comparison)]
    for number, (heading, header, rows) in enumerate(tables(comparison), start=2):
        blocks += [f"## {chinese_number(number)}、{inline(heading)}", table(header, rows)]
    sides = (comparison.old, comparison.new)
    foot = (f"校验码（{inline(s.label)}）：{code}" for s, code in zip(sides, codes, strict=True))
    return "\n\n".join([*filter(None, blocks), "---", *foot]) + "\n"


def _chart(comparison: YearComparison) -> str:
    rows = chart_rows(comparison)
    return table(chart_header(comparison), rows) if rows else NOTHING_COMMON

"""整改台账: a table of every gap with who answers for it and how far it has come."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from fazhi_tui.domain.rectifying.ledger import Entry, kept_lines
from fazhi_tui.reporting.gap_list.gap_overview import table
from fazhi_tui.reporting.gap_list.gap_sections import Section
from fazhi_tui.reporting.ledger.ledger_words import (
    counts_words,
    due_words,
    last_words,
    number_words,
    problem_words,
    who_words,
)

HEADER = ("序号", "问题", "责任领导", "责任部门（人）", "时限", "类型", "最近进展", "状态")


def ledger_sections(entries: Sequence[Entry]) -> Iterator[Section]:
    """How many lines stand where, and the table; nothing where there is no line."""
    if lines := kept_lines(entries):
        counts = f"共{len(lines)}条：{counts_words(lines)}。"
        yield Section("整改台账", (counts, table(HEADER, [_cells(entry) for entry in lines])))


def _cells(entry: Entry) -> tuple[str, ...]:
    known = entry.rectification
    return (
        number_words(entry),
        problem_words(entry),
        known.leader,
        who_words(known),
        due_words(known),
        known.pace.value if known.pace else "",
        last_words(known),
        entry.status_words,
    )

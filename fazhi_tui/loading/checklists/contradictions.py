"""Reading which answers of a checklist exclude each other."""

from __future__ import annotations

from collections.abc import Collection

from fazhi_tui.domain.checklist import Contradiction
from fazhi_tui.domain.verdict import Verdict
from fazhi_tui.loading.checklists.table import Table


def read_contradictions(table: Table, items: Collection[str]) -> tuple[Contradiction, ...]:
    """The pairs in file order; every fault is noted in the table."""
    pairs = (_pair(table.sub(data, "contradicts"), items) for data in table.tables("contradicts"))
    return tuple(pair for pair in pairs if pair is not None)


def _pair(table: Table, known: Collection[str]) -> Contradiction | None:
    table.only(("items", "verdicts", "say"))
    items = _two(table, "items", "检查项编号")
    verdicts = _two(table, "verdicts", "结论", one_of=tuple(Verdict))
    say = table.text("say", required=True)
    for item in items:
        if item not in known:
            table.fault(f"没有检查项“{item}”。", "请核对编号。")
    if len(items) == 2 and items[0] == items[1]:
        table.fault(f"items 两次写了同一个检查项“{items[0]}”。", "请写两个不同的检查项。")
    if len(items) != 2 or len(verdicts) != 2 or not set(verdicts) <= set(Verdict):
        return None
    first, second = (Verdict(verdict) for verdict in verdicts)
    return Contradiction((items[0], items[1]), (first, second), say)


def _two(table: Table, key: str, what: str, one_of: tuple[str, ...] = ()) -> tuple[str, ...]:
    before = len(table.findings)
    texts = table.texts(key, one_of=one_of)
    if len(texts) != 2 and len(table.findings) == before:
        table.fault(f"“{key}”应当正好是两个{what}，现有{len(texts)}个。", f'请写成 {key} = ["…", "…"]。')
    return texts

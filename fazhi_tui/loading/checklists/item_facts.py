"""Reading the facts an item asks for."""

from __future__ import annotations

from fazhi_tui.domain.checklist import FACT_TYPES, FactSpec
from fazhi_tui.loading.checklists.table import Table

# Signs of the form's cells; a label with one could only be written behind a backslash.
_SIGNS = "\n;；|｜=＝\\"


def read_facts(table: Table) -> tuple[FactSpec, ...]:
    """The facts in file order; every fault is noted in the table."""
    specs: list[FactSpec] = []
    for data in table.tables("facts"):
        inner = table.sub(data, table.place)
        inner.only(("id", "label", "type"))
        kind = inner.text("type", required=True, one_of=FACT_TYPES)
        spec = FactSpec(inner.id(), inner.text("label", required=True), kind)
        _check_label(inner, spec.label)
        if any(spec.id == s.id or spec.label == s.label for s in specs):
            inner.fault(f"事实“{spec.id}”（{spec.label}）重复。", "编号和名称都不能重复。")
        specs.append(spec)
    for spec in specs:
        if any(spec.label == other.id for other in specs if other is not spec):
            table.fault(f"事实名称“{spec.label}”是另一个事实的编号。", "请改名，表格里才分得清。")
    return tuple(specs)


def _check_label(fact: Table, label: str) -> None:
    if signs := [sign for sign in _SIGNS if sign in label and sign != "\n"]:
        fact.fault(
            f"事实名称“{label}”里有“{'”“'.join(signs)}”，填报表格里写不了。", "请改用其他文字，如顿号、括号。"
        )
    if label != label.strip():
        fact.fault(f"事实名称“{label}”首尾有空格。", "请删去空格。")

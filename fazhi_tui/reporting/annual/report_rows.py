"""Rows put together as a report tells of them: by stage, and in it by item over all its sheets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from fazhi_tui.domain.checklist import Checklist, Item, Stage
from fazhi_tui.domain.rows import Row


@dataclass(frozen=True, slots=True)
class ItemRows:
    """One item on the sheets that are told of; `is_everywhere`: there is no other sheet that asks it."""

    item: Item
    rows: tuple[Row, ...]
    is_everywhere: bool = True


@dataclass(frozen=True, slots=True)
class StageRows:
    """One stage with its items, in file order."""

    checklist: Checklist
    stage: Stage
    items: tuple[ItemRows, ...]


def by_stage(rows: Iterable[Row], among: Iterable[Row] = ()) -> tuple[StageRows, ...]:
    """The rows by stage and item, each in the order it first comes; `among` are all that ask the items."""
    asked = Counter((row.checklist.id, row.item.id) for row in among)
    stages: dict[tuple[str, str], dict[str, list[Row]]] = {}
    for row in rows:
        items = stages.setdefault((row.checklist.id, row.stage.id), {})
        items.setdefault(row.item.id, []).append(row)
    return tuple(_stage_rows(items, asked) for items in stages.values())


def _stage_rows(items: dict[str, list[Row]], asked: Counter[tuple[str, str]]) -> StageRows:
    first = next(iter(items.values()))[0]
    return StageRows(
        first.checklist,
        first.stage,
        tuple(
            ItemRows(rows[0].item, tuple(rows), asked[first.checklist.id, id] <= len(rows))
            for id, rows in items.items()
        ),
    )

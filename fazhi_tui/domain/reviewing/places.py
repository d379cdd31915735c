"""Rows named in words, for messages."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from fazhi_tui.domain.rows import Row


def places(rows: Iterable[Row], named: Callable[[Row], str] = lambda row: row.item.id) -> tuple[str, ...]:
    """A line a sheet, its rows behind it: 重大行政决策程序·文旅发展规划：zdjc-14-tingqu、zdjc-15-qixian."""
    sheets: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        sheets.setdefault(row.key[:2], []).append(row)
    return tuple(f"{sheet_name(here[0])}：{'、'.join(map(named, here))}" for here in sheets.values())


def sheet_name(row: Row) -> str:
    """The checklist's title and the object."""
    return f"{row.checklist.title}·{row.sheet.object}"

"""The lines of the home screen: an assessment in the list, and what stands in the one chosen."""

from __future__ import annotations

from datetime import date
from typing import Any

from rich.cells import cell_len, set_cell_size

from fazhi_tui.tui.words import home_words
from fazhi_tui.workspace import Listed

STALE_DAYS = 365
COLUMN_CELLS = (30, 5, 9, 13, 8, 6)


def columns(cells: tuple[str, ...]) -> str:
    """Texts padded to the columns' widths; a long name is cut with ~."""
    return " ".join(fitted(text, width) for text, width in zip(cells, COLUMN_CELLS, strict=True)).rstrip()


def fitted(text: str, width: int) -> str:
    """A text in so many cells; one that is too long is cut with ~."""
    return set_cell_size(text, width) if cell_len(text) <= width else set_cell_size(text, width - 1) + "~"


def list_line(listed: Listed) -> str:
    """One line of the list."""
    if listed.summary is None:
        return f"{fitted(listed.id, COLUMN_CELLS[0])} {home_words.DAMAGED}"
    entry = listed.summary["entry"]
    round_ = f"（{entry['round']}）" if entry["round"] else ""
    name = home_words.DEMO_TAG + entry["unit"] if listed.summary["demo"] else entry["unit"] + round_
    answered = f"{entry['total'] - entry['open']}/{entry['total']}"
    return columns(
        (name, str(entry["year"]), answered, listed.summary["range"], _gaps(entry), entry["state"])
    )


def _gaps(entry: dict[str, Any]) -> str:
    return f"{entry['gaps']}" + (f" !{entry['redlines']}" if entry["redlines"] else "")


def detail(listed: Listed, today: date) -> str:
    """A line a checklist, when it was last saved, and a warning where the law was checked long ago."""
    if listed.summary is None:
        return str(listed.fault)
    entry = listed.summary["entry"]
    lines = [f"{entry['year']}年度 · {entry['unit']}（{entry['kind']}）"]
    for line in listed.summary["checklists"]:
        answered = f"{line['total'] - line['open']}/{line['total']}"
        redlines = f"  !{line['redlines']}" if line["redlines"] else ""
        title = set_cell_size(line["title"], 22)
        lines.append(f"  {title} {line['sheets']}张表  {answered:<8} {line['range']}{redlines}")
    lines.append(
        f"最近保存 {listed.summary['last_at'][:16].replace('T', ' ')} {listed.summary['last_actor']}"
    )
    checked = listed.summary.get("checked")
    if checked and (today - date.fromisoformat(checked)).days > STALE_DAYS:
        lines.append(home_words.STALE.format(day=checked))
    return "\n".join(lines)

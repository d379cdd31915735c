"""Which version of each checklist is in use, when its law was last checked, and what changed in it."""

from __future__ import annotations

from collections.abc import Iterable

from fazhi_tui.domain.checklist import Checklist


def version_lines(checklists: Iterable[Checklist]) -> list[str]:
    """A line a checklist, and one for each entry of its history."""
    lines = []
    for checklist in checklists:
        lines.append(f"{checklist.title}　{checklist.version}　法条核对到{checklist.checked}")
        lines += [f"　　{version} {change}" for version, change in checklist.history]
    return lines

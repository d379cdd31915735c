"""What a hand-over file (`.fazhi`) is made of; written by reporting, read by loading."""

from __future__ import annotations

from fazhi_tui.domain.log.events import Log

SUFFIX = ".fazhi"
FORMAT, SCHEMA = "fazhi-handover", 1
ABOUT = "法治政府建设自查交接文件，用 fazhi merge 读入"
FIELDS = ("format", "schema", "about", "check", "events", "checklists")
SIZE_LIMIT = 32_000_000


def adopted_digests(log: Log) -> tuple[str, ...]:
    """The digests of all checklist sets a log refers to, those of steps taken back included."""
    adoptions = (event for event in log.officer if event.kind == "adopted")
    return tuple(dict.fromkeys(event.payload["digest"] for event in adoptions))

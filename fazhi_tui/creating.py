"""A new assessment in the data folder: its first two steps, in one save."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from fazhi_tui.domain import decide
from fazhi_tui.domain.log.events import Event, Lane, Log, next_event
from fazhi_tui.domain.log.wish import Wish
from fazhi_tui.domain.scheme import Scheme
from fazhi_tui.errors import BadInputError, FazhiError
from fazhi_tui.loading.checklists.checklist_files import Library
from fazhi_tui.os_faults import os_fault
from fazhi_tui.recording import Clock, stamp
from fazhi_tui.storage.archive import Archive

Summaries = Mapping[str, Mapping[str, Any] | None]


def create_assessment(
    archive: Archive,
    created: Wish,
    library: Library,
    scheme: Scheme,
    *,
    there: Summaries,
    who: str,
    clock: Clock,
) -> str:
    """Make an assessment's folder with its first two events; returns its id.

    Args:
        archive: the data folder's assessments.
        created: the first step; see `decide.create`.
        library: the checklists it adopts.
        scheme: how it is scored.
        there: the summary of each assessment there is, None for one that does not read.
        who: who does it.
        clock: tells the time.

    Raises:
        BadInputError: it exists already.
        FazhiError: the disk refused; its name is free for the next attempt.
    """
    _, payload = created
    _require_new(there, payload["unit"], payload["year"], payload["round"])
    adopted = decide.adopt(library.checklists, library.digest, scheme)
    try:
        return _make(archive, created, adopted, library, who, clock)
    except OSError as error:
        raise FazhiError(
            f"新建不成：{os_fault(error)}（{archive.folder}）", "请腾出磁盘空间或检查权限后再试。"
        ) from None


def _make(archive: Archive, created: Wish, adopted: Wish, library: Library, who: str, clock: Clock) -> str:
    kind, payload = created
    store = archive.make_folder(payload["unit"], payload["year"], payload["round"])
    store.lock(who, stamp(clock))
    try:
        if store.id in archive.ids():
            raise BadInputError(f"另一个程序刚建了“{store.id}”。", "请看一下列表再试。")
        steps = ((kind, {**payload, "id": store.id}), adopted)
        store.create(library.data, _first_events(steps, who, clock))
    finally:
        store.unlock()
    return store.id


def _first_events(steps: Iterable[Wish], who: str, clock: Clock) -> tuple[Event, ...]:
    log = Log()
    for kind, payload in steps:
        at = stamp(clock)
        log = log.with_event(next_event(log, Lane.OFFICER, kind=kind, payload=payload, at=at, actor=who))
    return log.officer


def _require_new(there: Summaries, unit: str, year: int, round_: str) -> None:
    for id, summary in there.items():
        entry = summary["entry"] if summary else {}
        if (entry.get("unit"), entry.get("year"), entry.get("round")) == (unit, year, round_):
            which = f"{unit} {year}年度" + (f" {round_}" if round_ else "")
            raise BadInputError(
                f"已有“{which}”的自查（{id}）。", "请打开它继续，或用轮次区分：--round 半年。"
            )

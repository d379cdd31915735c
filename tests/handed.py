"""Hand-over files made in memory."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from fazhi_tui.domain.log.events import Event, Log, check_code, log_from
from fazhi_tui.domain.log.fold import fold
from fazhi_tui.domain.log.handover_format import adopted_digests
from fazhi_tui.loading.checklists.checklist_files import Library
from fazhi_tui.reporting.handover_file import handover_bytes
from tests.journal import Journal
from tests.samples import SAMPLE


def file_of(journal: Journal, *libraries: Library) -> bytes:
    """The file of a journal, which has adopted its own library and perhaps others."""
    return file_of_log(journal.log, journal.library, *libraries)


def file_of_log(log: Log, *libraries: Library) -> bytes:
    """The file of a log under these libraries, the sample ones if none are given."""
    sets = {library.digest: library.data for library in libraries or (SAMPLE,)}
    adopted = {digest: sets[digest] for digest in adopted_digests(log)}
    return handover_bytes(log, adopted, check_code(log, fold(log).checklists_digest))


def forged_file(data: bytes, events: Iterable[Event]) -> bytes:
    """A file with other events and a 校验码 that fits them, whatever they are."""
    rows = list(events)
    digest = next((e.payload.get("digest") for e in reversed(rows) if e.kind == "adopted"), "")
    code = check_code(log_from(rows), str(digest).encode("ascii", "replace").decode())
    return edited(data, events=[event.as_dict() for event in rows], check=code)


def edited(data: bytes, **fields: Any) -> bytes:  # noqa: ANN401
    """A file with fields of its envelope changed."""
    return json.dumps({**json.loads(data), **fields}, ensure_ascii=False).encode("utf-8")

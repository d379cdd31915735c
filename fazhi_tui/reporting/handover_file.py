"""The hand-over file (`.fazhi`) written: one JSON text, the same bytes for the same log."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from fazhi_tui.domain.log.events import Log, in_order
from fazhi_tui.domain.log.handover_format import ABOUT, FIELDS, FORMAT, SCHEMA, SIZE_LIMIT
from fazhi_tui.errors import BadInputError


def handover_bytes(log: Log, sets: Mapping[str, Sequence[Mapping[str, Any]]], check_code: str) -> bytes:
    """A log with its checklists as a file.

    Args:
        log: both lanes.
        sets: the checklist sets the log refers to, by digest.
        check_code: the 校验码 of both.

    Raises:
        BadInputError: it would be bigger than a reader takes.
    """
    events = [event.as_dict() for event in in_order(log)]
    checklists = {digest: list(data) for digest, data in sets.items()}
    values = dict(zip(FIELDS, (FORMAT, SCHEMA, ABOUT, check_code, events, checklists), strict=True))
    text = json.dumps(values, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    data = text.encode("utf-8")
    if len(data) > SIZE_LIMIT:
        raise BadInputError(
            f"交接文件有{len(data) // 1_000_000}MB，超过{SIZE_LIMIT // 1_000_000}MB，没有写出。",
            "请复制整个数据文件夹（fazhi where）交过去。",
        )
    return data

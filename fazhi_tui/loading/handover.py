"""The hand-over file (`.fazhi`): one JSON text with a whole log and every checklist set it refers to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from fazhi_tui.domain.assessment import Assessment
from fazhi_tui.domain.log.canonical import digest as digest_of
from fazhi_tui.domain.log.events import Event, Log, check_code, event_from
from fazhi_tui.domain.log.fold import fold
from fazhi_tui.domain.log.handover_format import FIELDS, FORMAT, SCHEMA, SIZE_LIMIT
from fazhi_tui.domain.log.received import received_log
from fazhi_tui.errors import BadInputError, DamagedError
from fazhi_tui.loading.checklists.checklist_files import Library, library_from_data
from fazhi_tui.loading.strict_json import read_json

_DEPTH = 24
_MESSAGE_LIMIT = 300
_ASK_AGAIN = "文件可能不全或被改动，什么也没有写入；请对方重新写出。"


@dataclass(frozen=True, slots=True)
class Handover:
    """What a file holds, checked; `libraries` are the sets its log has adopted, by digest."""

    log: Log
    assessment: Assessment
    libraries: Mapping[str, Library]

    @property
    def check_code(self) -> str:
        """The 校验码 of what it holds."""
        return check_code(self.log, self.assessment.checklists_digest)


def read_handover(data: bytes, *, file: str) -> Handover:
    """A hand-over file out of its bytes.

    Args:
        data: the file's bytes.
        file: its name, for messages.

    Raises:
        BadInputError: it is none, of a newer version, or something in it does not fit, which is named.
    """
    values = _envelope(read_json(data, file=file, limit=SIZE_LIMIT, depth=_DEPTH), file)
    try:
        log = received_log(_events(values["events"]))
        assessment = fold(log)
        libraries = _libraries(values["checklists"], log)
    except DamagedError as fault:
        raise BadInputError(f"{file}：{fault.message[:_MESSAGE_LIMIT]}", _ASK_AGAIN) from None
    found = Handover(log, assessment, libraries)
    if values["check"] != found.check_code:
        raise BadInputError(f"{file}：内容与文件自带的校验码不符。", _ASK_AGAIN)
    return found


def _envelope(value: object, file: str) -> dict[str, Any]:
    if not isinstance(value, dict) or value.get("format") != FORMAT:
        raise BadInputError(
            f"{file}：不是交接文件。", "交接文件由 fazhi handover 写出，文件名以 .fazhi 结尾。"
        )
    schema = value.get("schema")
    if type(schema) is int and schema > SCHEMA:
        raise BadInputError(f"{file}：由更高版本的 fazhi 写出。", "请升级 fazhi 后再读入。")
    if schema != SCHEMA or value.keys() != set(FIELDS):
        raise BadInputError(f"{file}：字段不全，或有不认识的字段。", _ASK_AGAIN)
    return value


def _events(rows: object) -> list[Event]:
    if not isinstance(rows, list):
        raise DamagedError("记录不是一个列表。")
    events = []
    for number, row in enumerate(rows, start=1):
        try:
            event = event_from(row)
        except DamagedError as fault:
            raise DamagedError(f"第{number}条{fault.message}") from None
        if event.as_dict() != row:
            raise DamagedError(f"第{number}条记录有不认识的字段。")
        events.append(event)
    return events


def _libraries(sets: object, log: Log) -> dict[str, Library]:
    if not isinstance(sets, dict):
        raise DamagedError("清单不在该在的位置。")
    adoptions = {event.payload["digest"]: event for event in log.officer if event.kind == "adopted"}
    return {digest: _library(sets.get(digest), event) for digest, event in adoptions.items()}


def _library(data: object, adoption: Event) -> Library:
    which = f"自评记录第{adoption.seq}条采用的清单"
    if not isinstance(data, list) or not all(isinstance(one, dict) for one in data):
        raise DamagedError(f"{which}不在文件里。")
    if digest_of(data) != adoption.payload["digest"]:
        raise DamagedError(f"{which}与记录不符。")
    library = library_from_data(data, "checklists")
    listed = [{"id": c.id, "version": c.version} for c in library.checklists]
    if listed != adoption.payload["checklists"]:
        raise DamagedError(f"{which}与记录所列的编号和版本不符。")
    return library

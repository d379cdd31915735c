"""The comment at the end of an editable gap list: of which log it is, and what stood in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from fazhi_tui.domain.log.canonical import digest
from fazhi_tui.domain.log.events import Lane, Log
from fazhi_tui.domain.rectifying.anchors import VERSION, Held

_HEX = "[0-9a-f]"
_START = f"<!--fazhi{VERSION}:records"
_BLOCK = re.compile(rf"^{_START}[^\S\n]*\n(.*?)^-->[^\S\n]*$", re.MULTILINE | re.DOTALL)
_ANY_VERSION = re.compile(r"^<!--fazhi([0-9]{1,4}):records\b", re.MULTILINE)
_ORIGIN = re.compile(
    rf"log ({_HEX}{{16}}) officer ([0-9]{{1,9}}) adviser ([0-9]{{1,9}}) lane (officer|adviser)"
    rf" code ({_HEX}{{16}}) text ({_HEX}{{16}})"
)
_RECORD = re.compile(rf"([0-9]{{1,7}}) ({_HEX}{{12}})((?: [a-z]+ {_HEX}{{12}} {_HEX}{{12}})+)")


@dataclass(frozen=True, slots=True)
class Origin:
    """The state a document was written from.

    `log` is the beginning of its first event's hash, `officer` and `adviser` how many events each lane had,
    `lane` whose copy wrote it, `code` its 校验码, `text` the mark of what may not be changed.
    """

    log: str
    officer: int
    adviser: int
    lane: Lane
    code: str
    text: str

    def beginning_of(self, log: Log) -> Log:
        """The log as it was then."""
        return Log(log.officer[: self.officer], log.adviser[: self.adviser])


@dataclass(frozen=True, slots=True)
class Record:
    """One gap of the document: its number there, the mark of its key, and its fields by name."""

    number: int
    key: str
    fields: Mapping[str, Held]


@dataclass(frozen=True, slots=True)
class Block:
    """What the comment says; `records` by number. `rest` is the text without it."""

    origin: Origin
    records: Mapping[int, Record]
    rest: str


def log_mark(log: Log) -> str:
    """By what a log is known again, however long it has become."""
    return log.officer[0].hash[:16]


def block_text(origin: Origin, records: Sequence[Record]) -> str:
    """The comment, lines ending with LF."""
    head = (
        f"log {origin.log} officer {origin.officer} adviser {origin.adviser} lane {origin.lane.value}"
        f" code {origin.code} text {origin.text}"
    )
    lines = [head, *(_record_line(record) for record in records)]
    return "\n".join([_START, *lines, f"sum {_sum(lines)}", "-->", ""])


def find_block(text: str) -> Block | None:
    """The comment of a text; None where it is missing or not as it was written."""
    matches = list(_BLOCK.finditer(text))
    if len(matches) != 1:
        return None
    (match,) = matches
    *lines, last = [" ".join(line.split()) for line in match[1].splitlines()] or [""]
    origin = _ORIGIN.fullmatch(lines[0]) if lines else None
    records = [_RECORD.fullmatch(line) for line in lines[1:]]
    if origin is None or last != f"sum {_sum(lines)}":
        return None
    known = {int(found[1]): _record(found) for found in records if found}
    rest = text[: match.start()] + text[match.end() :]
    return Block(_origin(origin), known, rest) if len(known) == len(records) else None


def other_version(text: str) -> int | None:
    """The version of the marks where it is not this one."""
    match = _ANY_VERSION.search(text)
    return int(match[1]) if match and int(match[1]) != VERSION else None


def _record_line(record: Record) -> str:
    fields = (f" {name} {held.shown} {held.stored}" for name, held in record.fields.items())
    return f"{record.number} {record.key}{''.join(fields)}"


def _origin(match: re.Match[str]) -> Origin:
    log, officer, adviser, lane, code, text = match.groups()
    return Origin(log, int(officer), int(adviser), Lane(lane), code, text)


def _record(match: re.Match[str]) -> Record:
    return Record(int(match[1]), match[2], dict(_fields(match[3].split())))


def _fields(words: Sequence[str]) -> Iterator[tuple[str, Held]]:
    for name, shown, stored in zip(words[::3], words[1::3], words[2::3], strict=True):
        yield name, Held(shown, stored)


def _sum(lines: Sequence[str]) -> str:
    return digest(list(lines))[:16]

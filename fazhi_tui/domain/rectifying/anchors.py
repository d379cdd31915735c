"""The marks by which an edited gap list is read back: comments that a Markdown reader does not show.

`<!--fazhi1:3:leader-->` and `<!--/fazhi1-->` stand around what may be changed about gap 3; the digit behind
the name is the version of the marks. People's text cannot make one, since its `<` is always escaped.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field

from fazhi_tui.domain.log.canonical import digest
from fazhi_tui.domain.text import shown_lines

VERSION = 1
MARK_START = "<!--fazhi"
CLOSING = f"<!--/fazhi{VERSION}-->"
# An escaped `<` has an odd number of backslashes before it.
_UNESCAPED = r"(?<!\\)(?:\\\\)*"
_MARK = re.compile(rf"{_UNESCAPED}(<!--\s*(?:fazhi{VERSION}:([0-9]{{1,7}}):([a-z]+)|/fazhi{VERSION})\s*-->)")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_BLANK_TO_FILL = re.compile(r"\A\s*_{2,}|(?<!\\)_{2,}\s*\Z")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the text that may not be changed, spaces evened out; `number` counts from 1 in the file."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Value:
    """What stands between two marks, as meant: unescaped, in its form by `as_shown`."""

    number: int
    field: str
    text: str
    line: int


@dataclass(slots=True)
class Apart:
    """A text taken apart; `faults` are lines and what is wrong with the marks there."""

    lines: list[Line] = field(default_factory=list)
    values: list[Value] = field(default_factory=list)
    faults: list[tuple[int, str]] = field(default_factory=list)

    @property
    def mark(self) -> str:
        """The mark of everything that may not be changed."""
        return digest([line.text for line in self.lines])[:16]


def opening(number: int, name: str) -> str:
    """The mark before a value: the gap's number and the field's name."""
    return f"<!--fazhi{VERSION}:{number}:{name}-->"


def as_shown(text: str) -> str:
    """A text as a document shows it: NFC, no empty lines, no spaces around lines, nothing invisible."""
    return unicodedata.normalize("NFC", "\n".join(shown_lines(text)))


def mark_of(text: str) -> str:
    """By what it is known again without being repeated: 12 hex digits."""
    return digest(as_shown(text))[:12]


def take_apart(text: str) -> Apart:
    """What may be changed and what may not; lines end with LF."""
    scan = _Scan()
    position = 0
    for match in _MARK.finditer(text):
        scan.between(text[position : match.start(1)], is_closed=match[2] is None)
        scan.meet(match)
        position = match.end(1)
    scan.end(text[position:])
    return scan.apart


class _Scan:
    """One pass: the text before a mark, then the mark."""

    def __init__(self) -> None:
        self.apart = Apart()
        self._line = self._start = 1
        self._text: list[str] = []
        self._opened: tuple[int, str, int] | None = None

    def between(self, piece: str, *, is_closed: bool) -> None:
        """Take the text up to a mark: a value where a pair of marks is complete, else fixed."""
        if self._opened is not None and is_closed:
            number, name, line = self._opened
            self.apart.values.append(Value(number, name, _meant(piece), line))
            self._line += piece.count("\n")
        else:
            self._fixed(piece)

    def meet(self, match: re.Match[str]) -> None:
        """Take a mark; two openings or two closings in a row are faults."""
        is_closing = match[2] is None
        if is_closing and self._opened is None:
            self.apart.faults.append((self._line, "多了一个结束标记，或者它的开始标记不见了。"))
        if not is_closing:
            self._require_closed()
        self._opened = None if is_closing else (int(match[2]), match[3], self._line)
        self._text.append(CLOSING if is_closing else opening(int(match[2]), match[3]))

    def end(self, rest: str) -> None:
        """Take the text behind the last mark."""
        self._require_closed()
        self._fixed(f"{rest}\n")

    def _require_closed(self) -> None:
        if self._opened is not None:
            self.apart.faults.append((self._opened[2], f"这一处的结束标记 {CLOSING} 不见了。"))

    def _fixed(self, piece: str) -> None:
        first, *more = piece.split("\n")
        self._text.append(first)
        for part in more:
            if text := unicodedata.normalize("NFC", " ".join("".join(self._text).split())):
                self.apart.lines.append(Line(self._start, text))
            self._line += 1
            self._start, self._text = self._line, [part]


def _meant(raw: str) -> str:
    return as_shown(_ESCAPED.sub(r"\1", _BLANK_TO_FILL.sub("", raw)))


def plain(line: str) -> str:
    """A line as people see it, without marks; itself where it is nothing but marks."""
    return _MARK.sub("", line).strip() or line


@dataclass(frozen=True, slots=True)
class Held:
    """What a document shows of a field, and what is stored of it and would be overwritten: their marks."""

    shown: str
    stored: str


def held(shown: str, stored: str) -> Held:
    """The marks of both texts."""
    mark = mark_of(shown)
    return Held(mark, mark if stored == shown else mark_of(stored))


def key_mark(key: Iterable[str]) -> str:
    """By what a gap is known again, whatever its number has become."""
    return digest(list(key))[:12]

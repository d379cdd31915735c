"""The lines of a statute's text: what an editor put in taken out, marks recognised."""

from __future__ import annotations

import re
from dataclasses import dataclass

from fazhi_tui.domain.law.numerals import HAN_NUMERAL, read_number

_N = rf"(?:[{HAN_NUMERAL}]+|[0-9]{{1,4}})"
_SECTION_N = "[一二三四五六七八九十百]+"
_SPACED = re.compile(rf"第({_N})条(之{_N})?(?:[\s【:：]+(.*)|$)", re.DOTALL)
_CLOSE = re.compile(rf"第({_N})条(之{_N})?(?![、和至及或的到以之]|规定|所|第|中|情形|要求)(.*)", re.DOTALL)
_SOME_ARTICLE = re.compile(rf"第{_N}条")
_ITEM = re.compile(rf"[（(]({_SECTION_N})[）)]\s*(.*)", re.DOTALL)
_HEADING = re.compile(rf"({_SECTION_N})、\s*(.*)", re.DOTALL)
_PART = re.compile(rf"第({_SECTION_N})部分\s*$")
_NUMBERED = re.compile(r"([0-9]{1,3})[.．、](?![0-9])\s*(.*)", re.DOTALL)
_CHAPTER = re.compile(rf"第{_N}[编章节](?:\s.{{0,40}}|.{{0,20}})$")
_BEHIND = re.compile(r"(?:附件|附录|附表|附：|附:|附[0-9])")
_MISSING = re.compile(r"缺|未取得|截断")
_OPEN, _CLOSING = "〔【", "〕】"
_ENDS = tuple("。；：？！;:?!”」』》")


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph without editor's notes; `lacks` says that a note told of missing words."""

    text: str
    lacks: bool = False
    is_marked: bool = False
    is_note: bool = False

    @property
    def is_break(self) -> bool:
        """Whether it ends what stood before and belongs to no place: a `#` heading, a chapter, an annex.

        A line that begins an article or a section is none, whatever this says: ask for its mark first.
        """
        if self.is_marked or _BEHIND.match(self.text):
            return True
        return not self.is_whole and bool(_CHAPTER.match(self.text))

    @property
    def names_lost(self) -> bool:
        """Whether it only names articles that were not to be had: 第十条及以后〔缺…〕."""
        return self.lacks and not self.is_whole and _SOME_ARTICLE.match(self.text) is not None

    @property
    def is_whole(self) -> bool:
        """Whether it ends as a sentence, a clause or a lead-in does."""
        return self.text.rstrip("）)").endswith(_ENDS)


def lines_of(text: str) -> list[Line]:
    """The lines of a text that are not empty."""
    return [_line(raw) for raw in text.splitlines() if raw.strip()]


def article_mark(line: Line, *, spaced: bool) -> tuple[str, str] | None:
    """(number, rest) where an article begins; the number is empty for 第…条之一, which has no place.

    `spaced`: the text sets its article numbers off with a space, so that 第五条规定的 begins no article.
    """
    match = (_SPACED if spaced else _CLOSE).match(line.text)
    if match is None:
        return None
    number = read_number(match[1])
    return (f"{number}" if number and not match[2] else ""), (match[3] or "").strip()


def item_mark(line: Line) -> tuple[str, str] | None:
    """(Chinese number, rest) of a line that begins with （三）."""
    mark = _split(_ITEM, line)
    return mark if mark and read_number(mark[0]) else None


def heading_mark(line: Line) -> tuple[str, str] | None:
    """(Chinese number, rest) of a line that begins with 三、, or is 第三部分."""
    return _split(_HEADING, line) or _split(_PART, line)


def numbered_mark(line: Line) -> tuple[str, str] | None:
    """(number, rest) of a line that begins with 1. or 1、."""
    return _split(_NUMBERED, line)


def _split(pattern: re.Pattern[str], line: Line) -> tuple[str, str] | None:
    match = pattern.match(line.text)
    return (match[1], match[2] if len(match.groups()) > 1 else "") if match else None


def _line(raw: str) -> Line:
    stripped = raw.strip().strip("\ufeff").replace("**", "")
    bare = stripped.lstrip("#").strip()
    part = re.fullmatch(rf"[【〔](第{_SECTION_N}部分)[】〕]", bare)
    text, notes = (part[1], "") if part else _without_notes(bare)
    lacks = _MISSING.search(notes) is not None
    return Line(text, lacks, is_marked=stripped.startswith("#"), is_note=bool(notes) and not text)


def _without_notes(text: str) -> tuple[str, str]:
    """The text and, apart, what stands in 〔…〕 and 【…】, nested or not; 〔2018〕 is text."""
    kept: list[str] = []
    notes: list[str] = []
    depth = position = 0
    while position < len(text):
        year = re.match(r"〔[0-9]{4}〕", text[position:]) if not depth else None
        piece = year[0] if year else text[position]
        depth += piece in _OPEN
        (notes if depth else kept).append(piece)
        depth -= piece in _CLOSING and depth > 0
        position += len(piece)
    return "".join(kept).strip(), "".join(notes)

"""The articles of a statute: 条 by their numbers, 款 by paragraphs, 项 by （一）."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from fazhi_tui.domain.law.numerals import read_number
from fazhi_tui.domain.law.statute import Unit
from fazhi_tui.domain.law.statute_lines import Line, article_mark, heading_mark, item_mark, numbered_mark


@dataclass(slots=True)
class _Paragraph:
    """A 款: its lead-in, its 项 by Chinese numbers, and which of them lack words ("" is the lead-in)."""

    text: str
    items: list[tuple[str, str]] = field(default_factory=list)
    lacking: set[str] = field(default_factory=set)


def is_spaced(lines: Sequence[Line]) -> bool:
    """Whether the text sets its article numbers off with a space."""
    return any(article_mark(line, spaced=True) for line in lines)


def read_articles(lines: Sequence[Line]) -> list[Unit]:
    """The articles among the lines; what stands before the first or after a heading belongs to none."""
    spaced = is_spaced(lines)
    units: list[Unit] = []
    number, paragraphs = "", list[_Paragraph]()
    for line in lines:
        mark = article_mark(line, spaced=spaced)
        if mark is not None or line.names_lost or _is_break(line):
            units += _unit(number, paragraphs)
            number, rest = mark or ("", "")
            paragraphs = [_Paragraph(rest, lacking={""} if line.lacks else set())]
        elif number:
            _add(paragraphs, line)
    return units + _unit(number, paragraphs)


def _is_break(line: Line) -> bool:
    """A heading 一、… between articles included; 一、…； is an item of an old statute."""
    return line.is_break or (heading_mark(line) is not None and not line.is_whole)


def _add(paragraphs: list[_Paragraph], line: Line) -> None:
    last = paragraphs[-1]
    if line.is_note:
        last.lacking |= {""} if line.lacks else set()
    elif mark := item_mark(line):
        last.items.append(mark)
        last.lacking |= {mark[0]} if line.lacks else set()
    elif last.items and numbered_mark(line):
        _extend_item(last, line)
    elif not last.items and last.text and not Line(last.text).is_whole:
        last.text += line.text
    else:
        paragraphs.append(_Paragraph(line.text, lacking={""} if line.lacks else set()))


def _extend_item(paragraph: _Paragraph, line: Line) -> None:
    number, text = paragraph.items[-1]
    paragraph.items[-1] = (number, f"{text}\n{line.text}")


def _unit(number: str, paragraphs: Sequence[_Paragraph]) -> list[Unit]:
    if not number:
        return []
    places: dict[str, str] = {number: ""}
    lacking: set[str] = set()
    for position, paragraph in enumerate(paragraphs, start=1):
        place = f"{number}.{position}"
        items = [f"（{han}）{text}" for han, text in paragraph.items]
        places[place] = "\n".join(part for part in (paragraph.text, *items) if part)
        places |= {f"{place}.{read_number(han)}": text for han, text in paragraph.items}
        if paragraph.lacking:
            lacking |= {number, place} | {f"{place}.{read_number(n)}" for n in paragraph.lacking if n}
    places[number] = "\n".join(places[f"{number}.{n}"] for n in range(1, len(paragraphs) + 1))
    unit = Unit(number, places, frozenset(lacking))
    twice = any(len({n for n, _ in p.items}) < len(p.items) for p in paragraphs)
    # A 项 that stands twice says two things under one number: the article contradicts itself.
    return [unit, Unit(number, {})] if twice else [unit]

"""The search over a board: item texts are prepared once, what was typed about them is read each time."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from fazhi_tui.domain.checklist import Item, Stage
from fazhi_tui.domain.rows import Board, Row
from fazhi_tui.tui.finding.pinyin import readings
from fazhi_tui.tui.finding.query import patterns, plain
from fazhi_tui.tui.finding.spelling import Spelling
from fazhi_tui.tui.navigation import Place
from fazhi_tui.tui.words import find_words, sheet_words, sheets_words

CONTEXT = 16


@dataclass(frozen=True, slots=True)
class Hit:
    """A row that matches; `rank` is 0 on the sheet stood on, 2 elsewhere, one more for a match in detail."""

    rank: int
    place: Place
    row: Row


@dataclass(frozen=True, slots=True)
class _Texts:
    """What a row shows in a list (`head`) and what more there is to it (`body`), as compared."""

    head: str
    body: str


class Finder:
    """Searches one library's boards; every method may run in a thread.

    Until `learn_readings` has run, letters stand for themselves only.
    """

    def __init__(self) -> None:
        self.last_typed = ""
        self._items: dict[tuple[str, str], _Texts] = {}
        self._spelling: Spelling | None = None
        self._newest = ""
        self._words: tuple[re.Pattern[str], ...] = ()

    def learn_readings(self, board: Board) -> bool:
        """Learn how the characters of a board are read; False where all of it was known."""
        used: set[str] = set()
        for text in self._every_text(board):
            used.update(text)
        known = self._spelling.readings if self._spelling else {}
        unknown = [character for character in sorted(used) if character > "\u2e80" and character not in known]
        if unknown or self._spelling is None:
            self._spelling = Spelling({**known, **readings(unknown)})
            return True
        return False

    def search(self, board: Board, typed: str, here: int) -> tuple[Hit, ...]:
        """The rows that match, those on the sheet `here` first, best matches first, else in the one order.

        Nothing where nothing is typed, and as soon as another search has begun.
        """
        self._newest = typed
        words = self._words = patterns(typed, self._spelling)
        hits: list[Hit] = []
        items: dict[tuple[str, str], tuple[frozenset[int], frozenset[int]]] = {}
        for place, row in _places(board) if words else ():
            if self._newest != typed:
                return ()
            rank = self._rank(row, words, items)
            if rank is not None:
                hits.append(Hit(rank + 2 * (place.sheet != here), place, row))
        return tuple(sorted(hits, key=lambda hit: hit.rank))

    def where(self, row: Row) -> str:
        """Where beyond the head the last search found something on a row: the field's name and its words."""
        head = self._texts(row).head
        missing = [word for word in self._words if not word.search(head)]
        for name, text in _fields(row):
            for word in missing:
                if match := word.search(plain(text)):
                    return f"{name}：{_around(text, match.start())}"
        return ""

    def _rank(
        self,
        row: Row,
        words: Sequence[re.Pattern[str]],
        items: dict[tuple[str, str], tuple[frozenset[int], frozenset[int]]],
    ) -> int | None:
        """0 where all words stand in the head, 1 where they stand in head or body, None where they do not."""
        key = (row.checklist.id, row.item.id)
        if key not in items:
            texts = self._texts(row)
            head = frozenset(i for i, word in enumerate(words) if word.search(texts.head))
            items[key] = (head, frozenset(i for i, word in enumerate(words) if word.search(texts.body)))
        in_head, in_body = items[key]
        missing = [word for i, word in enumerate(words) if i not in in_head]
        if not missing:
            return 0
        said = plain(_said(row))
        found = all(i in in_head or i in in_body or word.search(said) for i, word in enumerate(words))
        return 1 if found else None

    def _texts(self, row: Row) -> _Texts:
        key = (row.checklist.id, row.item.id)
        if key not in self._items:
            self._items[key] = _texts_of(row.stage, row.item)
        return self._items[key]

    def _every_text(self, board: Board) -> Iterator[str]:
        for row in board.rows():
            texts = self._texts(row)
            yield texts.head
            yield texts.body
            yield _said(row)


def _texts_of(stage: Stage, item: Item) -> _Texts:
    head = (stage.title, item.question, item.id)
    return _Texts(plain("\n".join(head)), plain("\n".join(text for _, text in _item_fields(item))))


def _item_fields(item: Item) -> tuple[tuple[str, str], ...]:
    return (
        *((sheet_words.FIELD_CITES, cite.text) for cite in item.cites),
        (sheet_words.FIELD_GUIDANCE, item.guidance),
        (sheet_words.FIELD_APPLIES, item.applies),
        (sheet_words.FIELD_HINTS, "、".join(item.evidence)),
        (find_words.FIELD_GAP, item.gap),
    )


def _said_fields(row: Row) -> tuple[tuple[str, str], ...]:
    evidence = "、".join(evidence.text for evidence in row.answer.evidence)
    return (
        (sheets_words.SHEETS_TITLE, row.sheet.object),
        (sheet_words.FIELD_NOTE, row.answer.note),
        (sheet_words.FIELD_EVIDENCE, evidence),
    )


def _fields(row: Row) -> tuple[tuple[str, str], ...]:
    return (*_said_fields(row), *_item_fields(row.item))


def _said(row: Row) -> str:
    return "\n".join(text for _, text in _said_fields(row) if text)


def _around(text: str, at: int) -> str:
    start = max(at - CONTEXT, 0)
    words = " ".join(text[start : at + 2 * CONTEXT].split())
    return f"…{words}" if start else words


def _places(board: Board) -> Iterator[tuple[Place, Row]]:
    for sheet, view in enumerate(board.sheets):
        for index, row in enumerate(view.rows):
            yield Place(sheet, index), row

"""本地: the mark of an item that a unit has put in the place of the shipped one."""

from __future__ import annotations

from fazhi_tui.domain.checklist import Item

LOCAL = "本地"


def question_words(item: Item) -> str:
    """The question as lists and forms print it."""
    return _marked(item, item.question)


def gap_words(item: Item) -> str:
    """The shortcoming as gap lists print it."""
    return _marked(item, item.gap)


def _marked(item: Item, text: str) -> str:
    return f"【{LOCAL}】{text}" if item.is_local else text

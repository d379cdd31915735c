"""Where a paragraph of a letter stands that is no part of its body: GB/T 9704-2012, 7.3.3 and 7.3.5.

Markdown has no words for it. A comment behind the paragraph says it to whoever makes a Word file, and is
written for that only.
"""

from __future__ import annotations

from enum import StrEnum


class Place(StrEnum):
    """The addressee at the left edge, the sender and the date towards the right one."""

    ADDRESSEE = "主送机关"
    SENDER = "发文机关署名"
    DATE = "成文日期"

    @property
    def mark(self) -> str:
        """The comment."""
        return f"<!--{self}-->"


def place_of(comment: str) -> Place | None:
    """The place a comment names; None for another comment."""
    return next((place for place in Place if place.mark == comment), None)

"""People's text as Markdown content: shown as written, never as markup."""

from __future__ import annotations

import re

from fazhi_tui.domain.text import shown_lines

_SPECIAL = re.compile(r"[\\`*_\[\]<>#|~&]")
_BLOCK_START = re.compile(r"([0-9]{1,9})([.)])|([-+=:])")


def inline(text: str) -> str:
    """Text as content within a line: line breaks become spaces."""
    return " ".join(_lines(text))


def opening(text: str) -> str:
    """Text as content that opens a list item."""
    return _not_a_block(inline(text))


def continued(text: str, indent: int) -> str:
    """Text of several lines inside a list item, behind a label.

    Lines after the first stand under each other, `indent` spaces in; empty lines are left out.
    """
    first, *rest = _lines(text) or [""]
    return "".join([first, *(f"  \n{' ' * indent}{_not_a_block(line)}" for line in rest)])


def _lines(text: str) -> list[str]:
    return [_SPECIAL.sub(r"\\\g<0>", line) for line in shown_lines(text)]


def _not_a_block(line: str) -> str:
    """The line, unable to start a list, a heading underline or a table rule."""
    match = _BLOCK_START.match(line)
    if match is None:
        return line
    return f"{match[1]}\\{line[match.end(1) :]}" if match[1] else f"\\{line}"

"""People's text as Markdown content: shown as written, never as markup."""

from __future__ import annotations

import re
import unicodedata

_SPECIAL = re.compile(r"[\\`*_\[\]<>#|~&]")
_BLOCK_START = re.compile(r"([0-9]{1,9})([.)])|([-+=:])")
_UNSEEN = {"Cc", "Cf", "Cs"}


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
    shown = (_visible(line).strip() for line in text.splitlines())
    return [_SPECIAL.sub(r"\\\g<0>", line) for line in shown if line]


def _visible(line: str) -> str:
    shown = line.replace("\t", " ")
    return "".join(c for c in shown if unicodedata.category(c) not in _UNSEEN)


def _not_a_block(line: str) -> str:
    """The line, unable to start a list, a heading underline or a table rule."""
    match = _BLOCK_START.match(line)
    if match is None:
        return line
    return f"{match[1]}\\{line[match.end(1) :]}" if match[1] else f"\\{line}"

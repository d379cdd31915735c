"""A Markdown document as its readers see it."""

from __future__ import annotations

from collections import Counter

from markdown_it import MarkdownIt
from markdown_it.token import Token

PLAIN = {"text", "softbreak", "hardbreak", "inline"}


def tokens(markdown: str) -> list[Token]:
    """The blocks of a document, GFM tables and strikethrough included, HTML allowed."""
    return MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(markdown)


def shape(markdown: str) -> Counter[str]:
    """How many of each kind of block there are."""
    return Counter(token.type for token in tokens(markdown))


def markup(markdown: str) -> set[str]:
    """The kinds of inline markup in it: html_inline, link_open, em_open and so on; none if all is text."""
    inner = (child for token in tokens(markdown) for child in token.children or [])
    return {child.type for child in inner} - PLAIN


def texts(markdown: str) -> list[str]:
    """The text of every heading, paragraph and cell, a line break where one is shown."""
    return [_text(token) for token in tokens(markdown) if token.type == "inline"]


def headings(markdown: str) -> list[str]:
    """The text of every heading."""
    every = tokens(markdown)
    return [_text(every[i + 1]) for i, token in enumerate(every) if token.type == "heading_open"]


def _text(token: Token) -> str:
    return "".join("\n" if child.type.endswith("break") else child.content for child in token.children or [])

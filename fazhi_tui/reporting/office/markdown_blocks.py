"""Our own Markdown read back as a document.

Every document is written as Markdown once, tested to be read as what was meant whatever text people put in;
other kinds of file are made from that, so that no word of a document is written twice.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

from fazhi_tui.reporting.letter_places import Place, place_of
from fazhi_tui.reporting.office.document import Block, Entry, Foot, Heading, Lines, Paragraph, Table


def blocks_of(markdown: str) -> Iterator[Block]:
    """The blocks of a document in their order; comments (anchors) are left out."""
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(markdown)
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if token.type == "heading_open":
            yield Heading(int(token.tag[1:]), " ".join(_lines(tokens[at + 1])))
        elif token.type == "hr":
            yield Foot()
        elif token.type == "table_open":
            end = _closing(tokens, at)
            yield _table(tokens[at:end])
            at = end
        elif token.type == "list_item_open":
            yield _entry(tokens, at)
        elif token.type == "paragraph_open" and not _opens_an_entry(tokens, at):
            yield Paragraph(_lines(tokens[at + 1]), _place(tokens[at + 1]))
        at += 1


def _opens_an_entry(tokens: Sequence[Token], at: int) -> bool:
    return at > 0 and tokens[at - 1].type == "list_item_open"


def _entry(tokens: Sequence[Token], at: int) -> Entry:
    item = tokens[at]
    # The number as written; a bullet says nothing.
    marker = f"{item.info}{item.markup} " if item.info else ""
    inner = tokens[at + 1 : _closing(tokens, at)]
    has_text = bool(inner) and inner[0].type == "paragraph_open"
    return Entry(
        marker, _lines(inner[1]) if has_text else (), any(t.type.endswith("list_open") for t in inner)
    )


def _closing(tokens: Sequence[Token], at: int) -> int:
    """Index of the token that closes the one at `at`."""
    wanted, level = tokens[at].type.replace("_open", "_close"), tokens[at].level
    return next(i for i in range(at, len(tokens)) if (tokens[i].type, tokens[i].level) == (wanted, level))


def _table(tokens: Sequence[Token]) -> Table:
    rows: list[list[str]] = []
    for token in tokens:
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline":
            rows[-1].append(" ".join(_lines(token)))
    header, *body = map(tuple, rows)
    return Table(header, tuple(body))


def _lines(inline: Token) -> Lines:
    parts = ("\n" if c.type.endswith("break") else _text(c) for c in inline.children or [])
    lines = (line.strip() for line in "".join(parts).split("\n"))
    return tuple(line for line in lines if line)


def _place(inline: Token) -> Place | None:
    comments = (child.content for child in inline.children or [] if child.type == "html_inline")
    return next((place for comment in comments if (place := place_of(comment))), None)


def _text(child: Token) -> str:
    is_comment = child.type == "html_inline" and child.content.startswith("<!--")
    return "" if is_comment else child.content

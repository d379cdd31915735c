"""A document of ours as a Word file to GB/T 9704."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence

import docx
from docx.document import Document
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import _Footer

from fazhi_tui.reporting.letter_places import Place
from fazhi_tui.reporting.office.document import Block, Entry, Foot, Heading, Paragraph, Table
from fazhi_tui.reporting.office.markdown_blocks import blocks_of
from fazhi_tui.reporting.office.official_style import (
    BODY,
    GAP,
    HEADINGS,
    LETTER_PLACES,
    LINE,
    MARGINS,
    PAGE,
    PAGE_NUMBER,
    TITLE,
    Style,
)
from fazhi_tui.reporting.office.ooxml import element, keep_with_next, paragraph, text_run
from fazhi_tui.reporting.office.stable_zip import repacked
from fazhi_tui.reporting.office.title_lines import title_lines
from fazhi_tui.reporting.office.word_styles import font_table, settings_elements, style_elements
from fazhi_tui.reporting.office.word_table import table_element

# What python-docx's own template brings along and no document of ours uses.
_KEPT_PARTS = ("styles", "settings", "fontTable", "theme", "officeDocument", "metadata/core-properties")
_KEPT_TOGETHER = 8


def document_bytes(markdown: str) -> bytes:
    """The document; the same Markdown gives the same bytes.

    Args:
        markdown: as `reporting` writes it: a title, headings, paragraphs, lists and tables.
    """
    blocks = tuple(blocks_of(markdown))
    document = _empty(next((b.text for b in blocks if isinstance(b, Heading) and b.level == 1), ""))
    end = document.element.body.sectPr
    for made in _elements(blocks):
        end.addprevious(made)
    buffer = io.BytesIO()
    document.save(buffer)
    return repacked(buffer.getvalue())


def _empty(title: str) -> Document:
    document = docx.Document()
    for rels in (document.part.rels, document.part.package.rels):
        for key in [k for k, rel in rels.items() if not rel.reltype.endswith(_KEPT_PARTS)]:
            del rels[key]
    _refill(document.styles.element, style_elements())
    _refill(document.settings.element, settings_elements())
    _set_up_page(document)
    fonts = next(r.target_part for r in document.part.rels.values() if r.reltype.endswith("fontTable"))
    fonts._blob = font_table()
    about = document.core_properties
    _refill(about._element, ())
    about.title = title[:255]
    return document


def _refill(part: BaseOxmlElement, children: Iterable[BaseOxmlElement]) -> None:
    for child in list(part):
        part.remove(child)
    part.extend(children)


def _set_up_page(document: Document) -> None:
    section = document.sections[0]
    _refill(
        document.element.body.sectPr,
        (
            element("pgSz", **PAGE),
            element("pgMar", **MARGINS),
            element("docGrid", type="lines", linePitch=LINE),
        ),
    )
    _number(section.footer, PAGE_NUMBER["default"])
    _number(section.even_page_footer, PAGE_NUMBER["even"])


def _number(footer: _Footer, style: Style) -> None:
    """— 1 —: the page's number between dashes."""
    field = element("fldSimple", text_run("1"), instr=" PAGE ")
    _refill(footer._element, (paragraph(style.id, text_run("— "), field, text_run(" —")),))


def _elements(blocks: Sequence[Block]) -> Iterator[BaseOxmlElement]:
    for block, following in zip(blocks, (*blocks[1:], None), strict=True):
        made = list(_made_of(block))
        if isinstance(following, Foot) or getattr(following, "place", None) is Place.SENDER:
            # No page with a signature and no text.
            keep_with_next(made[-1])
        yield from made


def _made_of(block: Block) -> Iterator[BaseOxmlElement]:
    match block:
        case Heading(level=1, text=text):
            yield _title(text)
            yield paragraph(BODY.id)
        case Heading(level=level, text=text):
            yield paragraph(HEADINGS[min(level, 3) - 2].id, text_run(text))
        case Paragraph():
            yield from _paragraph(block)
        case Entry():
            yield from _entry(block)
        case Table():
            yield table_element(block)
            yield paragraph(GAP.id)
        case Foot():
            yield paragraph(BODY.id, keeps_next=True)


def _title(text: str) -> BaseOxmlElement:
    first, *rest = title_lines(text)
    runs = [text_run(first)]
    for line in rest:
        runs += [element("r", element("br")), text_run(line)]
    return paragraph(TITLE.id, *runs)


def _paragraph(block: Paragraph) -> Iterator[BaseOxmlElement]:
    """A few lines in one paragraph, such as those to sign on, stay on one page; 正文下空一行署名."""
    if block.place is Place.SENDER:
        yield paragraph(BODY.id, keeps_next=True)
    style = LETTER_PLACES[block.place] if block.place else BODY
    last = len(block.lines) - 1
    for number, line in enumerate(block.lines):
        is_followed = number < last <= _KEPT_TOGETHER
        yield paragraph(style.id, text_run(line), keeps_next=is_followed)


def _entry(entry: Entry) -> Iterator[BaseOxmlElement]:
    """An entry that others stand under is a heading of the third level: 1. 问题：…."""
    first, *rest = entry.lines or ("",)
    style = HEADINGS[2] if entry.has_parts else BODY
    yield paragraph(style.id, text_run(f"{entry.marker}{first}"))
    yield from (paragraph(BODY.id, text_run(line)) for line in rest)

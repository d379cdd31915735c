"""A table of a Word file: as wide as the text, its header on every page, short rows kept whole."""

from __future__ import annotations

from collections.abc import Sequence

from docx.oxml.xmlchemy import BaseOxmlElement

from fazhi_tui.reporting.office.document import Lines, Table
from fazhi_tui.reporting.office.official_style import HEADING_FONT, TABLE_TEXTS, TEXT_WIDTH, Style
from fazhi_tui.reporting.office.ooxml import element, fonts, paragraph, text_run
from fazhi_tui.reporting.office.table_widths import column_widths, em, is_roomy, line_count

_PADDING = {"top": 30, "left": 60, "bottom": 30, "right": 60}
_SIDES = _PADDING["left"] + _PADDING["right"]
_COLUMNS_IN_LARGE = 3
_BORDERS = ("top", "left", "bottom", "right", "insideH", "insideV")
# A higher row may go on on the next page: kept whole it would leave half a page empty.
_LINES_KEPT_WHOLE = 12
_CENTRED_UP_TO = 5


def table_element(table: Table) -> BaseOxmlElement:
    """The table, in the widths that fit it."""
    style = _style(table)
    widths = _widths(table, style)
    grid = element("tblGrid", *(element("gridCol", w=width) for width in widths))
    centred = [all(em(cell) <= _CENTRED_UP_TO for cell in cells) for cells in zip(*table.rows, strict=True)]
    rows = [_row(cells, widths, style, centred) for cells in table.rows]
    header = _row(table.header, widths, style, [True] * len(widths), is_header=True)
    return element("tbl", _properties(), grid, header, *rows)


def _style(table: Table) -> Style:
    """The largest text with which there is room; the largest of all for narrow tables only."""
    sizes = TABLE_TEXTS if len(table.header) <= _COLUMNS_IN_LARGE else TABLE_TEXTS[1:]
    roomy = (s for s in sizes if is_roomy(table.header, table.rows, _characters(table, s)))
    return next(roomy, sizes[-1])


def _characters(table: Table, style: Style) -> float:
    """How many characters stand side by side in all columns together."""
    return (TEXT_WIDTH - _SIDES * len(table.header)) / (style.size * 10)


def _widths(table: Table, style: Style) -> list[int]:
    """In twentieths of a point; the rounding goes to the last column."""
    found = column_widths(table.header, table.rows, _characters(table, style))
    widths = [int(width * style.size * 10) + _SIDES for width in found]
    return [*widths[:-1], TEXT_WIDTH - sum(widths[:-1])]


def _properties() -> BaseOxmlElement:
    borders = (element(side, val="single", sz=4, space=0, color="auto") for side in _BORDERS)
    sides = (element(side, w=width, type="dxa") for side, width in _PADDING.items())
    return element(
        "tblPr",
        element("tblW", w=TEXT_WIDTH, type="dxa"),
        element("jc", val="center"),
        element("tblBorders", *borders),
        element("tblLayout", type="fixed"),
        element("tblCellMar", *sides),
    )


def _row(
    cells: Lines, widths: Sequence[int], style: Style, centred: Sequence[bool], *, is_header: bool = False
) -> BaseOxmlElement:
    characters = [(width - _SIDES) / (style.size * 10) for width in widths]
    row = element("tr")
    kept = element("trPr")
    if is_header or line_count(cells, characters) <= _LINES_KEPT_WHOLE:
        kept.append(element("cantSplit"))
    if is_header:
        kept.append(element("tblHeader"))
    row.append(kept)
    row.extend(
        _cell(cell, width, style, is_centred=is_centred, is_header=is_header)
        for cell, width, is_centred in zip(cells, widths, centred or [True] * len(cells), strict=True)
    )
    return row


def _cell(text: str, width: int, style: Style, *, is_centred: bool, is_header: bool) -> BaseOxmlElement:
    run = text_run(text)
    if is_header:
        run.rPr[:] = [fonts(HEADING_FONT)]
    words = paragraph(style.id, run)
    if is_centred:
        words.pPr.append(element("jc", val="center"))
    properties = element("tcPr", element("tcW", w=width, type="dxa"), element("vAlign", val="center"))
    return element("tc", properties, words)

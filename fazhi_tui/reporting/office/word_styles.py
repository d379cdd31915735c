"""The styles, fonts and settings of a Word file."""

from __future__ import annotations

from collections.abc import Iterator

from docx.oxml.xmlchemy import BaseOxmlElement

from fazhi_tui.reporting.office.official_style import (
    CLOSER,
    LINE,
    SANHAO,
    STAND_INS,
    STYLES,
    Style,
)
from fazhi_tui.reporting.office.ooxml import element, fonts

_LANGUAGE = {"val": "en-US", "eastAsia": "zh-CN"}
_FONT_TABLE = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">{}</w:fonts>'
)
_GB2312 = "86"
_SINGLE = 240


def style_elements() -> Iterator[BaseOxmlElement]:
    """The children of the style part."""
    normal = STYLES[0]
    run = element("rPr", fonts(normal.font), element("sz", val=normal.size), element("lang", **_LANGUAGE))
    yield element("docDefaults", element("rPrDefault", run), element("pPrDefault", element("pPr")))
    for style in STYLES:
        yield _style(style, is_default=style is normal)


def settings_elements() -> Iterator[BaseOxmlElement]:
    """The children of the settings part, in the order its schema has."""
    yield element("zoom", percent=100)
    yield element("defaultTabStop", val=420)
    yield element("evenAndOddHeaders")
    yield element("characterSpacingControl", val="compressPunctuation")
    mode = element(
        "compatSetting", name="compatibilityMode", uri="http://schemas.microsoft.com/office/word", val=15
    )
    yield element("compat", mode)
    yield element("themeFontLang", **_LANGUAGE)


def font_table() -> bytes:
    """The font part: what stands in for a font that a computer lacks."""
    entries = (
        f'<w:font w:name="{name}"><w:altName w:val="{",".join(others)}"/><w:charset w:val="{_GB2312}"/>'
        '<w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>'
        for name, others in STAND_INS.items()
    )
    return _FONT_TABLE.format("".join(entries)).encode()


def _style(style: Style, *, is_default: bool) -> BaseOxmlElement:
    made = element("style", type="paragraph", styleId=style.id, **({"default": 1} if is_default else {}))
    made.append(element("name", val=style.name))
    if not is_default:
        made.append(element("basedOn", val=STYLES[0].id))
    made.append(element("qFormat"))
    made.extend([element("pPr", *_paragraph(style)), element("rPr", *_run(style))])
    return made


def _paragraph(style: Style) -> Iterator[BaseOxmlElement]:
    """Its paragraph properties, in the order the schema has."""
    if style.keeps_next:
        yield element("keepNext")
    yield element("widowControl", val=0)
    yield element("snapToGrid", val=int(style.line == LINE))
    rule = "auto" if style.line is None else "exact"
    yield element("spacing", before=0, after=0, line=style.line or _SINGLE, lineRule=rule)
    first = {"firstLineChars": style.first, "firstLine": style.first * style.size // 10}
    yield element("ind", **(first if style.first else {}), **style.indent)
    yield element("jc", val=style.align)
    if style.outline is not None:
        yield element("outlineLvl", val=style.outline)


def _run(style: Style) -> Iterator[BaseOxmlElement]:
    yield fonts(style.font)
    yield element("b", val=int(style.bold))
    if style.size == SANHAO:
        yield element("spacing", val=CLOSER)
    yield element("sz", val=style.size)
    yield element("szCs", val=style.size)

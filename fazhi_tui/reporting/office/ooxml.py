"""Elements of a Word file."""

from __future__ import annotations

import re

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from fazhi_tui.reporting.office.official_style import LATIN_FONT

# XML knows no way to write these.
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def element(tag: str, *children: BaseOxmlElement, **attributes: str | int) -> BaseOxmlElement:
    """`w:tag` with its children and `w:` attributes."""
    made = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), str(value))
    made.extend(children)
    return made


def fonts(font: str) -> BaseOxmlElement:
    """The font for Han characters, with one for Latin letters and digits.

    The hint has signs that both kinds of font have (quotation marks, dashes, dots) taken from the Han font.
    """
    return element(
        "rFonts", hint="eastAsia", ascii=LATIN_FONT, hAnsi=LATIN_FONT, eastAsia=font, cs=LATIN_FONT
    )


def text_run(text: str) -> BaseOxmlElement:
    """A run of text in the paragraph's style."""
    made = element("t")
    made.text = _NOT_XML.sub("", text)
    made.set(qn("xml:space"), "preserve")
    return element("r", element("rPr", element("rFonts", hint="eastAsia")), made)


def paragraph(style: str, *runs: BaseOxmlElement, keeps_next: bool = False) -> BaseOxmlElement:
    """A paragraph in a style, named by its id; on one page with the next where that is to be kept."""
    made = element("p", element("pPr", element("pStyle", val=style)), *runs)
    if keeps_next:
        keep_with_next(made)
    return made


def keep_with_next(made: BaseOxmlElement) -> None:
    """Have a paragraph stay on one page with what follows."""
    made.find(qn("w:pPr")).append(element("keepNext"))

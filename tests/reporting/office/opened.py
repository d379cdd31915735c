"""A Word file as the library reads it."""

from __future__ import annotations

import io
import re

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph

from tests.reporting import parsed


def opened(data: bytes) -> Document:
    """The document."""
    return docx.Document(io.BytesIO(data))


def texts(document: Document) -> list[str]:
    """Every text in it that is not empty, in order; a title on several lines is one text."""
    found: list[str] = []
    for part in document.iter_inner_content():
        if isinstance(part, Table):
            found += [cell.text for row in part.rows for cell in row.cells]
        else:
            found.append(part.text.replace("\n", "") if part._p.style == "Title" else part.text)
    return [text for text in found if text]


def styled(document: Document, style: str) -> list[Paragraph]:
    """Its paragraphs in a style, named by its id."""
    return [paragraph for paragraph in document.paragraphs if paragraph._p.style == style]


def setting(document: Document, style: str, path: str) -> dict[str, str]:
    """The attributes of one property of a style, as pPr/ind or rPr/rFonts."""
    made = document.styles.element.find("/".join(qn(f"w:{tag}") for tag in path.split("/")))
    for each in document.styles.element:
        if each.get(qn("w:styleId")) == style:
            made = each.find("/".join(qn(f"w:{tag}") for tag in path.split("/")))
    assert made is not None, (style, path)
    return {name.split("}")[1]: value for name, value in made.items()}


def assert_same_words(markdown: str, data: bytes) -> None:
    """Every line of the Markdown document stands in the Word file, in its order, and nothing else."""
    lines = (line.strip() for text in parsed.texts(markdown) for line in text.split("\n"))
    said, made = [line for line in lines if line], texts(opened(data))
    assert [_without_number(*pair) for pair in zip(made, said, strict=False)] == said
    assert len(made) == len(said)


def _without_number(text: str, said: str) -> str:
    match = re.match(r"[0-9]+\. ", text)
    return text[match.end() :] if match and text != said else text

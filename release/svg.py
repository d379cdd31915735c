"""A terminal picture whose Chinese columns stand where they should, made from the one Textual exports.

Textual gives a run of text the width of so many narrow characters, whatever it is made of, which squeezes
Han into half its cells. Here every run is cut where the width of its characters changes, and placed exactly.
Nothing is fetched: the fonts are those of the reader's system.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape, unescape
from itertools import groupby

from rich.cells import cell_len

FONTS = "'Sarasa Mono SC','Cascadia Mono',Consolas,'DejaVu Sans Mono','Noto Sans Mono CJK SC',monospace"
CELL = 12.2
_RUN = re.compile(
    r'<text class="([^"]*)" x="([^"]*)" y="([^"]*)" textLength="[^"]*" clip-path="[^"]*">([^<]*)</text>'
)
# A Han glyph is as wide as its font is high; with the spacing it fills two cells.
_HAN = f".han {{ font-size: 22px; letter-spacing: {2 * CELL - 22:g}px; }}"
_RICH_FRAME, _RICH_TITLE = "#292929", "#c5c8c6"
_FONT_FACE = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)
_LINE_CLIP = re.compile(r'<clipPath id="[^"]*-line-\d+">.*?</clipPath>\s*', re.DOTALL)
_COMMENT = re.compile(r"<!--.*?-->\s*", re.DOTALL)
_FAMILY = re.compile(r"font-family: (?:Fira Code, monospace|arial);")


def placed(svg: str, *, frame: str, title: str) -> str:
    """The picture with every run of text in its own cells, and nothing that would be fetched.

    Args:
        svg: as `App.export_screenshot` gives it.
        frame: the colour of the window around the screen.
        title: the colour of the word in the window's head.
    """
    for pattern in (_FONT_FACE, _LINE_CLIP, _COMMENT):
        svg = pattern.sub("", svg)
    svg = _FAMILY.sub(f"font-family: {FONTS};", svg)
    svg = svg.replace("</style>", f"{_HAN}\n    </style>", 1)
    svg = svg.replace(f'fill="{_RICH_FRAME}"', f'fill="{frame}"').replace(
        f'fill="{_RICH_TITLE}"', f'fill="{title}"'
    )
    return _RUN.sub(lambda run: "".join(_pieces(*run.groups())), svg)


def _pieces(style: str, x: str, y: str, text: str) -> Iterator[str]:
    at = float(x)
    for (is_blank, cells), characters in groupby(unescape(text), key=_kind):
        piece = "".join(characters)
        width = cell_len(piece) * CELL
        if not is_blank:
            kind = f"{style} han" if cells == 2 else style
            place = f'class="{kind}" x="{at:g}" y="{y}" textLength="{width:g}"'
            yield f"<text {place}>{escape(piece, quote=False)}</text>"
        at += width


def _kind(character: str) -> tuple[bool, int]:
    return character.isspace(), cell_len(character)

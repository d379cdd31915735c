"""Text as the cell of an Excel file holds it.

What XML cannot say stands as _xHHHH_ (ISO/IEC 29500, ST_Xstring).
"""

from __future__ import annotations

import re

# Signs that XML cannot hold, and text that would be taken for such a code.
_CODED = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
_CODE = re.compile(r"_x([0-9A-Fa-f]{4})_")
CELL_LIMIT = 32_767


def excel_text(text: str) -> str:
    """The text as it is written into the file."""
    return _CODED.sub(lambda match: f"_x{ord(match[0]):04X}_", text)


def text_of_excel(written: str) -> str:
    """The text that was meant."""
    return _CODE.sub(lambda match: chr(int(match[1], 16)), written)


def excel_length(text: str) -> int:
    """How many of a cell's `CELL_LIMIT` characters a text takes."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2

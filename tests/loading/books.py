"""Workbooks as people hand them in."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Sequence

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet


def book(*rows: Sequence[object], title: str = "填报表") -> bytes:
    """A workbook of one sheet; a text that begins with = is a formula."""
    made = Workbook()
    made.remove(made.worksheets[0])
    sheet = made.create_sheet(title)
    for row in rows:
        sheet.append(list(row))
    return _bytes(made)


def edited(data: bytes, edit: Callable[[Worksheet], object]) -> bytes:
    """A workbook after someone has opened its first sheet, edited it and saved."""
    made = load_workbook(io.BytesIO(data))
    edit(made.worksheets[0])
    return _bytes(made)


def with_part(data: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """A workbook with one part changed, or added where there is none."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            new.writestr(part, change(old.read(part)) if part == name else old.read(part))
        if name not in old.namelist():
            new.writestr(name, change(b""))
    return buffer.getvalue()


def _bytes(made: Workbook) -> bytes:
    buffer = io.BytesIO()
    made.save(buffer)
    return buffer.getvalue()

"""How the cells of a workbook look."""

from __future__ import annotations

from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Protection, Side

HEADER, FILLED_IN, FIXED = "表头", "填写", "不填"
_AS_TEXT = "@"


def cell_styles() -> tuple[NamedStyle, ...]:
    """The styles of one workbook: its header, the cells people fill in, those they leave.

    All are text, so that what is typed into them stays as typed.
    """
    line = Side(style="thin", color="BFBFBF")
    border = Border(left=line, right=line, top=line, bottom=line)
    grey, blue = (
        PatternFill("solid", start_color=colour, end_color=colour) for colour in ("F2F2F2", "DDEBF7")
    )
    wrapped = Alignment(vertical="top", wrap_text=True)
    centred = Alignment(horizontal="center", vertical="center", wrap_text=True)
    font, bold = Font(name="宋体", size=11), Font(name="宋体", size=11, bold=True)
    locked, free = Protection(locked=True), Protection(locked=False)
    return (
        NamedStyle(HEADER, bold, blue, border, centred, _AS_TEXT, locked),
        NamedStyle(FILLED_IN, font, PatternFill(), border, wrapped, _AS_TEXT, free),
        NamedStyle(FIXED, font, grey, border, wrapped, _AS_TEXT, locked),
    )

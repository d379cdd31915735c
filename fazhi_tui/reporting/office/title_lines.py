"""A long title on several lines, broken where its sense allows."""

from __future__ import annotations

import re

from fazhi_tui.reporting.office.official_style import ERHAO, TEXT_WIDTH
from fazhi_tui.reporting.office.table_widths import em

_FITS = TEXT_WIDTH / (ERHAO * 10) - 1
# Before the year, and before 草稿 and 示例 behind the title.
_BREAKS = re.compile(r"(?=(?<![0-9])[0-9]{4}年度)|(?=（[^（）]{1,6}）(?:（|$))")


def title_lines(title: str) -> list[str]:
    """The title, broken only if it does not fit on one line."""
    if em(title) <= _FITS:
        return [title]
    lines = [""]
    for part in filter(None, _BREAKS.split(title)):
        starts_anew = part[:4].isdigit() or em(lines[-1] + part) > _FITS
        if lines[-1] and starts_anew:
            lines.append(part)
        else:
            lines[-1] += part
    return lines

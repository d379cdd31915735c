"""Text that breaks what handles it carelessly."""

from __future__ import annotations

import unicodedata

HOSTILE = {
    "rich": "[bold red]x[/] [/没有] [link=file:///etc]y[/link] $a",
    "ansi": "\x1b[2J\x1b]0;标题\x07\x9b31m红",
    "bidi": "\u202e逆\u2066序\u200f",
    "nul": "甲\0乙",
    "surrogate": "\ud800甲\udfff",
    "long": "字" * 1_000_000,
    "equals": "=HYPERLINK(1)",
    "plus": "+1+1",
    "minus": "-1",
    "at": "@SUM(A1)",
    "tab": "\t=1",
    "markdown": "# *甲* |b| `c` <script>x</script> [a](javascript:x) ![](y)\n---\n| 甲 |\n```",
    "path": "../../../etc/甲",
    "lines": "甲\r\n乙\u2028丙\x85丁",
    "format": "%s %(x)s {0} {单位} \\u0041",
    "xml": "]]> &lt; <w:p/> \ufffe\uffff",
}


def steers(text: str) -> bool:
    """Whether a text holds what a screen or a reader could take for more than text."""
    return any(c not in "\r\n\t\ufeff" and unicodedata.category(c) in {"Cc", "Cf", "Cs"} for c in text)

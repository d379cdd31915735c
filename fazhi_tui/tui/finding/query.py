"""What was typed into the search, as patterns."""

from __future__ import annotations

import re
import unicodedata

from fazhi_tui.domain.law.citation import chinese_number
from fazhi_tui.tui.finding.spelling import Spelling

_RUN = re.compile(r"[a-z']+|[0-9]+|[^a-z'0-9]+")
_MOST = 9999


def plain(text: str) -> str:
    """A text as it is compared: full-width forms made narrow, capitals small."""
    return unicodedata.normalize("NFKC", text).casefold()


def patterns(typed: str, spelling: Spelling | None) -> tuple[re.Pattern[str], ...]:
    """A pattern for each word typed; a text is found where all of them match.

    Letters stand for themselves and, once it is known how characters are read, for what is read so;
    a number stands for itself and for the Chinese numeral (`15条` finds 第十五条).
    """
    return tuple(re.compile(_pattern(word, spelling)) for word in plain(typed).split())


def _pattern(word: str, spelling: Spelling | None) -> str:
    # Letters joined to signs are a name, zdjc-15 say; joined to Han characters or to digits they are read.
    is_name = re.fullmatch(r"[!-~]+", word) and not word.replace("'", "").isalnum()
    if is_name:
        return re.escape(word)
    return "".join(f"(?:{_run_pattern(run, spelling)})" for run in _RUN.findall(word))


def _run_pattern(run: str, spelling: Spelling | None) -> str:
    literal = re.escape(run)
    if run.isdecimal():
        is_numeral = run[0] != "0" and int(run) <= _MOST
        return f"{literal}|{chinese_number(int(run))}" if is_numeral else literal
    if spelling is None or not re.fullmatch(r"[a-z']+", run):
        return literal
    return f"{literal}|{spelling.pattern(run)}"

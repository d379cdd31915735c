"""How Han characters are read; the only module that knows the pinyin library."""

from __future__ import annotations

import os
from collections.abc import Iterable

# What an input method writes for ü behind l and n, besides the library's lve and nve.
_TYPED = {"lve": "lue", "nve": "nue"}
# Read once, when the library is imported: its 47,000 phrases cost three quarters of its time and memory,
# and a search takes every reading of a character, so that it needs none of them.
_SPARING = {"PYPINYIN_NO_PHRASES": "1", "PYPINYIN_NO_DICT_COPY": "1"}


def readings(characters: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Every reading of each Han character, without tones; other characters are left out.

    Slow the first time, when the library is imported: call it in a thread.
    """
    os.environ.update(_SPARING)
    try:
        from pypinyin import Style, pinyin
    finally:
        for name in _SPARING:
            os.environ.pop(name, None)
    found: dict[str, tuple[str, ...]] = {}
    for character in characters:
        for read in pinyin(character, style=Style.NORMAL, heteronym=True, errors="ignore"):
            typed = [_TYPED[r] for r in read if r in _TYPED]
            found[character] = tuple(dict.fromkeys([*read, *typed]))
    return found

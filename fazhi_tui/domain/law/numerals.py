"""Numbers as statutes and officers write them: 30, 三十, 一百零二, 1.5万, 两, 半."""

from __future__ import annotations

from fractions import Fraction

HAN_DIGITS = "零一二三四五六七八九"
# What may stand in a number, for use inside a regular expression's brackets.
HAN_NUMERAL = "〇零一二三四五六七八九十百千万两"
_VALUES = {c: n for n, c in enumerate(HAN_DIGITS)} | {"〇": 0, "两": 2}
_TENS = {"十": 10, "百": 100, "千": 1000}


def read_number(text: str) -> Fraction | None:
    """The number a text is, Arabic or Chinese; None where it is none (十百, 三五, empty)."""
    if text == "半":
        return Fraction(1, 2)
    head, wan, tail = text.partition("万")
    if wan:
        big, small = read_number(head), read_number(tail) if tail else Fraction(0)
        return None if big is None or small is None else big * 10_000 + small
    if text.isascii():
        try:
            return Fraction(text.replace(",", ""))
        except (ValueError, ZeroDivisionError):
            return None
    return _han_number(text)


def _han_number(text: str) -> Fraction | None:
    total, digit, last_unit = 0, None, 10_000
    for char in text:
        if char in _TENS:
            if _TENS[char] >= last_unit:
                return None
            last_unit = _TENS[char]
            total += (1 if digit is None else digit) * last_unit
            digit = None
        elif char not in _VALUES or digit:
            return None
        else:
            digit = _VALUES[char]
    return Fraction(total + (digit or 0)) if text else None

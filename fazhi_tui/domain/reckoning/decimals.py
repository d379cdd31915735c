"""Decimal numbers as texts and as exact values."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction

_NUMBER = re.compile(r"[+-]?[0-9]{1,18}(\.[0-9]{1,10})?")


def decimal_text(text: str) -> str | None:
    """The normal form of a number as typed (1,200 and +3 count); None where it is none."""
    plain = text.replace(",", "")
    return f"{Decimal(plain):f}" if _NUMBER.fullmatch(plain) else None


def exact(text: str) -> Fraction | None:
    """The value of a number in its normal form; None where it is none."""
    return Fraction(text) if _NUMBER.fullmatch(text) else None


def decimals(value: Fraction) -> int:
    """How many decimals a decimal number is written with.

    Raises:
        ValueError: the value is no decimal number (1/3).
    """
    rest = value.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    if rest != 1:
        raise ValueError(f"{value} is not a decimal number")
    places = 0
    while (value * 10**places).denominator != 1:
        places += 1
    return places


def written(value: Fraction) -> str:
    """A decimal number as it is written, without zeros at the end.

    Raises:
        ValueError: the value is no decimal number (1/3).
    """
    places = decimals(value)
    whole, rest = divmod(abs(value.numerator) * 10**places // value.denominator, 10**places)
    digits = f".{rest:0{places}}" if places else ""
    return f"{'-' if value < 0 else ''}{whole}{digits}"

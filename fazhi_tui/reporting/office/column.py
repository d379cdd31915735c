"""A column of a workbook."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Column:
    """Its heading, its width in digits (a Han character takes two), and whether people leave it as it is."""

    title: str
    width: int
    is_fixed: bool = False

"""A list whose Enter is the screen's: the footer names it, and one table of keys says what it does."""

from __future__ import annotations

from textual.binding import Binding, BindingType
from textual.widgets import OptionList


def _but_enter() -> list[BindingType]:
    return [b for b in OptionList.BINDINGS if not (isinstance(b, Binding) and b.key == "enter")]


class RowList(OptionList, inherit_bindings=False):
    """Arrows, pages, Home, End and clicks as in any list."""

    BINDINGS = _but_enter()

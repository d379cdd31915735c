"""The colours: few, each with one meaning, never alone."""

from __future__ import annotations

from textual.theme import Theme

DARK = Theme(
    name="fazhi-dark",
    primary="#7fb4e6",
    secondary="#9aa7b5",
    accent="#7fb4e6",
    foreground="#e6e6e6",
    background="#14181d",
    surface="#1a2027",
    panel="#232b34",
    success="#8fd19e",
    warning="#f0c674",
    error="#ff8a80",
    dark=True,
)

"""The colours, light and dark: few, each with one meaning, never alone.

Every colour a text can have is named here rather than left to be mixed, so that its contrast can be checked:
4.5 to 1 at least on every background it is used on (WCAG 2.2, 1.4.3). A terminal of 16 colours takes the
nearest of its own; they are chosen so that 3 to 1 is left in the usual palettes.
"""

from __future__ import annotations

from textual.theme import Theme

DARK = Theme(
    name="fazhi-dark",
    dark=True,
    foreground="#e6e6e6",
    background="#14181d",
    surface="#1a2027",
    panel="#222a31",
    primary="#7fb4e6",
    secondary="#6b7a8a",
    accent="#7fb4e6",
    success="#8fd19e",
    warning="#f0c674",
    error="#ff8a80",
    variables={
        "text": "#e6e6e6",
        "text-muted": "#a8b3bf",
        "text-disabled": "#a8b3bf",
        "text-primary": "#9cc7f0",
        "text-secondary": "#a8b3bf",
        "text-accent": "#9cc7f0",
        "text-success": "#8fd19e",
        "text-warning": "#f0c674",
        "text-error": "#ff9d94",
        "block-cursor-foreground": "#0d1116",
        "block-cursor-background": "#7fb4e6",
        "block-cursor-blurred-foreground": "#e6e6e6",
        "block-cursor-blurred-background": "#2f4358",
        "block-hover-background": "#222a31",
        "input-selection-background": "#2f4358",
        "input-selection-foreground": "#ffffff",
    },
)

LIGHT = Theme(
    name="fazhi-light",
    dark=False,
    foreground="#1b2026",
    background="#fbfbfa",
    surface="#f2f4f6",
    panel="#e3e8ee",
    primary="#0d47a1",
    secondary="#7a8794",
    accent="#0d47a1",
    success="#1a6a35",
    warning="#6a4a1c",
    error="#a8231a",
    variables={
        "text": "#1b2026",
        "text-muted": "#4b5661",
        "text-disabled": "#4b5661",
        "text-primary": "#0d47a1",
        "text-secondary": "#4b5661",
        "text-accent": "#0d47a1",
        "text-success": "#1a6a35",
        "text-warning": "#6a4a1c",
        "text-error": "#a8231a",
        "block-cursor-foreground": "#ffffff",
        "block-cursor-background": "#0d47a1",
        "block-cursor-blurred-foreground": "#1b2026",
        "block-cursor-blurred-background": "#c4d7ea",
        "block-hover-background": "#e3e8ee",
        "input-selection-background": "#b4d0ec",
        "input-selection-foreground": "#101418",
    },
)
THEMES = (DARK, LIGHT)


def other(name: str) -> Theme:
    """The theme that is not the named one."""
    return DARK if name == LIGHT.name else LIGHT

"""How well one colour stands out from another, by the formula of WCAG 2.2."""

from __future__ import annotations

Rgb = tuple[int, int, int]
AA_TEXT = 4.5


def _palette(codes: str) -> tuple[Rgb, ...]:
    colours = [bytes.fromhex(code) for code in codes.split()]
    return tuple((c[0], c[1], c[2]) for c in colours)


# What xterm, the Linux console and Windows show for the colours 0 to 15.
SIXTEEN = {
    "xterm": _palette(
        "000000 cd0000 00cd00 cdcd00 0000ee cd00cd 00cdcd e5e5e5 "
        "7f7f7f ff0000 00ff00 ffff00 5c5cff ff00ff 00ffff ffffff"
    ),
    "console": _palette(
        "000000 aa0000 00aa00 aa5500 0000aa aa00aa 00aaaa aaaaaa "
        "555555 ff5555 55ff55 ffff55 5555ff ff55ff 55ffff ffffff"
    ),
    "windows": _palette(
        "0c0c0c c50f1f 13a10e c19c00 0037da 881798 3a96dd cccccc "
        "767676 e74856 16c60c f9f1a5 3b78ff b4009e 61d6d6 f2f2f2"
    ),
}


def contrast(a: Rgb, b: Rgb) -> float:
    """1 for the same colour, 21 for black on white."""
    lighter, darker = sorted((_luminance(a), _luminance(b)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: Rgb) -> float:
    red, green, blue = (_linear(channel / 255) for channel in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)


def is_text(character: str) -> bool:
    """Whether a character is read, not one of the lines and blocks that boxes and bars are drawn with."""
    return not character.isspace() and not "\u2500" <= character <= "\u259f"

"""What the screens remember of their user from one start to the next; losing it does no harm."""

from __future__ import annotations

from pathlib import Path

from fazhi_tui.storage.atomic import make_folder
from fazhi_tui.storage.side_file import read_side_file, write_side_file

_FILE = "settings.json"


def read_theme(data: Path) -> str:
    """The name of the colours chosen last; empty where none was, or the file is damaged or foreign."""
    kept = read_side_file(data / _FILE)
    theme = kept.get("theme") if isinstance(kept, dict) else None
    return theme if isinstance(theme, str) else ""


def write_theme(data: Path, theme: str) -> None:
    """Keep the name of the colours chosen, whole or not at all.

    Raises:
        OSError: the old one stays.
    """
    make_folder(data)
    write_side_file(data / _FILE, {"theme": theme})

"""What the screens remember of their user from one start to the next; losing it does no harm."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path

from fazhi_tui.storage.atomic import make_folder
from fazhi_tui.storage.side_file import read_side_file, write_side_file

_FILE = "settings.json"


@dataclass(frozen=True, slots=True)
class Settings:
    """`theme` is the name of the colours last chosen, empty for none."""

    theme: str = ""


def read_settings(data: Path) -> Settings:
    """The settings kept in a data folder; the standard ones where the file is absent, damaged or foreign."""
    kept = read_side_file(data / _FILE)
    theme = kept.get("theme") if isinstance(kept, dict) else None
    return Settings(theme if isinstance(theme, str) else "")


def write_settings(data: Path, settings: Settings) -> None:
    """Keep the settings, whole or not at all.

    Raises:
        OSError: the old ones stay.
    """
    make_folder(data)
    write_side_file(data / _FILE, asdict(settings))

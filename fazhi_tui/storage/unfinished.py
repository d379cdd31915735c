"""What stood in a dialog, not confirmed, when the program was ended: kept as text until it was shown."""

from __future__ import annotations

from pathlib import Path

from fazhi_tui.storage.atomic import make_folder, read_bytes, write_bytes

_FILE = "unfinished.txt"
_SHOWN = "unfinished-shown.txt"


def keep_unfinished(data: Path, text: str) -> None:
    """Keep a text behind those not shown yet.

    Raises:
        OSError: nothing changed.
    """
    make_folder(data)
    before = _text(data / _FILE)
    whole = f"{before}\n{text}" if before else text
    write_bytes(data / _FILE, whole.encode("utf-8", "replace"))


def unfinished(data: Path) -> str:
    """What was kept and not shown yet; empty for nothing."""
    return _text(data / _FILE)


def put_unfinished_away(data: Path) -> Path:
    """It was shown; it stays under another name until the next takes its place. Gives where it is."""
    try:
        return (data / _FILE).replace(data / _SHOWN)
    except OSError:
        return data / _FILE


def _text(path: Path) -> str:
    try:
        return read_bytes(path).decode("utf-8", "replace")
    except OSError:
        return ""

"""Where a file is, as it is typed, pasted, or dropped on the terminal."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

from textual import events

from fazhi_tui.tui.widgets.line_input import LineInput

_QUOTES = {"'": "'", '"': '"', "“": "”", "‘": "’"}
# /…, ~/…, \\server\…, C:\…, file://…, or one of them behind a quote: what no folder stands before.
_WHOLE = re.compile(rf"[{''.join(_QUOTES)}]?(?:/|~[/\\]|\\\\|[A-Za-z]:[\\/]|file:/)", re.IGNORECASE)
_ESCAPED = re.compile(r"\\([^\w\\/])")


class PathInput(LineInput):
    """Begins with a folder or a path to write on; a whole path that comes behind it stands in its place.

    Terminals drop a file as its path in quotes, with backslashes before the blanks, or as a `file:` address.
    """

    def __init__(self, value: str, *, placeholder: str = "", id: str | None = None) -> None:
        super().__init__(value, placeholder=placeholder, id=id)
        self._stood = value
        self.select_on_focus = False  # to be changed at its end, not typed anew

    def read(self) -> Path:
        """The path meant, which stands there from now on."""
        behind = self.value.removeprefix(self._stood)
        is_whole = bool(self._stood) and behind != self.value and _WHOLE.match(behind)
        self.value = plain_path(behind if is_whole else self.value)
        return _from_home(Path(self.value))

    def on_paste(self, event: events.Paste) -> None:
        """Take a whole path for the whole; anything else goes in at the cursor."""
        text = event.text.strip()
        if _WHOLE.match(text) and "\n" not in text:
            event.prevent_default()
            event.stop()
            self.value = plain_path(text, is_dropped=True)
            self.cursor_position = len(self.value)


def _from_home(path: Path) -> Path:
    try:
        return path.expanduser()
    except RuntimeError:  # no such user: a name that begins so
        return path


def plain_path(text: str, *, is_dropped: bool = False) -> str:
    r"""The path in a text: without its quotes, without what stands for `file:`.

    Args:
        text: as it was typed or pasted.
        is_dropped: a terminal may have written it, with `\ ` for a blank and `'\''` for a quote.
    """
    path = text.strip()
    if path[:1] in _QUOTES and path[1:].endswith(_QUOTES[path[0]]):
        path = path[1:-1].replace("'\\''", "'")
    elif is_dropped and "/" in path:
        path = _ESCAPED.sub(r"\1", path)
    if path[:6].lower() == "file:/":
        path = unquote(urlsplit(path).path)
        path = path[1:] if re.match("/[A-Za-z]:", path) else path
    return path

"""Where to write a file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from fazhi_tui.errors import FazhiError
from fazhi_tui.tui import strings
from fazhi_tui.tui.dialogs.dialog import Dialog
from fazhi_tui.tui.widgets.line_input import LineInput


class ExportDialog(Dialog[Path]):
    """Asks for the path; returns it once the file is written. An existing file asks for a second Enter."""

    ASKS_FOR_TEXT = False

    def __init__(
        self, path: Path, notice: str, write: Callable[[Path], None], *, title: str = strings.EXPORT_TITLE
    ) -> None:
        super().__init__(title, strings.ADD_FOOT)
        self._path = path
        self._notice = notice
        self._write = write
        self._confirmed: Path | None = None

    def body(self) -> Iterator[Widget]:
        """The path, and whether it is a draft."""
        path = LineInput(str(self._path), id="path")
        yield Horizontal(Static(strings.EXPORT_PATH, markup=False, classes="label"), path, classes="line")
        yield Static(Content(self._notice), classes="hints")

    def on_input_submitted(self) -> None:
        """Write it, or say why not and stay."""
        path = Path(self.query_one("#path", LineInput).value.strip()).expanduser()
        if path.exists() and path != self._confirmed:
            self._confirmed = path
            self.say(strings.EXPORT_OVERWRITE)
            return
        try:
            self._write(path)
        except FazhiError as fault:
            self.say(fault)
        else:
            self.dismiss(path)

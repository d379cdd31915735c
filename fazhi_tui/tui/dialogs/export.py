"""Where to write a file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from fazhi_tui.storage.export import export
from fazhi_tui.tui.dialogs.dialog import Dialog
from fazhi_tui.tui.dialogs.waiting import Claim, Outcome, waiting_for
from fazhi_tui.tui.widgets.path_input import PathInput
from fazhi_tui.tui.words import gap_words, sheets_words, waiting_words


def exported_words(path: Path, kept: Path | None) -> str:
    """Under which name the former file was kept, if it was, and where the new one was written.

    What may be cut off at the end of a line is the folder.
    """
    words = gap_words.EXPORTED.format(name=path.name, folder=path.parent)
    return gap_words.EXPORT_KEPT.format(name=kept.name) + words if kept else words


class ExportDialog(Dialog[Path]):
    """Asks for the path; returns it once the file is written. An existing file asks for a second Enter.

    Refused or given up it stays, with the path that was typed.
    """

    ASKS_FOR_TEXT = False

    def __init__(
        self,
        path: Path,
        notice: str,
        make: Callable[[Path], bytes],
        *,
        title: str = gap_words.EXPORT_TITLE,
        write: Callable[[Path, bytes], object] = export,
    ) -> None:
        super().__init__(title, sheets_words.ADD_FOOT)
        self._path = path
        self._notice = notice
        self._make = make
        self._write = write
        self._confirmed: Path | None = None

    def body(self) -> Iterator[Widget]:
        """The path, and whether it is a draft."""
        path = PathInput(str(self._path), id="path")
        yield Horizontal(Static(gap_words.EXPORT_PATH, markup=False, classes="label"), path, classes="line")
        yield Static(Content(self._notice), classes="hints")

    def on_input_submitted(self) -> None:
        """Write it, or say why not and stay."""
        path = self.query_one("#path", PathInput).read()
        if path.exists() and path != self._confirmed:
            self._confirmed = path
            self.say(gap_words.EXPORT_OVERWRITE)
            return
        self.say("")
        self.app.push_screen(
            waiting_for(waiting_words.WRITING, lambda claim: self._written(path, claim)), self._over
        )

    def _written(self, path: Path, claim: Claim) -> Path | None:
        data = self._make(path)
        if not claim.take():
            return None
        self._write(path, data)
        return path

    def _over(self, outcome: Outcome[Path | None] | None) -> None:
        if outcome is None:
            return
        if outcome.fault is not None:
            self.say(outcome.fault)
        else:
            self.dismiss(outcome.value)

"""Where to write a file."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path

from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from fazhi_tui.errors import FazhiError
from fazhi_tui.storage.export import export
from fazhi_tui.tui import strings
from fazhi_tui.tui.dialogs.dialog import Dialog
from fazhi_tui.tui.widgets.path_input import PathInput


def exported_words(path: Path, kept: Path | None) -> str:
    """Under which name the former file was kept, if it was, and where the new one was written.

    What may be cut off at the end of a line is the folder.
    """
    words = strings.EXPORTED.format(name=path.name, folder=path.parent)
    return strings.EXPORT_KEPT.format(name=kept.name) + words if kept else words


class ExportDialog(Dialog[Path]):
    """Asks for the path; returns it once the file is written. An existing file asks for a second Enter.

    The file is made beside the screen: what takes long says so and can be left, and then writes nothing.
    """

    ASKS_FOR_TEXT = False

    def __init__(
        self,
        path: Path,
        notice: str,
        make: Callable[[Path], bytes],
        *,
        title: str = strings.EXPORT_TITLE,
        write: Callable[[Path, bytes], object] = export,
    ) -> None:
        super().__init__(title, strings.ADD_FOOT)
        self._path = path
        self._notice = notice
        self._make = make
        self._write = write
        self._confirmed: Path | None = None
        self._is_busy = False

    def body(self) -> Iterator[Widget]:
        """The path, and whether it is a draft."""
        path = PathInput(str(self._path), id="path")
        yield Horizontal(Static(strings.EXPORT_PATH, markup=False, classes="label"), path, classes="line")
        yield Static(Content(self._notice), classes="hints")

    def on_input_submitted(self) -> None:
        """Write it, or say why not and stay."""
        path = self.query_one("#path", PathInput).read()
        if self._is_busy:
            return
        if path.exists() and path != self._confirmed:
            self._confirmed = path
            self.say(strings.EXPORT_OVERWRITE)
            return
        self.run_worker(self._export(path), group="export")

    async def _export(self, path: Path) -> None:
        self._is_busy = True
        self.say(strings.EXPORT_BUSY)
        try:
            data = await asyncio.to_thread(self._make, path)
            self._write(path, data)
        except FazhiError as fault:
            self.say(fault)
        else:
            self.dismiss(path)
        finally:
            self._is_busy = False

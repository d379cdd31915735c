"""The program is being ended, by the system or by its own fault: nothing typed is lost."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from textual.screen import Screen

from fazhi_tui.storage.unfinished import keep_unfinished
from fazhi_tui.tui import quick_strings as quick
from fazhi_tui.tui.dialogs.dialog import Dialog
from fazhi_tui.tui.screens.saving import SavingScreen


def keep_all_typed(screens: Sequence[Screen[Any]], data: Path, when: datetime) -> None:
    """Keep what stands in notes and dialogs, then give the locks back; one that fails stops no other."""
    below = ""
    for screen in screens:
        # Whatever is wrong with one screen: the process ends now, and the next one may hold typed text.
        with contextlib.suppress(Exception):
            if isinstance(screen, SavingScreen):
                below = screen.stands_on
                screen.keep_what_is_typed()
                if screen.session.is_open:
                    screen.session.retry()
            elif isinstance(screen, Dialog):
                _keep_dialog(screen, below, data, when)
    for screen in screens:
        if isinstance(screen, SavingScreen):
            with contextlib.suppress(Exception):
                screen.session.close()


def _keep_dialog(dialog: Dialog[Any], below: str, data: Path, when: datetime) -> None:
    lines = list(_lines(dialog))
    if lines:
        place = " · ".join(part for part in (dialog.heading, below) if part)
        head = quick.UNFINISHED_HEAD.format(time=f"{when:%Y-%m-%d %H:%M}", place=place)
        keep_unfinished(data, "\n".join([head, *lines]) + "\n")


def _lines(dialog: Dialog[Any]) -> Iterator[str]:
    for label, text in dialog.typed():
        yield f"{label}：{text}" if label else text

"""The program is being ended, by the system or by its own fault: what is typed is kept, and shown again."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from textual.screen import Screen

from fazhi_tui.storage.unfinished import keep_unfinished, put_unfinished_away, unfinished
from fazhi_tui.tui.dialogs.dialog import Dialog
from fazhi_tui.tui.dialogs.reading import ReadingDialog
from fazhi_tui.tui.screens.saving import SavingScreen
from fazhi_tui.tui.words import app_words


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


def shown_unfinished(data: Path) -> ReadingDialog | None:
    """What was kept and not shown yet, to be shown once; None for nothing."""
    text = unfinished(data)
    if not text:
        return None
    foot = app_words.UNFINISHED_FOOT.format(path=put_unfinished_away(data))
    return ReadingDialog(app_words.UNFINISHED_TITLE, f"{text}\n{foot}")


def keep_text(data: Path, place: str, when: datetime, text: str) -> None:
    """Keep a text under the place it was typed at.

    Raises:
        OSError: nothing changed.
    """
    head = app_words.UNFINISHED_HEAD.format(time=f"{when:%Y-%m-%d %H:%M}", place=place)
    keep_unfinished(data, f"{head}\n{text}\n")


def _keep_dialog(dialog: Dialog[Any], below: str, data: Path, when: datetime) -> None:
    lines = list(_lines(dialog))
    if lines:
        place = " · ".join(part for part in (dialog.heading, below) if part)
        keep_text(data, place, when, "\n".join(lines))


def _lines(dialog: Dialog[Any]) -> Iterator[str]:
    for label, text in dialog.typed():
        yield f"{label}：{text}" if label else text

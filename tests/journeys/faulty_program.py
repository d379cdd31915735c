"""The program with one failing handler, an answer in its variable and its message; name it first."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import NoReturn

from fazhi_tui.cli.main import run

SECRET = "机密的答案"
HANDLERS = {
    "key": ("fazhi_tui.tui.widgets.note_area", "NoteArea", "action_finish"),
    "timer": ("fazhi_tui.tui.widgets.note_area", "NoteArea", "_say_typed"),
    "dialog": ("fazhi_tui.tui.dialogs.text", "TextDialog", "action_submit"),
    "start": ("fazhi_tui.tui.screens.home", "HomeScreen", "on_mount"),
    "drawing": ("fazhi_tui.tui.widgets.note_area", "NoteArea", "render_line"),
}


def _fail(*_: object) -> NoReturn:
    answer = f"{SECRET}：在变量里"
    raise RuntimeError(f"{SECRET}：在消息里{len(answer)}")


def main() -> None:
    """Break the handler, then run as ever."""
    module, owner, name = HANDLERS[sys.argv.pop(1)]
    setattr(getattr(import_module(module), owner), name, _fail)
    run()


if __name__ == "__main__":
    main()

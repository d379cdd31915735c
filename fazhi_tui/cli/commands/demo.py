"""`fazhi demo`: a filled example."""

from __future__ import annotations

import argparse

from fazhi_tui.cli.command import DONE, Command
from fazhi_tui.cli.parser import Parser
from fazhi_tui.cli.streams import put, say
from fazhi_tui.demo import find_demo, make_demo
from fazhi_tui.workspace import Workspace


def _configure(parser: Parser) -> None:
    del parser


def _run(workspace: Workspace, args: argparse.Namespace) -> int:
    del args
    existing = find_demo(workspace)
    put(existing or make_demo(workspace))
    say("示例已经有了，编号如上。" if existing else "已建好示例，编号如上；打开 fazhi 就能看到。")
    return DONE


COMMAND = Command("demo", "建一份填好的示例，写出它的编号", ("",), _configure, _run)

"""What a command is."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from fazhi_tui.cli.parser import Parser

if TYPE_CHECKING:
    from fazhi_tui.workspace import Workspace

DONE = 0
FINDINGS = 1
BAD_INPUT = 2
DAMAGED = 3


@dataclass(frozen=True, slots=True)
class Command:
    """One command: its words for the help, its arguments, and what it does.

    `usage` has one line a form, without the command's name; `run` returns the exit code.
    """

    name: str
    about: str
    usage: tuple[str, ...]
    configure: Callable[[Parser], None]
    run: Callable[[Workspace, argparse.Namespace], int]

    def parser(self) -> Parser:
        """The parser of its arguments."""
        parser = Parser(self.name, usage=self.usage, about=self.about)
        self.configure(parser)
        return parser


def takes_id(parser: Parser) -> None:
    """Add the argument that names an assessment."""
    parser.add_argument("id", metavar="编号", help="自查的编号，写开头几个字能认出来就行")

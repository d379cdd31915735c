"""`fazhi adopt`: newer checklists and the unit's own scoring, after a preview."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from fazhi_tui.cli.command import DONE, Command, takes_id
from fazhi_tui.cli.commands.opening import writing
from fazhi_tui.cli.parser import Parser
from fazhi_tui.cli.streams import say

if TYPE_CHECKING:
    from fazhi_tui.workspace import Workspace


def _configure(parser: Parser) -> None:
    takes_id(parser)
    parser.add_argument("--dry-run", action="store_true", help="只看会改什么，不写入")


def _run(workspace: Workspace, args: argparse.Namespace) -> int:
    from fazhi_tui.reporting.words.adoption_words import adoption_lines

    if args.dry_run:
        session = workspace.open(args.id, writable=False)
        for line in adoption_lines(session.preview_adoption(*workspace.newest(session))):
            say(line)
        return DONE
    with writing(workspace, args.id) as session:
        library, scheme = workspace.newest(session)
        for line in adoption_lines(session.preview_adoption(library, scheme)):
            say(line)
        if session.adopt(library, scheme):
            say("已采用。")
    return DONE


COMMAND = Command("adopt", "采用新版清单和单位自己的计分", ("编号 [--dry-run]",), _configure, _run)

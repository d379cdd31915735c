"""The commands, in the order of the help."""

from __future__ import annotations

from fazhi_tui.cli.command import Command
from fazhi_tui.cli.commands import (
    adopt,
    days,
    delete,
    demo,
    fill,
    form,
    gaps,
    lint,
    listing,
    log,
    new,
    param,
    profile,
    sheet,
    show,
    verify,
    where,
)

COMMANDS: tuple[Command, ...] = (
    new.COMMAND,
    listing.COMMAND,
    show.COMMAND,
    profile.COMMAND,
    adopt.COMMAND,
    sheet.COMMAND,
    param.COMMAND,
    form.COMMAND,
    fill.COMMAND,
    gaps.COMMAND,
    log.COMMAND,
    verify.COMMAND,
    delete.COMMAND,
    lint.COMMAND,
    days.COMMAND,
    demo.COMMAND,
    where.COMMAND,
)

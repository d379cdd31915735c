"""What the tests of the sheet do on it."""

from __future__ import annotations

from textual import events
from textual.pilot import Pilot

from fazhi_tui.domain.verdict import Verdict
from fazhi_tui.tui.screens.sheet import SheetScreen


async def open_sheet(pilot: Pilot[int]) -> SheetScreen:
    await pilot.pause()
    await pilot.press("enter")
    await pilot.pause()
    screen = pilot.app.screen
    assert isinstance(screen, SheetScreen)
    return screen


async def paste(pilot: Pilot[int], text: str) -> None:
    pilot.app.post_message(events.Paste(text))
    await pilot.pause()
    await pilot.pause()


def verdicts(screen: SheetScreen) -> dict[str, Verdict | None]:
    return {row.item.id: row.answer.verdict for row in screen.session.board.rows()}

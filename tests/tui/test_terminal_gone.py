"""A terminal that goes without a signal: what is typed is kept and the program ends."""

from __future__ import annotations

import pytest

from fazhi_tui.tui.app import FazhiApp
from fazhi_tui.workspace import Workspace

from .on_sheet import open_sheet, paste


async def test_the_program_ends_with_its_terminal(
    app: FazhiApp, workspace: Workspace, bureau: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = [True]
    monkeypatch.setattr("fazhi_tui.tui.app._terminal_is_there", lambda: there[0])
    monkeypatch.setattr("fazhi_tui.tui.app.TERMINAL_LOOKED_AT", 0.01)
    async with app.run_test(size=(80, 24)) as pilot:
        await open_sheet(pilot)
        await pilot.press("f2")
        await paste(pilot, "写到一半")
        assert app.return_code is None
        there[0] = False
        while app.return_code is None:
            await pilot.pause()
    assert app.return_code == 129
    with workspace.open(bureau, writable=True) as session:
        assert "写到一半" in [row.answer.note for row in session.board.rows()]

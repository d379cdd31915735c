"""Hostile text on screen: shown as text on every screen, or not shown at all."""

from __future__ import annotations

import contextlib
import itertools

from fazhi_tui.domain.answers import Evidence
from fazhi_tui.domain.filling.answering import Change
from fazhi_tui.domain.verdict import Verdict
from fazhi_tui.errors import BadInputError
from fazhi_tui.tui.app import FazhiApp
from fazhi_tui.tui.screens.home import HomeScreen
from fazhi_tui.workspace import NewAssessment, Workspace
from tests.hostile import HOSTILE, steers

from .reading import screen_text

KEYS = ("f1", "escape", "f4", "escape", "ctrl+r", "escape", "f6", "escape", "pagedown")


def _filled(workspace: Workspace) -> str:
    """The texts wherever they are taken: units, sheets, notes, evidence, gaps. Gives the id."""
    for text in HOSTILE.values():
        with contextlib.suppress(BadInputError):
            workspace.create(NewAssessment(text, 2022, "部门"))
    texts = itertools.cycle(HOSTILE.values())
    id = workspace.create(NewAssessment("某局", 2023, "部门"))
    with workspace.open(id, writable=True) as session:
        for text in HOSTILE.values():
            with contextlib.suppress(BadInputError):
                session.add_sheet("zhongda-juece", text)
            with contextlib.suppress(BadInputError):
                session.add_gap({"problem": text, "basis": text, "source": "自查"})
        for row, text in zip(session.board.rows(), texts, strict=False):
            with contextlib.suppress(BadInputError):
                proof = (Evidence(text[:99], text[:99]),)
                session.answer([Change(*row.key, verdict=Verdict.PARTLY, note=text, evidence=proof)])
    return id


async def test_no_hostile_text_ends_a_screen_or_steers_it(workspace: Workspace) -> None:
    id = _filled(workspace)
    app = FazhiApp(workspace)
    async with app.run_test(size=(120, 30)) as pilot:
        assert "[bold red]x[/]" in screen_text(app)
        assert isinstance(app.screen, HomeScreen)
        app.screen.reload(id)
        await pilot.press("enter")
        shown = ""
        for key in (*KEYS, *["down"] * 6, "f5", *["down"] * 6):
            await pilot.press(key)
            shown += screen_text(app)
        assert not steers(shown.replace("\n", ""))
        for text in ("[bold red]x[/] [/没有]", "=HYPERLINK(1)"):
            assert text in shown

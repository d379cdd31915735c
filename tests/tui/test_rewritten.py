"""What a step taken back was, in words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from fazhi_tui.domain.filling.answering import Change
from fazhi_tui.domain.verdict import Verdict
from fazhi_tui.session import Session
from fazhi_tui.tui.app import FazhiApp
from fazhi_tui.tui.rewritten import step_words
from fazhi_tui.workspace import Workspace

from .on_sheet import open_sheet, paste
from .reading import screen_text

STEPS: dict[str, tuple[Callable[[Session], object], str]] = {
    "sheet": (lambda s: s.add_sheet("zhongda-juece", "文旅规划"), "增加自查表（文旅规划）"),
    "absent": (
        lambda s: s.declare_absent("zhongda-juece", "matter", "没有事项"),
        "声明本年无（决策事项）",
    ),
    "answer": (
        lambda s: s.answer([Change("zhongda-juece", "本单位", "a-1", verdict=Verdict.DONE)]),
        "自评（制度基础：",
    ),
    "note": (
        lambda s: s.answer([Change("zhongda-juece", "本单位", "a-1", note="补写一句")]),
        "说明（制度基础：",
    ),
    "several": (
        lambda s: s.answer(
            [Change("zhongda-juece", "本单位", f"a-{n}", verdict=Verdict.DONE) for n in (1, 2)]
        ),
        "自评 2 条（制度基础：",
    ),
}


@pytest.mark.parametrize("name", STEPS)
def test_a_step_is_named_with_what_it_was_about(workspace: Workspace, bureau: str, name: str) -> None:
    act, words = STEPS[name]
    with workspace.open(bureau, writable=True) as session:
        act(session)
        session.undo()
        assert words in step_words(session.rewritten, session.board)


async def test_a_declaration_names_the_checklist_says_it_is_done_and_is_taken_back_by_name(
    app: FazhiApp, bureau: str
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await open_sheet(pilot)
        await pilot.press("f6", "down", "down", "enter")
        await pilot.pause()
        assert "声明本年无决策事项 · 重大行政决策" in screen_text(app)
        await paste(pilot, "没有事项")
        await pilot.press("f2")
        await pilot.pause()
        assert "已声明本年无决策事项" in screen_text(app)
        await pilot.press("ctrl+z")
        await pilot.pause()
        assert "已撤销：声明本年无（决策事项）" in screen_text(app)

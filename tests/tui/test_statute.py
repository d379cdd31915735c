from __future__ import annotations

import re

from fazhi_tui.tui.app import FazhiApp
from fazhi_tui.workspace import Workspace

from .reading import screen_text

TEXT = "标题：重大行政决策程序暂行条例\n\n第十五条　甲款[/]的话。\n\n乙款的话。\n\n第十六条　别的话。\n"


async def test_without_texts_it_says_where_they_are_published_and_where_to_put_them(
    app: FazhiApp, workspace: Workspace, bureau: str
) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("enter", "f8")
        await pilot.pause()
        text = re.sub(r"[\s│]", "", screen_text(app))
    assert "国家法律法规数据库" in text
    assert workspace.laws.name == "laws"
    assert "laws" in text


async def test_with_texts_the_cited_paragraph_is_shown_and_no_other(
    app: FazhiApp, workspace: Workspace, bureau: str
) -> None:
    workspace.laws.mkdir(parents=True)
    (workspace.laws / "条例.txt").write_text(TEXT, encoding="utf-8")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "ctrl+a")
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
        text = screen_text(app)
    assert "《重大行政决策程序暂行条例》第十五条第一款" in text
    assert "甲款[/]的话。" in text
    assert "乙款" not in text
    assert "别的话" not in text

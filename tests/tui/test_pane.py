"""A text that takes another's place costs a picture, not a layout; it can be scrolled and copied."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from textual.app import App, ComposeResult
from textual.content import Content
from textual.geometry import Offset, Size

from fazhi_tui.tui.app import FazhiApp
from fazhi_tui.tui.theme import DARK, LIGHT
from fazhi_tui.tui.widgets.item_card import ItemCard
from fazhi_tui.tui.widgets.pane import Pane
from fazhi_tui.tui.widgets.wrapped import Wrapped

from .reading import screen_lines, text_colours

LONG = "\n".join(f"第{number:02}行" for number in range(40))


class PaneApp(App[int]):
    CSS = "Pane { padding: 0 1; }"

    def __init__(self) -> None:
        super().__init__()
        for theme in (DARK, LIGHT):
            self.register_theme(theme)
        self.theme = DARK.name

    def compose(self) -> ComposeResult:
        yield Pane()


@contextmanager
def layouts(app: App[int]) -> Iterator[list[object]]:
    """What Textual lays out meanwhile."""
    found: list[object] = []
    signal = app.screen.screen_layout_refresh_signal
    signal.subscribe(app.screen, found.append)
    try:
        yield found
    finally:
        signal.unsubscribe(app.screen)


async def test_another_text_is_not_laid_out_though_it_is_longer() -> None:
    app = PaneApp()
    async with app.run_test(size=(30, 10)) as pilot:
        pane = app.query_one(Pane)
        await pilot.pause()
        with layouts(app) as found:
            for text in ("一行", LONG, "一行\n两行", ""):
                pane.show(Wrapped(Content(text)))
                await pilot.pause()
                shown = [line.split()[0] for line in screen_lines(app) if line.split()]
                assert shown == text.splitlines()[:10]
        assert found == []


async def test_an_answer_is_not_laid_out(app: FazhiApp, bureau: str) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        await pilot.pause()
        with layouts(app) as found:
            await pilot.press("1", "down", "up")
            await pilot.pause()
        assert found == []


async def test_it_scrolls_where_it_has_no_room_and_begins_anew_with_another_text() -> None:
    app = PaneApp()
    async with app.run_test(size=(30, 10)) as pilot:
        pane = app.query_one(Pane)
        pane.show(Wrapped(Content(LONG)))
        pane.turn_page(1)
        await pilot.pause()
        assert screen_lines(app)[0].split() == ["第09行"]
        pane.show(Wrapped(Content(LONG + "\n末行")), from_top=False)
        pane.turn_page(9)
        await pilot.pause()
        assert screen_lines(app)[9].split()[0] == "末行"
        pane.show(Wrapped(Content(LONG)))
        await pilot.pause()
        assert screen_lines(app)[0].split()[0] == "第00行"


async def test_a_shorter_text_is_not_left_above_the_screen() -> None:
    app = PaneApp()
    async with app.run_test(size=(30, 10)) as pilot:
        pane = app.query_one(Pane)
        pane.show(Wrapped(Content(LONG)))
        pane.turn_page(9)
        await pilot.pause()
        pane.show(Wrapped(Content("一行")), from_top=False)
        await pilot.pause()
        assert screen_lines(app)[0].split() == ["一行"]


async def test_it_is_wrapped_anew_where_its_width_changes() -> None:
    app = PaneApp()
    async with app.run_test(size=(30, 10)) as pilot:
        app.query_one(Pane).show(Wrapped(Content("字" * 20)))
        await pilot.pause()
        assert screen_lines(app)[0].split() == ["字" * 13]
        await pilot.resize_terminal(20, 10)
        await pilot.pause()
        assert screen_lines(app)[0].split() == ["字" * 8]
        assert app.query_one(Pane).virtual_size == Size(17, 3)


async def test_it_is_drawn_anew_in_another_theme() -> None:
    app = PaneApp()
    async with app.run_test(size=(30, 10)) as pilot:
        app.query_one(Pane).show(Wrapped(Content("一行")))
        await pilot.pause()
        dark = text_colours(app)
        app.theme = LIGHT.name
        await pilot.pause()
        assert set(text_colours(app)) != set(dark)


@pytest.mark.parametrize(("scrolled", "marked"), [(0, "02行\n第03"), (1, "11行\n第12")])
async def test_what_the_mouse_marks_is_copied_without_its_wrapping_place(scrolled: int, marked: str) -> None:
    app = PaneApp()
    async with app.run_test(size=(30, 10)) as pilot:
        pane = app.query_one(Pane)
        pane.show(Wrapped(Content(LONG)))
        pane.turn_page(scrolled)
        await pilot.pause()
        await pilot.mouse_down(pane, Offset(3, 2))
        await pilot.hover(pane, Offset(4, 3))
        await pilot.mouse_up(pane, Offset(4, 3))
        assert app.screen.get_selected_text() == marked
        await pilot.pause()


async def test_what_the_mouse_marks_is_seen(app: FazhiApp, bureau: str) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        await pilot.pause()
        card = app.screen.query_one(ItemCard)
        before = text_colours(app, card.region)
        await pilot.mouse_down(card, Offset(1, 2))
        await pilot.hover(card, Offset(9, 2))
        await pilot.pause()
        assert len(text_colours(app, card.region)) > len(before)

"""A text beside or below a list: another text is another picture of one widget, no layout of several."""

from __future__ import annotations

from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip
from textual.visual import Visual

from fazhi_tui.tui.widgets.wrapped import Wrapped


class Pane(ScrollView, can_focus=False):
    """Shows one text, wrapped as Chinese is; scrolls only where it has not the room for it."""

    DEFAULT_CSS = """
    Pane {
        overflow-x: hidden;
        overflow-y: scroll;
        scrollbar-size-vertical: 1;
        scrollbar-background: $background;
        scrollbar-background-hover: $background;
        scrollbar-background-active: $background;
    }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._text = Wrapped(Content(""))
        self._strips: list[Strip] | None = None

    def show(self, text: Wrapped, *, from_top: bool = True) -> None:
        """Show another text, from its beginning or from where one stands."""
        self._text = text
        self._measure()
        self.scroll_to(y=0 if from_top else self.scroll_y, animate=False)

    def turn_page(self, by: int) -> None:
        """Go on so many pages, or back; a line is seen on both."""
        self.scroll_relative(y=by * max(self.size.height - 1, 1), animate=False)

    def on_resize(self, _event: events.Resize) -> None:
        """Wrap it at the new width."""
        self._measure()

    def notify_style_update(self) -> None:
        """Other colours: the text is drawn again."""
        self._strips = None
        super().notify_style_update()

    def selection_updated(self, selection: Selection | None) -> None:
        """Draw it again with what the mouse has marked."""
        self._strips = None
        super().selection_updated(selection)

    def get_selection(self, selection: Selection) -> tuple[str, str]:
        """What the mouse has marked."""
        return selection.extract(self._text.shown.plain), "\n"

    def render_line(self, y: int) -> Strip:
        """A line of the text, or an empty one below it."""
        width, line = self._width, y + self.scroll_offset.y
        if self._strips is None:
            style = self.visual_style
            self._strips = Visual.to_strips(self, self._text, width, None, style, pad=True)
        if line < len(self._strips):
            return self._strips[line]
        return Strip.blank(width, self.rich_style)

    @property
    def _width(self) -> int:
        return self.scrollable_content_region.width

    def _measure(self) -> None:
        self._strips = None
        region = self.scrollable_content_region
        if region.width:
            lines = self._text.get_height(self.styles.get_rules(), region.width)
            # Its bar is always there, so the screen need not be laid out for a text of another height.
            self.set_reactive(Pane.virtual_size, Size(region.width, lines))
            self.vertical_scrollbar.window_virtual_size = lines
        self.refresh()

"""A text beside or below a list: another text is another picture of one widget, no layout of several."""

from __future__ import annotations

from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip
from textual.style import Style
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

    def __init__(self, text: Wrapped | None = None, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._text = text or Wrapped(Content(""))
        self._strips: dict[int, Strip] = {}

    def show(self, text: Wrapped, *, from_top: bool = True) -> None:
        """Show another text, from its beginning or from where one stands."""
        self._text = text
        self._measure()
        self.scroll_to(y=0 if from_top else self.scroll_y, animate=False)

    def turn_page(self, by: int) -> None:
        """Go on so many pages, or back; a line is seen on both."""
        self.scroll_relative(y=by * max(self.size.height - 1, 1), animate=False)

    def get_content_height(self, _container: Size, _viewport: Size, width: int) -> int:
        """As many lines as its text has beside its bar, where its height is to be that."""
        return self._text.get_height(self.styles.get_rules(), width - self.scrollbar_size_vertical)

    def on_resize(self, _event: events.Resize) -> None:
        """Wrap it at the new width."""
        self._measure()

    def notify_style_update(self) -> None:
        """Other colours: the text is drawn again."""
        self._strips.clear()
        super().notify_style_update()

    def selection_updated(self, selection: Selection | None) -> None:
        """Draw it again with what the mouse has marked."""
        self._strips.clear()
        super().selection_updated(selection)

    def get_selection(self, selection: Selection) -> tuple[str, str]:
        """What the mouse has marked."""
        return selection.extract(self._text.shown.plain), "\n"

    def render_line(self, y: int) -> Strip:
        """A line of the text, or an empty one below it."""
        width, line = self.scrollable_content_region.width, y + self.scroll_offset.y
        lines = self._text.at(width)
        if line >= len(lines) or not lines[line]:
            return Strip.blank(width, self.rich_style).apply_offsets(0, line)
        if line not in self._strips:
            self._strips[line] = self._drawn(line, lines[line], width)
        return self._strips[line]

    def _drawn(self, line: int, content: Content, width: int) -> Strip:
        selection = self.text_selection
        if selection is not None and (marked := selection.get_span(line)) is not None:
            start, end = marked
            style = Style.from_styles(self.screen.get_component_styles("screen--selection"))
            content = content.stylize(style, start, end if end >= 0 else None)
        strips = Visual.to_strips(self, content, width, 1, self.visual_style, apply_selection=False, pad=True)
        return strips[0].apply_offsets(0, line)

    def _measure(self) -> None:
        self._strips.clear()
        region = self.scrollable_content_region
        if region.width:
            lines = self._text.get_height(self.styles.get_rules(), region.width)
            # Its bar is always there, so the screen need not be laid out for a text of another height.
            self.set_reactive(Pane.virtual_size, Size(region.width, lines))
            self.vertical_scrollbar.window_virtual_size = lines
        self.refresh()

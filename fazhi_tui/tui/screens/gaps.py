"""The gaps: a list, the detail of one, and the export."""

from __future__ import annotations

from pathlib import Path

from rich.cells import set_cell_size
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Footer, OptionList, Static
from textual.widgets.option_list import Option

from fazhi_tui.domain.gaps import Gap, counted
from fazhi_tui.domain.local_mark import gap_words
from fazhi_tui.domain.scoring import by_reviewed, score_board
from fazhi_tui.domain.verdict import Verdict
from fazhi_tui.session import Session
from fazhi_tui.tui import strings
from fazhi_tui.tui.dialogs.export import ExportDialog
from fazhi_tui.tui.dialogs.help import HelpDialog
from fazhi_tui.tui.keys import GAPS, bindings
from fazhi_tui.tui.widgets.field import Field
from fazhi_tui.tui.widgets.item_card import cites, review_text

DETAIL = (
    ("problem", "问题"),
    ("cites", strings.FIELD_CITES),
    ("note", "说明"),
    ("evidence", strings.FIELD_EVIDENCE),
    ("review", strings.FIELD_REVIEW),
    ("remedy", "整改"),
)


class GapsScreen(Screen[tuple[str, str, str] | None]):
    """Returns the row to open, None to go back."""

    BINDINGS = bindings(GAPS)
    AUTO_FOCUS = "#gaps"

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._gaps = session.gaps

    def compose(self) -> ComposeResult:
        """Title, list, detail, keys."""
        yield Static(Content(self._session.assessment.title), classes="bar")
        yield Static(Content(self._head()), id="head")
        yield OptionList(
            *[Option(Content(gap_line(gap))) for gap in self._gaps], id="gaps", markup=False, compact=True
        )
        with VerticalScroll(id="detail", can_focus=False):
            for id, label in DETAIL:
                yield Field(label, id=id)
        yield Static(id="message", markup=False)
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Stand on the first gap."""
        options = self.query_one("#gaps", OptionList)
        options.highlighted = 0 if self._gaps else None
        self._show_detail()

    def on_option_list_option_highlighted(self) -> None:
        """Show its detail."""
        self._show_detail()

    def on_option_list_option_selected(self) -> None:
        """Open the item."""
        self.action_open()

    def action_open(self) -> None:
        """Return the row of the highlighted gap."""
        gap = self._current
        if gap is not None:
            self.dismiss(gap.row.key)

    def action_back(self) -> None:
        """Return nothing."""
        self.dismiss(None)

    def action_export(self) -> None:
        """Ask where to write the gap list."""
        assessment = self._session.assessment
        open_ = self._open
        notice = strings.DRAFT_NOTICE.format(open=open_) if open_ else ""
        path = Path.cwd() / f"{assessment.id}差距清单.md"
        self.app.push_screen(ExportDialog(path, notice, self._session.export_markdown), self._exported)

    def action_help(self) -> None:
        """Show the keys."""
        self.app.push_screen(HelpDialog(strings.SCREEN_GAPS, GAPS))

    def action_scroll_detail(self, by: int) -> None:
        """Turn a page of the detail."""
        detail = self.query_one("#detail", VerticalScroll)
        detail.scroll_relative(y=by * max(detail.size.height - 1, 1), animate=False)

    @property
    def _open(self) -> int:
        return score_board(self._session.board, by_reviewed)[0].open

    @property
    def _current(self) -> Gap | None:
        highlighted = self.query_one("#gaps", OptionList).highlighted
        return self._gaps[highlighted] if highlighted is not None else None

    def _exported(self, path: Path | None) -> None:
        if path is not None:
            self.query_one("#message", Static).update(Content(strings.EXPORTED.format(path=path)))

    def _head(self) -> str:
        open_ = self._open
        real = counted(self._gaps)
        if not self._gaps:
            return strings.GAPS_NONE_OPEN.format(open=open_) if open_ else strings.GAPS_NONE
        return strings.GAPS_HEAD.format(
            count=len(real),
            redlines=sum(gap.breaks_redline for gap in real),
            hollow=sum(gap.verdict is Verdict.HOLLOW for gap in real),
            open=open_,
        )

    def _show_detail(self) -> None:
        gap = self._current
        texts: dict[str, str | Content] = dict.fromkeys((id for id, _ in DETAIL), "")
        if gap is not None:
            texts = {
                "problem": f"{gap_words(gap.row.item)}（{gap.row.checklist.title} · {gap.row.sheet.object}）",
                "cites": cites(gap.row),
                "note": gap.row.answer.note,
                "evidence": "\n".join(e.text for e in gap.row.answer.evidence),
                "review": review_text(gap.row),
                "remedy": gap.row.item.remedy,
            }
        for id, text in texts.items():
            self.query_one(f"#{id}", Field).show(text)
        self.query_one("#detail", VerticalScroll).scroll_home(animate=False)


def gap_line(gap: Gap) -> str:
    """One line of the list: mark (and ! on a red line), verdict, stage, problem."""
    mark = gap.verdict.mark + ("!" if gap.row.item.redline else " ")
    verdict = set_cell_size(f"{gap.verdict}", 9)
    stage = set_cell_size(gap.row.stage.title, 13)
    advice = f"（{strings.ADVICE}）" if gap.is_advice else ""
    return f"{gap.number:>3} {mark}{verdict}{stage}{advice}{gap_words(gap.row.item)}"

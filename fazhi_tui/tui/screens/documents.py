"""A screen from which documents are drafted: the annual report, and last year beside this one."""

from __future__ import annotations

from pathlib import Path

from fazhi_tui.annual_report import annual_report
from fazhi_tui.domain.compare import Side, compare, in_order
from fazhi_tui.errors import FazhiError
from fazhi_tui.reporting.annual.report_markdown import report_markdown
from fazhi_tui.reporting.words.compare_words import comparison_lines
from fazhi_tui.storage.export import export
from fazhi_tui.tui import strings
from fazhi_tui.tui.dialogs.export import ExportDialog
from fazhi_tui.tui.dialogs.menu import Entry
from fazhi_tui.tui.dialogs.message import MessageDialog
from fazhi_tui.tui.dialogs.reading import ReadingDialog
from fazhi_tui.tui.screens.moving import MovingScreen


class DocumentsScreen(MovingScreen):
    """Adds the documents to the menu."""

    def menu(self) -> tuple[Entry, ...]:
        """The ways on, then the documents."""
        return (*super().menu(), ("report", strings.MENU_REPORT), ("compare", strings.MENU_COMPARE))

    def action_report(self) -> None:
        """Ask where to write the draft of the annual report."""
        path = Path.cwd() / f"{self.session.assessment.id}年度报告草稿.md"
        dialog = ExportDialog(path, strings.REPORT_NOTICE, self._write_report, title=strings.REPORT_TITLE)
        self.app.push_screen(dialog, self._exported)

    def action_compare(self) -> None:
        """Show this year beside the unit's year before."""
        try:
            former = self._workspace.before(self.session)
        except FazhiError as fault:
            self.app.push_screen(MessageDialog(str(fault)))
            return
        if former is None:
            self.say(strings.COMPARE_NONE)
            return
        sides = in_order(
            Side(former.assessment, former.board), Side(self.session.assessment, self.session.board)
        )
        lines = comparison_lines(compare(*sides, self.session.former_years))
        self.app.push_screen(ReadingDialog(strings.COMPARE_TITLE, "\n".join(lines)))

    def _write_report(self, path: Path) -> None:
        report = annual_report(self._workspace, self.session)
        export(path, report_markdown(report, is_final=False).encode("utf-8"))

    def _exported(self, path: Path | None) -> None:
        if path is not None:
            self.say(strings.EXPORTED.format(path=path))

"""A screen from which documents are drafted: the annual report, and last year beside this one."""

from __future__ import annotations

from pathlib import Path

from fazhi_tui.annual_report import annual_report
from fazhi_tui.documents import REPORT_FORMS, form_of, report_file
from fazhi_tui.domain.compare import Side, compare, in_order
from fazhi_tui.reporting.words.compare_words import comparison_lines
from fazhi_tui.storage.export import export_draft
from fazhi_tui.tui.dialogs.export import ExportDialog, exported_words
from fazhi_tui.tui.dialogs.menu import Entry
from fazhi_tui.tui.dialogs.reading import ReadingDialog
from fazhi_tui.tui.dialogs.waiting import wait_for
from fazhi_tui.tui.screens.moving import MovingScreen
from fazhi_tui.tui.words import document_words, waiting_words


class DocumentsScreen(MovingScreen):
    """Adds the documents to the menu."""

    _kept: Path | None = None

    def menu(self) -> tuple[Entry, ...]:
        """The ways on, then the documents."""
        return (
            *super().menu(),
            ("report", document_words.MENU_REPORT),
            ("compare", document_words.MENU_COMPARE),
        )

    def action_report(self) -> None:
        """Ask where to write the draft of the annual report."""
        path = Path.cwd() / f"{self.session.assessment.id}年度报告草稿.md"
        dialog = ExportDialog(
            path,
            document_words.REPORT_NOTICE,
            self._report,
            title=document_words.REPORT_TITLE,
            write=self._write_report,
        )
        self.app.push_screen(dialog, self._exported)

    def action_compare(self) -> None:
        """Show this year beside the unit's year before."""
        wait_for(self.app, waiting_words.COMPARING, lambda _: self._comparison(), self._compared)

    def _comparison(self) -> list[str] | None:
        """The lines; None where there is no year before."""
        former = self._workspace.before(self.session)
        if former is None:
            return None
        sides = in_order(
            Side(former.assessment, former.board), Side(self.session.assessment, self.session.board)
        )
        return comparison_lines(compare(*sides, self.session.former_years))

    def _compared(self, lines: list[str] | None) -> None:
        if lines is None:
            self.say(document_words.COMPARE_NONE)
        else:
            self.app.push_screen(ReadingDialog(document_words.COMPARE_TITLE, "\n".join(lines)))

    def _report(self, path: Path) -> bytes:
        form = form_of(path, REPORT_FORMS, document_words.MENU_REPORT)
        return report_file(annual_report(self._workspace, self.session), form, is_final=False)

    def _write_report(self, path: Path, data: bytes) -> None:
        self._kept = export_draft(path, data)

    def _exported(self, path: Path | None) -> None:
        if path is not None:
            self.say(exported_words(path, self._kept))

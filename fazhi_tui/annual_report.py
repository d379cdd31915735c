"""The annual report of an open self-check, in the words of the unit's own template."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fazhi_tui.loading.report_template import load_template
from fazhi_tui.reporting.annual.report_document import Report
from fazhi_tui.reporting.annual.report_draft import draft_report

if TYPE_CHECKING:
    from fazhi_tui.session import Session
    from fazhi_tui.workspace import Workspace

TEMPLATE = "report.toml"


def annual_report(workspace: Workspace, session: Session) -> Report:
    """The draft, with the gaps of former years marked.

    Raises:
        FileFaultsError: with every fault of `report.toml` in the data folder.
    """
    path = workspace.data / TEMPLATE
    every = workspace.library().checklists if path.exists() else ()
    template = load_template(path, (*session.library.checklists, *every))
    return draft_report(
        session.assessment, session.board, session.check_code, template=template, repeats=session.repeats
    )

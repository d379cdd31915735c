"""The documents of an open self-check as files of the kind that a file name asks for."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from fazhi_tui.errors import BadInputError

if TYPE_CHECKING:
    from fazhi_tui.reporting.annual.report_document import Report
    from fazhi_tui.session import Session

MARKDOWN, WORD = "md", "docx"
GAP_LIST_FORMS = (MARKDOWN, "csv", "json", WORD)
REPORT_FORMS = (MARKDOWN, WORD)


def form_of(path: Path, forms: Sequence[str], what: str, *, bare: str = "") -> str:
    """The form that a file's name asks for; `bare` is that of a name without an ending.

    Raises:
        BadInputError: no ending or one of another kind.
    """
    form = path.suffix.lower().removeprefix(".") or bare
    if form not in forms:
        *most, last = (f".{each}" for each in forms)
        raise BadInputError(
            f"{what}不能写成这种文件：{path}", f"文件名请以 {'、'.join(most)} 或 {last} 结尾。"
        )
    return form


def gap_list(session: Session, form: str) -> bytes:
    """The gap list in one of `GAP_LIST_FORMS`.

    Raises:
        BadInputError: a Word file, and what makes one is not installed.
    """
    without_review = session.assessment.without_review
    if form == "csv":
        from fazhi_tui.reporting.gap_list.gap_csv import gap_csv

        return gap_csv(session.ledger(), without_review=without_review)
    if form == "json":
        from fazhi_tui.reporting.views.json_views import gap_entries

        entries = gap_entries(session.ledger(), without_review=without_review)
        return f"{json.dumps(entries, ensure_ascii=False, indent=2)}\n".encode()
    from fazhi_tui.reporting.gap_list.gap_markdown import gap_markdown

    markdown = gap_markdown(session.assessment, session.board, session.check_code, session.repeats)
    return _as(form, markdown)


def report_file(report: Report, form: str, *, is_final: bool) -> bytes:
    """The annual report in one of `REPORT_FORMS`.

    Raises:
        BadInputError: a Word file, and what makes one is not installed.
    """
    from fazhi_tui.reporting.annual.report_markdown import report_markdown

    return _as(form, report_markdown(report, is_final=is_final, is_placed=form == WORD))


def _as(form: str, markdown: str) -> bytes:
    if form == WORD:
        from fazhi_tui.reporting.office import word_bytes

        return word_bytes(markdown)
    return markdown.encode("utf-8")

"""Files of ours that people type into: what nobody has read back yet is never lost to a new one."""

from __future__ import annotations

from pathlib import Path

from fazhi_tui.domain.rectifying.anchor_block import log_mark
from fazhi_tui.domain.rectifying.anchors import as_shown
from fazhi_tui.editing import read_edited
from fazhi_tui.errors import FazhiError
from fazhi_tui.loading.gap_list import SIZE_LIMIT, GivenList, has_marks, read_gap_list
from fazhi_tui.loading.given_file import read_given
from fazhi_tui.loading.tables.review_csv import opinions_in
from fazhi_tui.session import Session
from fazhi_tui.storage.export import export, export_draft

_SAID = ("checklist", "object", "item", "opinion", "verdict")


def export_list(session: Session, path: Path, data: bytes) -> Path | None:
    """Write or replace a gap list; an editable one with changes that were not read back is kept beside it.

    Returns:
        Where it is kept; None where there was no need.

    Raises:
        BadInputError: the file cannot be written there.
    """
    return _export(path, data, has_unread=path.is_file() and _has_unread_edits(session, path))


def export_reviews(session: Session, path: Path, data: bytes) -> Path | None:
    """Write or replace a review sheet; one with opinions that were not read in is kept beside it.

    Returns:
        Where it is kept; None where there was no need.

    Raises:
        BadInputError: the file cannot be written there.
    """
    return _export(path, data, has_unread=path.is_file() and _has_unread_opinions(session, path))


def _export(path: Path, data: bytes, *, has_unread: bool) -> Path | None:
    if has_unread:
        return export_draft(path, data)
    export(path, data)
    return None


def _has_unread_edits(session: Session, path: Path) -> bool:
    data = read_given(path, SIZE_LIMIT)
    if not has_marks(data, file=path.name):
        return False
    try:
        given = read_gap_list(data, file=path.name)
        return given.is_edited and not _is_read_back(session, given, data)
    except FazhiError:
        # Marks that do not pair, or what was typed cannot be taken: somebody's work all the same.
        return True


def _is_read_back(session: Session, given: GivenList, data: bytes) -> bool:
    is_own = given.block.origin.log == log_mark(session.log)
    return is_own and not read_edited(session, data, file=given.file, is_forced=True).changes


def _has_unread_opinions(session: Session, path: Path) -> bool:
    recorded = {
        (*(one[name] or "" for name in _SAID), as_shown(one["text"]))
        for event in session.log.adviser
        if event.kind == "reviewed"
        for one in event.payload["reviews"]
    }
    return not opinions_in(read_given(path, SIZE_LIMIT), file=path.name) <= recorded

"""A gap list that goes out to an editor and comes back."""

from __future__ import annotations

from fazhi_tui.domain.log.events import check_code
from fazhi_tui.domain.log.permission import require
from fazhi_tui.domain.rectifying.anchor_block import Origin, find_block, log_mark
from fazhi_tui.domain.rectifying.anchors import Line, take_apart
from fazhi_tui.domain.rectifying.repeats import repeats
from fazhi_tui.errors import FazhiError
from fazhi_tui.loading.gap_list import (
    foreign_changes,
    other_assessment,
    read_gap_list,
    unknown_changes,
)
from fazhi_tui.loading.gap_list_edit import GapEdit, read_edit
from fazhi_tui.reporting.gap_list.gap_editable import gap_editable
from fazhi_tui.session import Session


def editable_list(session: Session) -> str:
    """The gap list with marks around what this copy's side may change."""
    return gap_editable(session.assessment, session.board, session.log, session.lane, session.repeats)


def read_edited(session: Session, data: bytes, *, file: str, is_forced: bool = False) -> GapEdit:
    """What an edited gap list asks for.

    Args:
        session: the assessment it was written from.
        data: the file's bytes.
        file: its name, for messages.
        is_forced: take what was edited also where the stored value has changed since.

    Raises:
        FileFaultsError: not such a file, of another assessment, changed where it may not be, or with
            an edit that cannot be taken; every fault with its line.
        RefusedError: something was edited that this side may not write, or not in this state.
    """
    given = read_gap_list(data, file=file)
    if given.block.origin.log != log_mark(session.log):
        raise other_assessment(given, session.id)
    if given.is_changed_elsewhere:
        original = _lines_of(session, given.block.origin)
        raise unknown_changes(given) if original is None else foreign_changes(given, original)
    edit = read_edit(given, session.ledger(), session.assessment, session.board, is_forced=is_forced)
    for kind, asked in (("rectified", edit.steps), ("reviewed", edit.judgements)):
        if asked:
            require(session.assessment.state, session.lane, kind)
    return edit


def take(session: Session, edit: GapEdit) -> None:
    """Record an edit; one side's, so one event.

    Raises:
        FazhiError: as `Session.rectify` and `Session.review`.
    """
    if edit.steps:
        session.rectify(edit.steps)
    if edit.judgements:
        session.review(edit.judgements)


def _lines_of(session: Session, origin: Origin) -> list[Line] | None:
    """The fixed lines of a list as it was written, made anew from that state of the log; None if they differ.

    They differ where the log here has not got that state, or where the program, the calendar or a former
    year's self-check have changed.
    """
    log = origin.beginning_of(session.log)
    try:
        assessment, board = session.at(log)
    except FazhiError:
        return None
    if check_code(log, assessment.checklists_digest) != origin.code:
        return None
    again = repeats(board, session.former_years_of(assessment))
    block = find_block(gap_editable(assessment, board, log, origin.lane, again))
    apart = take_apart(block.rest if block else "")
    return apart.lines if apart.mark == origin.text else None

"""Gap lists on their way through an editor, without a disk."""

from __future__ import annotations

from collections.abc import Mapping

from fazhi_tui.domain.log.events import Lane
from fazhi_tui.domain.rectifying.anchor_block import find_block
from fazhi_tui.domain.rectifying.anchors import CLOSING, Apart, opening, take_apart
from fazhi_tui.domain.rectifying.rectify import rectify
from fazhi_tui.domain.reviewing.review import review
from fazhi_tui.loading.gap_list import GivenList, read_gap_list
from fazhi_tui.loading.gap_list_edit import GapEdit, read_edit
from fazhi_tui.reporting.gap_list.gap_editable import gap_editable
from tests.journal import Journal
from tests.rectified import entries

Places = Mapping[tuple[int, str], str]


def written(journal: Journal, editor: Lane = Lane.OFFICER) -> str:
    """The editable gap list of an assessment."""
    return gap_editable(journal.assessment, journal.board, journal.log, editor)


def apart(text: str) -> Apart:
    """What may be changed and what may not, without the comment at the end."""
    block = find_block(text)
    assert block is not None
    return take_apart(block.rest)


def values(text: str) -> dict[tuple[int, str], str]:
    """What stands between marks, by number and field."""
    return {(value.number, value.field): value.text for value in apart(text).values}


def typed(text: str, places: Places) -> str:
    """The file after somebody put these words between the marks, as they are."""
    for (number, name), words in places.items():
        before, mark, rest = text.partition(opening(number, name))
        _, closing, behind = rest.partition(CLOSING)
        assert mark
        assert closing
        text = f"{before}{mark}{words}{closing}{behind}"
    return text


def given(text: str | bytes) -> GivenList:
    """The file as it is read."""
    return read_gap_list(text.encode("utf-8") if isinstance(text, str) else text, file="差距.md")


def read(journal: Journal, text: str | bytes, *, is_forced: bool = False) -> GapEdit:
    """What an edited file asks for; nothing else was changed in it."""
    found = given(text)
    assert not found.is_changed_elsewhere
    return read_edit(found, entries(journal), journal.assessment, journal.board, is_forced=is_forced)


def take(journal: Journal, edit: GapEdit) -> None:
    """Record it."""
    for lane, wish in (
        (Lane.OFFICER, rectify(journal.assessment, journal.board, edit.steps)),
        (Lane.ADVISER, review(journal.board, edit.judgements)),
    ):
        if wish is not None:
            journal.record(wish, lane)

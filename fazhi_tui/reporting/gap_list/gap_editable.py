"""The gap list that can be changed in an editor and read back."""

from __future__ import annotations

from dataclasses import replace

from fazhi_tui.domain.assessment import Assessment
from fazhi_tui.domain.log.events import Lane, Log, check_code
from fazhi_tui.domain.rectifying.anchor_block import Origin, Record, block_text, log_mark
from fazhi_tui.domain.rectifying.anchors import held, key_mark, take_apart
from fazhi_tui.domain.rectifying.gap_fields import (
    LABELS,
    OPINION,
    PLAN_LABELS,
    fields_of,
    shown_of,
    stored_of,
)
from fazhi_tui.domain.rectifying.ledger import Entry, current, ledger
from fazhi_tui.domain.rectifying.repeats import NO_REPEATS, Repeats
from fazhi_tui.domain.rows import Board
from fazhi_tui.reporting.gap_list.gap_markdown import gap_markdown


def gap_editable(
    assessment: Assessment, board: Board, log: Log, editor: Lane, repeats: Repeats = NO_REPEATS
) -> str:
    """The gap list with marks around what one side may change.

    Args:
        assessment: whose list it is, the fold of the log.
        board: its sheets and rows as they stand.
        log: the log, whose length and 校验码 go into the file.
        editor: the side that will change it.
        repeats: which gaps former years had as well, by item id.
    """
    code = check_code(log, assessment.checklists_digest)
    title, rest = gap_markdown(assessment, board, code, repeats, editor=editor).split("\n", 1)
    text = f"{title}\n\n{_instruction(editor)}\n{rest}"
    origin = Origin(log_mark(log), len(log.officer), len(log.adviser), editor, code, "")
    origin = replace(origin, text=take_apart(text).mark)
    gaps = current(ledger(assessment, board, repeats=repeats))
    records = [record for gap in gaps if (record := _record(gap, editor)) is not None]
    return f"{text}\n{block_text(origin, records)}"


def _instruction(editor: Lane) -> str:
    names = PLAN_LABELS.values() if editor is Lane.OFFICER else [LABELS[OPINION]]
    return (
        f"<!-- 本文件可以改后读回：只改各条差距成对标记之间的{'、'.join(names)}，可以写几行，下划线处是未填；"
        "别处的文字、标记和文件末尾的注释都不要改。改好用 fazhi edit 读回，会先列出改了什么。 -->"
    )


def _record(entry: Entry, editor: Lane) -> Record | None:
    names = fields_of(entry, editor)
    if entry.number is None or not names:
        return None
    fields = {name: held(shown_of(entry, name), stored_of(entry, name)) for name in names}
    return Record(entry.number, key_mark(entry.key), fields)

"""The lines of a gap that people fill in, plain or between the marks by which they are read back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from fazhi_tui.domain.log.events import Lane
from fazhi_tui.domain.rectifying.anchors import CLOSING, opening
from fazhi_tui.domain.rectifying.gap_fields import OPINION, PLAN_LABELS, fields_of, opinion_on, shown_of
from fazhi_tui.domain.rectifying.ledger import Entry
from fazhi_tui.domain.rows import Row
from fazhi_tui.reporting.ledger.ledger_words import due_words, measure_words, who_words
from fazhi_tui.reporting.markdown_escape import continued, inline
from fazhi_tui.reporting.words.review_words import kind_words, review_words, signature_words

BLANK_TO_FILL = "____"


@dataclass(frozen=True, slots=True)
class Editable:
    """A text between marks, and what stands before and behind them."""

    number: int
    name: str
    text: str
    before: str = ""
    behind: str = ""


def markdown_of(text: str | Editable, indent: int) -> str:
    """The text of a line as Markdown, its further lines `indent` spaces in."""
    if isinstance(text, str):
        return text if text == BLANK_TO_FILL else continued(text, indent)
    value = continued(text.text, indent) or BLANK_TO_FILL
    marked = f"{opening(text.number, text.name)}{value}{CLOSING}"
    return f"{inline(text.before)}{marked}{inline(text.behind)}"


def opinion_pair(entry: Entry, row: Row, editor: Lane | None) -> tuple[str, str | Editable]:
    """The 复核意见 on a row that has one."""
    review = opinion_on(entry)
    if review is None or OPINION not in fields_of(entry, editor):
        return "复核意见", review_words(row)
    return "复核意见", _editable(entry, OPINION, f"{kind_words(review)}：", signature_words(review))


def plan_pairs(entry: Entry, editor: Lane | None = None) -> Iterator[tuple[str, str | Editable]]:
    """What is to be done, who, until when, how far.

    Advice that nobody has taken up has the measure only, unless it is to be filled in.
    """
    if names := [name for name in fields_of(entry, editor) if name in PLAN_LABELS]:
        for name in names:
            behind = due_words(entry.rectification).removeprefix(entry.rectification.due)
            yield PLAN_LABELS[name], _editable(entry, name, behind=behind if name == "due" else "")
    else:
        yield "整改措施", measure_words(entry) or BLANK_TO_FILL
    if entry.is_advice and not entry.is_recorded:
        return
    if not names:
        yield from _who_and_when(entry)
    yield "状态", entry.status.value


def _who_and_when(entry: Entry) -> Iterator[tuple[str, str]]:
    known = entry.rectification
    yield "责任领导", known.leader or BLANK_TO_FILL
    yield "责任部门（人）", who_words(known) or BLANK_TO_FILL
    if known.pace:
        yield "整改类型", known.pace.value
    yield "时限", due_words(known) or BLANK_TO_FILL


def _editable(entry: Entry, name: str, before: str = "", behind: str = "") -> Editable:
    assert entry.number is not None
    return Editable(entry.number, name, shown_of(entry, name), before, behind)

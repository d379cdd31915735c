"""What of a gap may be changed in a document: the officer's plan, the adviser's words."""

from __future__ import annotations

from collections.abc import Mapping

from fazhi_tui.domain.answers import Review
from fazhi_tui.domain.log.events import Lane
from fazhi_tui.domain.rectifying.ledger import Entry
from fazhi_tui.domain.rectifying.rectification import Status
from fazhi_tui.domain.reviewing.standing import standing

SUGGESTED = "（建议措施）"
OPINION = "opinion"
PLAN_LABELS: Mapping[str, str] = {
    "measure": "整改措施",
    "leader": "责任领导",
    "department": "责任部门",
    "person": "责任人",
    "pace": "整改类型",
    "due": "时限",
}
LABELS: Mapping[str, str] = {**PLAN_LABELS, OPINION: "复核意见"}


def fields_of(entry: Entry, editor: Lane | None) -> tuple[str, ...]:
    """The names of what this side may change about a gap; None for nobody."""
    if entry.number is None:
        return ()
    if editor is Lane.OFFICER:
        return () if entry.status is Status.CLOSED else tuple(PLAN_LABELS)
    return (OPINION,) if editor is Lane.ADVISER and opinion_on(entry) else ()


def shown_of(entry: Entry, name: str) -> str:
    """What a document shows of a field: for a measure not recorded the suggested one, marked."""
    if name == OPINION:
        review = opinion_on(entry)
        return review.text if review else ""
    text = str(getattr(entry.rectification, name) or "")
    return text or (suggestion(entry) if name == "measure" else "")


def stored_of(entry: Entry, name: str) -> str:
    """All that is stored of a field; for an opinion also its kind and the answer it judged."""
    if name != OPINION:
        return str(getattr(entry.rectification, name) or "")
    review = opinion_on(entry)
    return "\n".join((review.opinion, review.verdict or "", review.judged, review.text)) if review else ""


def opinion_on(entry: Entry) -> Review | None:
    """The adviser's review that stands on the gap's answer."""
    return standing(entry.gap.row) if entry.gap else None


def suggestion(entry: Entry) -> str:
    """The measure the checklist suggests, marked; empty for none."""
    return f"{SUGGESTED}{entry.gap.row.item.remedy}" if entry.gap else ""
